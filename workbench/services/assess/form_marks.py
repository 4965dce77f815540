# SPDX-License-Identifier: EUPL-1.2
"""The short mark on a blank form: which definition it was made from, and in whose words.

`3F9A-2C1B` begins the definition's hash; a third group begins the hash of the wording pack where
the organisation's own text stands on the paper. Short enough to be typed, and no secret.
"""

from collections.abc import Iterable
from typing import Literal

from workbench.instruments.definition import Definition
from workbench.instruments.packs import NO_PACK

Words = Literal["labels", "licensed"]
_GROUP, _FORM = 4, 8
_HEX = frozenset("0123456789ABCDEF")


def mark_of(definition: Definition, wording: str = NO_PACK) -> str:
    """The mark of a form made from this definition in these words."""
    digits = definition.sha256[:_FORM].upper()
    if wording != NO_PACK:
        digits += wording[:_GROUP].upper()
    return _grouped(digits)


def tidied_mark(typed: str) -> str:
    """A mark as it was typed, in the shape in which it is printed; "" when it is none."""
    digits = "".join(typed.split()).replace("-", "").replace("–", "").upper()
    if len(digits) not in (_FORM, _FORM + _GROUP) or not _HEX.issuperset(digits):
        return ""
    return _grouped(digits)


def is_of(mark: str, definition: Definition) -> bool:
    """Whether a mark says that the paper was made from this very definition."""
    return mark[: len(mark_of(definition))] == mark_of(definition)


def form_of(mark: str, definitions: Iterable[Definition]) -> Definition | None:
    """The definition that a mark names, among those that are here."""
    return next((each for each in definitions if is_of(mark, each)), None)


def words_of(mark: str) -> Words:
    """Whose words stood on the paper."""
    return "licensed" if len(mark.replace("-", "")) > _FORM else "labels"


def _grouped(digits: str) -> str:
    return "-".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
