# SPDX-License-Identifier: EUPL-1.2
"""A form's text in pieces that can be picked: a numbered question, a paragraph, a line."""

import re
from collections.abc import Iterable, Mapping, Sequence

_LETTER = r"[a-zåäö](?=[.):]\s+(?!\w{1,2}\.))"  # "a. Vem", and not "t. ex." or "f. d."
_NUMBER = re.compile(rf"^\s*(\d{{1,3}}[a-zåäö]?|{_LETTER})\s*[.):]?\s+(?=\S)", re.IGNORECASE)
_BULLET = re.compile(r"^\s*[•●▪◦\-–—*□☐]\s+")


def pieces_of(text: str) -> tuple[str, ...]:
    """Wrapped lines are put together; a blank line, a number, letter or bullet begins a new one."""
    found: list[list[str]] = []
    is_open = False
    for line in text.replace("\r", "\n").replace("\x0c", "\n\n").split("\n"):
        clean = " ".join(line.split())
        begins = _NUMBER.match(clean) or _BULLET.match(clean)
        if not clean:
            is_open = False
        elif begins or not is_open:
            found.append([clean])
            is_open = True
        else:
            found[-1].append(clean)
    return tuple(_joined(lines) for lines in found)


def words_of(pieces: Iterable[str], number: str = "") -> str:
    """Picked pieces as one text, without the number that the form prints before it."""
    text = " ".join(pieces).strip()
    begins = _NUMBER.match(text)
    if begins and number and begins.group(1).casefold() == number.casefold():
        return text[begins.end() :].strip()
    return _BULLET.sub("", text).strip()


def by_number(pieces: Sequence[str], numbers: Mapping[str, str]) -> dict[str, str]:
    """Item -> the words of the only piece that begins with its number; nothing is guessed."""
    found: dict[str, list[str]] = {}
    for piece in pieces:
        begins = _NUMBER.match(piece)
        if begins:
            found.setdefault(begins.group(1).casefold(), []).append(piece)
    return {
        item: words_of(found[number.casefold()], number)
        for item, number in numbers.items()
        if len(found.get(number.casefold(), ())) == 1
    }


def _joined(lines: Sequence[str]) -> str:
    """A word that was divided at the end of a line is whole again."""
    text = lines[0]
    for line in lines[1:]:
        is_divided = text.endswith(("-", "\u00ad")) and line[:1].islower()
        text = text[:-1] + line if is_divided else f"{text} {line}"
    return text
