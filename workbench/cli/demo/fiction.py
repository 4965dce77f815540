# SPDX-License-Identifier: EUPL-1.2
"""People who do not exist, with numbers that belong to no one.

Personal numbers have the birth number 000, which is never assigned (they run from 001), and a
right check digit. Phone numbers are from the series that the Swedish telephone authority keeps
free for fiction: 070-174 06 05 to 070-174 06 99. Sources and reasons: docs/adr/0013.
"""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.domain.personal_number import check_digit

_UNASSIGNED = "000"
_FIRST_PHONE, _LAST_PHONE = 5, 99
_GIVEN = ("Alma", "Vega", "Tyra", "Ines", "Moa", "Saga", "Elvira", "Juni")
_FAMILY = ("Provsten", "Exempelgren", "Påhittström", "Övningsberg", "Låtsasvall", "Fiktionsson")
_STAFF = ("Sten Skyddsson", "Berit Bedömare", "Maj Metodsdotter", "Göran Granskeby")


@dataclass(frozen=True, slots=True)
class FictionalPerson:
    """A person of the generator's."""

    name: str
    personal_number: str
    phone: str


class Fiction:
    """Draws people. `draw(n)` gives a whole number from 0 to n - 1."""

    def __init__(self, draw: Callable[[int], int]) -> None:
        self._draw = draw

    def person(self) -> FictionalPerson:
        """An adult with a name that nobody bears by chance."""
        given, family = _GIVEN[self._draw(len(_GIVEN))], _FAMILY[self._draw(len(_FAMILY))]
        return FictionalPerson(f"{given} {family}", self._number(), self._phone())

    def staff(self, place: int) -> str:
        """One of the fictional staff."""
        return _STAFF[place % len(_STAFF)]

    def _number(self) -> str:
        birth = f"{1970 + self._draw(30)}{1 + self._draw(12):02d}{1 + self._draw(28):02d}"
        return f"{birth}-{_UNASSIGNED}{check_digit(birth[2:] + _UNASSIGNED)}"

    def _phone(self) -> str:
        return f"070-174 06 {_FIRST_PHONE + self._draw(_LAST_PHONE - _FIRST_PHONE + 1):02d}"
