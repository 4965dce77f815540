# SPDX-License-Identifier: EUPL-1.2
"""Swedish personal identity numbers: a wrong one is warned about, never refused.

Ten or twelve digits, `YYYYMMDD-NNNC` or `YYMMDD-NNNC`; a coordination number has 60 added to the
day. The last digit is a check digit by the modulus-10 method over the nine before it.
"""

from datetime import date
from typing import Literal

Doubt = Literal["", "length", "date", "check-digit"]
_LONG, _SHORT = 12, 10
_COORDINATION = 60
_ASSUMED_CENTURY = "19"


def digits_of(text: str) -> str:
    """Only the digits: what two spellings of one number have in common."""
    return "".join(character for character in text if character in "0123456789")


def doubt_about(text: str) -> Doubt:
    """What speaks against this being a number that was typed right; "" when nothing does."""
    digits = digits_of(text)
    if len(digits) not in (_LONG, _SHORT):
        return "length"
    full = digits if len(digits) == _LONG else _ASSUMED_CENTURY + digits
    if not _is_date(full[:8]):
        return "date"
    return "" if check_digit(full[2:11]) == full[11] else "check-digit"


def check_digit(nine_digits: str) -> str:
    """The tenth digit of `YYMMDDNNN`."""
    total = 0
    for position, digit in enumerate(nine_digits):
        product = int(digit) * (2 if position % 2 == 0 else 1)
        total += product // 10 + product % 10
    return str(-total % 10)


def _is_date(eight_digits: str) -> bool:
    day = int(eight_digits[6:])
    if day > _COORDINATION:
        day -= _COORDINATION
    try:
        date(int(eight_digits[:4]), int(eight_digits[4:6]), day)
    except ValueError:
        return False
    return True
