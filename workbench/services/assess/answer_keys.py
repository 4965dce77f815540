# SPDX-License-Identifier: EUPL-1.2
"""Which key picks which choice, on screen and on the blank form: the code or letter it shows."""

from collections.abc import Sequence

from workbench.domain.assessments import AnswerState
from workbench.instruments.definition import Choice, Language

STATE_KEYS: dict[AnswerState, str] = {
    "dont-know": "F6",
    "declined": "F7",
    "not-applicable": "F8",
    "postponed": "F9",
}
_MOST_DIGITS = 9
_DASHES = "--"


def choice_keys(choices: Sequence[Choice], lang: Language) -> tuple[str, ...]:
    """A key for each choice: its own short code, else its initial (yes/no), else its number."""
    codes = [choice.code for choice in choices]
    if all(len(code) == 1 or code == _DASHES for code in codes):
        return tuple("-" if code == _DASHES else code.upper() for code in codes)
    initials = [choice.labels[lang][:1].upper() for choice in choices]
    if len(choices) == len("JN") and len(set(initials)) == len(initials):
        return tuple(initials)
    return tuple(str(n) if n <= _MOST_DIGITS else "" for n in range(1, len(choices) + 1))


def spoken(choice: Choice, lang: Language) -> str:
    """The label without the code that its key already shows."""
    return choice.labels[lang].removeprefix(f"{choice.code}: ")


def state_of(code: str) -> AnswerState:
    """The state that a code of a view stands for."""
    return next(state for state in STATE_KEYS if state == code)
