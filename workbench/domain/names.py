# SPDX-License-Identifier: EUPL-1.2
"""Whether two written names are one name: where two people must act, spelling decides nothing."""

import unicodedata


def is_same_name(one: str, other: str) -> bool:
    """Whether both read the same: accents, capitals, spaces and unseen signs make no other name."""
    return _read(one) == _read(other)


def _read(name: str) -> str:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    seen = "".join(each for each in folded if unicodedata.category(each) not in ("Cf", "Mn"))
    return " ".join(seen.split())
