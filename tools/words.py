# SPDX-License-Identifier: EUPL-1.2
"""Gather message ids, check that Swedish is complete, compile the catalogue.

Usage: python tools/words.py [--check]

The Swedish is kept in one `.po` file a room under resources/locale/sv/ and merged at compile.
--check writes nothing and exits 1 when a word is missing, unused or stale, or the compiled
catalogue is not what the sources give.
"""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
SWEDISH = ROOT / "resources" / "locale" / "sv"
COMPILED = SWEDISH / "LC_MESSAGES" / "workbench.mo"
_NO_TIME = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = {"_": None, "ngettext": (1, 2)}


def used_ids() -> set[str]:
    """Every message id that the program asks for."""
    found: set[str] = set()
    for _file, _line, message, _comments, _context in extract_from_dir(
        str(ROOT / "workbench"), keywords=KEYWORDS
    ):
        found.add(message[0] if isinstance(message, tuple) else message)
    return found


def swedish() -> tuple[Catalog, list[str]]:
    """The merged catalogue, and what is wrong in its sources."""
    merged = Catalog(
        locale="sv",
        domain="workbench",
        project="varn",
        version="1",
        charset="utf-8",
        creation_date=_NO_TIME,
        revision_date=_NO_TIME,
        fuzzy=False,
    )
    faults: list[str] = []
    for path in sorted(SWEDISH.glob("*.po")):
        with path.open("rb") as file:
            part = read_po(file, locale="sv", domain="workbench", abort_invalid=True)
        for message in part:
            if not message.id:
                continue
            texts = (
                message.string if isinstance(message.string, tuple | list) else (message.string,)
            )
            if message.fuzzy or not all(texts):
                faults.append(f"{path.name}: not translated: {message.id!r}")
            known = merged.get(message.id)
            if known is not None and known.string != message.string:
                faults.append(f"{path.name}: translated twice, differently: {message.id!r}")
            merged.add(message.id, message.string)
    return merged, faults


def compiled(catalogue: Catalog) -> bytes:
    """The bytes of the .mo file: the same sources give the same bytes, at any minute."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> int:
    """Check, and unless asked only to check, write the compiled catalogue."""
    merged, faults = swedish()
    known = {m.id[0] if isinstance(m.id, tuple | list) else m.id for m in merged if m.id}
    used = used_ids()
    faults += [f"no Swedish for: {text!r}" for text in sorted(used - known)]
    faults += [f"no longer used: {text!r}" for text in sorted(known - used)]
    data = compiled(merged)
    if "--check" in sys.argv:
        if not COMPILED.exists() or COMPILED.read_bytes() != data:
            faults.append("compiled catalogue is stale: make words")
    else:
        COMPILED.parent.mkdir(parents=True, exist_ok=True)
        COMPILED.write_bytes(data)
    print("\n".join(faults) if faults else f"{len(used)} words, Swedish complete")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
