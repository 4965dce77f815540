# SPDX-License-Identifier: EUPL-1.2
"""A call that was made: to whom, when, whether anybody was reached, and the code word."""

from dataclasses import dataclass
from typing import Literal, get_args

CallTo = Literal["subject", "other"]
"""The one whom the akt is about, or somebody else."""
CALL_TO: tuple[CallTo, ...] = get_args(CallTo)
Reached = Literal["reached", "not-reached", "somebody-else"]
REACHED: tuple[Reached, ...] = get_args(Reached)
CodeWord = Literal["", "not-given", "given"]
"""Given: the person could not talk. Never the word itself; "" where none is agreed."""
CODE_WORDS: tuple[CodeWord, ...] = get_args(CodeWord)


@dataclass(frozen=True, slots=True)
class Call:
    """`at` is an ISO day or moment. `whom`: the function of somebody else.

    `checked`: what was ticked as looked through before the call.
    """

    to: CallTo
    at: str
    reached: Reached
    whom: str = ""
    code_word: CodeWord = ""
    note: str = ""
    checked: tuple[str, ...] = ()
    reason: str = ""

    @property
    def is_contact(self) -> bool:
        """Whether the person was spoken to and could talk."""
        return self.to == "subject" and self.reached == "reached" and self.code_word != "given"
