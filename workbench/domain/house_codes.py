# SPDX-License-Identifier: EUPL-1.2
"""Houses, rooms and keys stand under codes, so that no record leads to a door."""

import re

_CODE = re.compile(r"\w{1,4}(?:[-./:]\w{1,4}){0,2}")


def is_code(text: str) -> bool:
    """Whether a text can be a code: a few signs without a blank, a digit among them.

    Two letters pass alone (`NO`); a name of a street, a house or a town does not.
    """
    if not _CODE.fullmatch(text):
        return False
    return any(sign.isdigit() for sign in text) or len(text) <= 2  # noqa: PLR2004  two letters


def only_code(text: str) -> str:
    """The code, "" for what is none: nothing else is shown to anybody."""
    return text.strip() if is_code(text.strip()) else ""
