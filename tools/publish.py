# SPDX-License-Identifier: EUPL-1.2
"""Freeze the definitions of the library: write the hashes of versions not yet published.

Usage: python tools/publish.py [--check]

A version that is already listed is never rewritten: a change needs a version of its own.
--check writes nothing and exits 1 when a version is missing from the list.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from workbench.instruments.catalogue import LIBRARY, check_paths, load_catalogue
from workbench.instruments.loader import FROZEN_FILES, published_hashes, sha256_of

LIST = LIBRARY / "published.toml"


def entry(instrument: str, version: str) -> str:
    """The TOML of one version."""
    folder = LIBRARY / instrument / version
    lines = [f'"{name}" = "{sha256_of(folder / name)}"' for name in FROZEN_FILES]
    head = f'\n[[published]]\nid = "{instrument}"\nversion = "{version}"\n\n[published.files]\n'
    return head + "\n".join(lines) + "\n"


def main() -> int:
    """Check everything first: what has a fault is not published."""
    faults = check_paths([LIBRARY])
    for found in faults:
        print(found.file, found.fault.path, found.fault.code)
    known = published_hashes(LIBRARY)
    new = [(d.id, d.version) for d in load_catalogue().all() if (d.id, d.version) not in known]
    for instrument, version in new:
        print(f"not published: {instrument}@{version}")
    if faults or (new and "--check" in sys.argv):
        return 1
    if new:
        with LIST.open("a", encoding="utf-8") as file:
            file.writelines(entry(*pair) for pair in new)
    return 0


if __name__ == "__main__":
    sys.exit(main())
