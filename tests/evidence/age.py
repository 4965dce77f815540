# SPDX-License-Identifier: EUPL-1.2
"""Differential fuzz of the age codec against pyrage: only disagreements that are explained.

The files and the two readers are those of the interoperability tests. One disagreement is
known: pyrage takes stanza bodies of an old version of the format, which the specification and
we refuse.
"""

from collections.abc import Callable
from functools import partial
from hashlib import sha256

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from tests.evidence.campaign import Campaign, Part, Tally
from tests.evidence.page import ROOT
from tests.interop.test_age_pyrage import has_legacy_body, mutated, ours, remade, theirs

Reader = Callable[[bytes], bytes | None]
UNEXPLAINED = frozenset({"only we open it", "we read something else", "only pyrage opens it"})


def damaged(part: Part, reader: Reader = ours) -> Tally:
    """Files with a few changes, most of them in the header."""
    return _trials(part, mutated(), reader)


def repaired(part: Part, reader: Reader = ours) -> Tally:
    """Files whose header was changed by someone who can make its MAC fit again."""
    return _trials(part, remade(), reader)


def _trials(part: Part, files: SearchStrategy[bytes], reader: Reader) -> Tally:
    tally = Tally()

    @seed(part.first)
    @settings(
        max_examples=part.stop - part.first,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(files)
    def compare(sealed: bytes) -> None:
        outcome = _outcome(reader, sealed)
        tally.note(outcome)
        tally.saw(sealed)
        if outcome in UNEXPLAINED or outcome.startswith("crash"):
            tally.breach(f"{outcome}: {_kept(sealed)}")

    compare()
    return tally


def _outcome(reader: Reader, sealed: bytes) -> str:
    try:
        we = reader(sealed)
    except Exception as crash:  # noqa: BLE001  whatever it is, it is what we look for
        return f"crash {type(crash).__name__}"
    return _compared(we, theirs(sealed), partial(has_legacy_body, sealed))


def _compared(we: bytes | None, they: bytes | None, is_legacy: Callable[[], bool]) -> str:
    if we is None and they is None:
        return "refused by both"
    if we is None:
        return "legacy stanza body, only pyrage" if is_legacy() else "only pyrage opens it"
    if they is None:
        return "only we open it"
    return "opened alike by both" if we == they else "we read something else"


def _kept(sealed: bytes) -> str:
    """Keep a file that shows a broken promise, and say where."""
    name = f"age-{sha256(sealed).hexdigest()[:16]}.age"
    folder = ROOT / "build" / "evidence"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(sealed)
    return f"build/evidence/{name}"


CAMPAIGNS = (
    Campaign("pyrage and we agree on damaged files", 80_000, damaged, 2500),
    Campaign("and on changed headers whose MAC was made to fit", 70_000, repaired, 2500),
)
