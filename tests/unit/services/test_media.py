# SPDX-License-Identifier: EUPL-1.2
"""What a medium is called."""

from uuid import UUID

from workbench.crypto.passphrases import word_list
from workbench.services.keeping.media import medium_name

ONE = "3fa8fda8-1111-4000-8000-00000000002a"


def test_a_medium_is_called_by_two_words_and_always_by_the_same():
    (first, second) = medium_name(ONE).split("-")
    assert {first, second} <= set(word_list())
    assert medium_name(ONE) == medium_name(ONE)


def test_two_media_are_called_differently():
    names = {medium_name(str(UUID(int=at * 2**40 + at, version=4))) for at in range(2000)}
    assert len(names) == 2000
