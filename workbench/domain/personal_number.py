# SPDX-License-Identifier: EUPL-1.2
"""Swedish personal identity numbers: a wrong one is warned about, never refused.

Ten or twelve digits, `YYYYMMDD-NNNC` or `YYMMDD-NNNC`; a coordination number has 60 added to the
day. The last digit is a check digit by the modulus-10 method over the nine before it.
A doubt is worth showing and nothing more: real numbers of people who came here differ too.
"""

from datetime import date
from typing import Literal

Doubt = Literal["", "length", "date", "check-digit", "birth-date-only", "zeros", "future"]
_LONG, _SHORT = 12, 10
_BIRTH_DATE_ONLY = (8, 6)
_ZEROS = "0000"
_COORDINATION = 60
_ASSUMED_CENTURY = "19"


def digits_of(text: str) -> str:
    """Only the digits: what two spellings of one number have in common."""
    return "".join(character for character in text if character in "0123456789")


def doubt_about(text: str, today: date | None = None) -> Doubt:
    """What speaks against this being a number that was typed right; "" when nothing does.

    Whether the birth date lies ahead is seen only where `today` is given, and for a number with
    its century.
    """
    digits = digits_of(text)
    if len(digits) in _BIRTH_DATE_ONLY and _is_date(_with_century(digits)):
        return "birth-date-only"
    if len(digits) not in (_LONG, _SHORT):
        return "length"
    full = _with_century(digits)
    if not _is_date(full[:8]):
        return "date"
    if today is not None and full[:8] > f"{today:%Y%m%d}":
        return "future"
    if full.endswith(_ZEROS):
        return "zeros"
    return "" if check_digit(full[2:11]) == full[11] else "check-digit"


def is_same(one: str, other: str) -> bool:
    """Whether two spellings can be one number; a century that is not written may be any."""
    first, second = digits_of(one), digits_of(other)
    if {len(first), len(second)} <= {_LONG}:
        return first == second
    lengths = {len(first), len(second)} <= {_LONG, _SHORT}
    return lengths and first[-_SHORT:] == second[-_SHORT:]


def _with_century(digits: str) -> str:
    return digits if len(digits) in (_LONG, _BIRTH_DATE_ONLY[0]) else _ASSUMED_CENTURY + digits


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
