# SPDX-License-Identifier: EUPL-1.2
"""Which interpreter the person needs and wants, and each talk that was interpreted.

Whom the person refuses stands in the list of `domain.no_contact`, with everybody else who must
not be contacted: there is one such list.
"""

from dataclasses import dataclass
from typing import Literal, get_args

Gender = Literal["", "woman", "man"]
GENDERS: tuple[Gender, ...] = get_args(Gender)
Same = Literal["", "same", "never-same"]
"""The same interpreter as before, or never the same; "" where nobody has said."""
SAMES: tuple[Same, ...] = get_args(Same)
InterpreterWay = Literal["", "on-site", "phone", "video"]
INTERPRETER_WAYS: tuple[InterpreterWay, ...] = get_args(InterpreterWay)
InterpretedBy = Literal["interpreter", "staff", "relative", "child"]
"""A relative or a child never is an interpreter: that it happened is kept as a deviation."""
INTERPRETED_BY: tuple[InterpretedBy, ...] = get_args(InterpretedBy)
DEVIATIONS: frozenset[InterpretedBy] = frozenset({"relative", "child"})


@dataclass(frozen=True, slots=True)
class InterpreterNeed:
    """The language and what the person wishes. `from_elsewhere`: from another place than here."""

    language: str
    dialect: str = ""
    gender: Gender = ""
    from_elsewhere: bool = False
    same: Same = ""
    way: InterpreterWay = ""
    wishes: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class InterpretedTalk:
    """One talk: `who` is a function or a booking number, never a name. `deviation`: why."""

    day: str
    who: str
    by: InterpretedBy = "interpreter"
    way: InterpreterWay = ""
    how_it_went: str = ""
    deviation: str = ""
    reason: str = ""
