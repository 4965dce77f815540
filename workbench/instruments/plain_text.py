# SPDX-License-Identifier: EUPL-1.2
"""Whether a text that somebody sent is only what is read: no markup, no characters unseen."""

import re
import unicodedata

_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn")
_MAY_STAND = "\n\u00ad"
_MARKUP = re.compile(r"</?[A-Za-z!?]|&#?[A-Za-z0-9]{2,10};")


def is_marked_up(text: str) -> bool:
    """Whether it holds markup, or a character that turns or hides what stands beside it."""
    hidden = any(unicodedata.category(c) in _UNSEEN and c not in _MAY_STAND for c in text)
    return hidden or "\ufffd" in text or _MARKUP.search(text) is not None
