# SPDX-License-Identifier: EUPL-1.2
"""What an XML reader meets in the body of a Word file, as paragraphs of plain text."""

from workbench.services.facts.untrusted.errors import BrokenDocumentError, TooLongError
from workbench.services.facts.untrusted.plain_text import visible

MOST_LETTERS, MOST_PARAGRAPHS, MOST_DEEP = 4_000_000, 100_000, 400
_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_TWICE = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
"""The same content once more, for older readers."""
_SAID = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class Paragraphs:
    """Hears beginnings, ends and letters; `all` gives the paragraphs.

    A paragraph inside another (a text box) stands before the one that it is anchored in.
    """

    def __init__(self) -> None:
        self._done: list[str] = []
        self._open: list[list[str]] = []
        self._deep, self._letters, self._twice = 0, 0, 0
        self._is_text = False

    def begin(self, name: str, _attributes: object) -> None:
        self._deep += 1
        if self._deep > MOST_DEEP:
            raise BrokenDocumentError
        if name == _TWICE or self._twice:
            self._twice += 1
            return
        local = _word(name)
        if local == "p":
            self._open.append([])
        elif local in _SAID and self._open:
            self._put(_SAID[local])
        self._is_text = local == "t"

    def end(self, name: str) -> None:
        self._deep -= 1
        self._is_text = False
        if self._twice:
            self._twice -= 1
        elif _word(name) == "p" and self._open:
            self._done.append(visible("".join(self._open.pop())))
            if len(self._done) > MOST_PARAGRAPHS:
                raise TooLongError

    def say(self, text: str) -> None:
        if self._is_text and not self._twice and self._open:
            self._put(text)

    def all(self) -> tuple[str, ...]:
        return tuple(self._done)

    def _put(self, text: str) -> None:
        self._letters += len(text)
        if self._letters > MOST_LETTERS:
            raise TooLongError
        self._open[-1].append(text)


def _word(name: str) -> str:
    """The name of an element of Word's own, "" for others."""
    space, _between, local = name.rpartition(" ")
    return local if space in _SPACES else ""
