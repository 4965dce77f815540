# SPDX-License-Identifier: EUPL-1.2
"""No single flipped bit of a bundle is accepted, outside the encryption or inside it.

`make evidence` tries a hundred thousand in each of the two.
"""

from tests.vectors.sb1 import flips
from workbench.bundles import errors

FLIPS = 800


def is_accepted(content: bytes) -> bool:
    try:
        flips.open_here(content)
    except errors.BundleError:
        return False
    return True


def test_no_flipped_bit_of_the_file_is_accepted() -> None:
    content = flips.sealed(flips.inside())
    assert is_accepted(content)
    tried = flips.places(FLIPS, flips.HEADER_BYTES, len(content))
    assert [at for at in tried if is_accepted(flips.flipped(content, *at))] == []


def test_no_flipped_bit_inside_is_accepted() -> None:
    content = flips.inside()
    tried = flips.places(FLIPS, flips.FRONT_BYTES, len(content))
    assert [at for at in tried if is_accepted(flips.sealed(flips.flipped(content, *at)))] == []
