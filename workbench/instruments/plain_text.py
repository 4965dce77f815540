# SPDX-License-Identifier: EUPL-1.2
"""Whether a text that somebody sent is only what is read: no markup, no characters unseen."""

import re
import unicodedata

_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn")
_MAY_STAND = "\n\u00ad"
_BREAKS = ("\n", "\u2028", "\u2029")
_MARKUP = re.compile(r"</?[A-Za-z!?]|&#?[A-Za-z0-9]{2,10};")


def is_marked_up(text: str) -> bool:
    """Whether it holds markup, or a character that turns or hides what stands beside it."""
    hidden = any(_is_unseen(c) for c in text)
    return hidden or "\ufffd" in text or _MARKUP.search(text) is not None


def line_of(text: str) -> str:
    """The text as one line of what is seen: without characters that turn, hide or break it."""
    return "".join(c for c in text if c not in _BREAKS and not _is_unseen(c))


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN and character not in _MAY_STAND
