# SPDX-License-Identifier: EUPL-1.2
"""Reserve numbers: what stands for a person while no personal number is known.

Letters alone, so that nobody takes one for a personal number: `R-KTMWD-XBQFH`. It is drawn from the
akt's own random id: the same akt gives the same number, on every copy of the vault, and no count
of unknown people is kept anywhere. The last letter is a check letter.
"""

import hashlib

from workbench.domain.ids import CaseId

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels: no word is spelled by chance."""
_WEIGHTS = (1, 3, 7, 9, 11, 13, 17, 19, 1)
"""Each has an inverse among twenty: one wrong letter never passes."""
_LABEL = "varn/reserve-number/1\0"
_GROUP = 5


def reserve_number(case: CaseId) -> str:
    """The reserve number of the person an akt is about."""
    number = int.from_bytes(hashlib.sha256(f"{_LABEL}{case}".encode()).digest(), "big")
    values = []
    for _weight in _WEIGHTS:
        number, value = divmod(number, len(_LETTERS))
        values.append(value)
    letters = "".join(_LETTERS[value] for value in (*values, _check(values)))
    return f"R-{letters[:_GROUP]}-{letters[_GROUP:]}"


def is_reserve_number(text: str) -> bool:
    """Whether it is spelled as one and its check letter fits; dashes and case may be left out."""
    letters = text.strip().upper().replace("-", "").replace(" ", "")
    if len(letters) != len("R") + 2 * _GROUP or letters[0] != "R":
        return False
    values = [_LETTERS.find(letter) for letter in letters[1:]]
    return min(values) >= 0 and _check(values[:-1]) == values[-1]


def _check(values: list[int]) -> int:
    total = sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=True))
    return total % len(_LETTERS)
