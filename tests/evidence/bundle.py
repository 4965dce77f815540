# SPDX-License-Identifier: EUPL-1.2
"""Single flipped bits of a bundle: none is accepted, and each refusal has its code."""

from collections.abc import Callable
from functools import partial

from tests.evidence.campaign import ACCEPTED, Campaign, Part, Tally, outcome_of
from tests.vectors.sb1 import flips

Opening = Callable[[bytes], object]


def of_the_file(part: Part, opening: Opening = flips.open_here) -> Tally:
    """Flip bits of the file that lies on the stick."""
    return _trials(part, opening, flips.sealed(flips.inside()), flips.HEADER_BYTES, bytes)


def of_the_inner_file(part: Part, opening: Opening = flips.open_here) -> Tally:
    """Flip bits of what is inside, and seal it again as a sender with the key could."""
    return _trials(part, opening, flips.inside(), flips.FRONT_BYTES, flips.sealed)


def _trials(
    part: Part,
    opening: Opening,
    content: bytes,
    structured: int,
    as_file: Callable[[bytes], bytes],
) -> Tally:
    tally = Tally()
    if outcome_of(partial(opening, as_file(content))) != ACCEPTED:
        tally.breach("the bundle is refused before any bit was flipped")
    places = flips.places(part.total, structured, len(content))
    for byte, bit in places[part.first : part.stop]:
        outcome = outcome_of(partial(opening, as_file(flips.flipped(content, byte, bit))))
        tally.note(outcome)
        if not outcome.startswith("SB-"):
            tally.breach(f"{outcome}: byte {byte}, bit {bit} of {len(content)} bytes")
    return tally


CAMPAIGNS = (
    Campaign("no flipped bit of a sealed bundle is accepted", 100_000, of_the_file, 2500),
    Campaign(
        "no flipped bit of the inner file, sealed again, is accepted",
        100_000,
        of_the_inner_file,
        2500,
    ),
)
