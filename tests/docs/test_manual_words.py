# SPDX-License-Identifier: EUPL-1.2
"""Words in bold in the manual are the words on screen, letter for letter, in both languages."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tools.words import swedish

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "docs" / "user"
CAVEATS = ROOT / "workbench" / "instruments" / "library" / "caveats.toml"
CHAPTERS = sorted(MANUAL.glob("*/*.md"))
NAMES = [f"{path.parent.name}/{path.name}" for path in CHAPTERS]
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SENTENCE = re.compile(r"(?<=[.?!]) ")
_HOLE = re.compile(r"\{\w+\}")
_STEP = " → "
_MOST_TOLD = 0.5
"""How much of a term may be what the program fills in."""


def bold_in(path: Path) -> list[str]:
    """Every term, a way through several pages step by step."""
    said = _LINK.sub(r"\1", path.read_text(encoding="utf-8"))
    return [step for term in _BOLD.findall(said) for step in term.split(_STEP)]


@cache
def on_screen(lang: str) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Whole texts, whole sentences of them, and those with something filled in."""
    texts = {text for message in swedish()[0] for text in _texts(message, lang)}
    texts |= {each[lang] for each in tomllib.loads(CAVEATS.read_text(encoding="utf-8")).values()}
    filled = [_plain(text) for text in texts if _HOLE.search(text)]
    parts = {part for text in texts for part in (*_SENTENCE.split(text), _HOLE.split(text)[0])}
    said = {_plain(text) for text in texts | parts}
    return frozenset(said), tuple(_pattern(text) for text in filled)


def _texts(message, lang: str) -> Iterator[str]:
    told = message.string if lang == "sv" else message.id
    yield from told if isinstance(told, tuple | list) else (told,)


def _plain(text: str) -> str:
    """A sentence of the manual may end where the screen does not."""
    return text.strip().rstrip(".:,… ")


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile("(.+)".join(re.escape(part) for part in _HOLE.split(text)))


def is_on_screen(term: str, lang: str) -> bool:
    whole, filled = on_screen(lang)
    term = _plain(term)
    found = (pattern.fullmatch(term) for pattern in filled)
    told = (sum(map(len, match.groups())) for match in found if match is not None)
    return term in whole or any(length <= len(term) * _MOST_TOLD for length in told)


def test_there_is_a_chapter_in_each_language_for_every_chapter():
    count = {lang: len(list((MANUAL / lang).glob("*.md"))) for lang in ("sv", "en")}
    assert count["sv"] == count["en"] >= 3


@pytest.mark.parametrize("chapter", CHAPTERS, ids=NAMES)
def test_every_word_in_bold_stands_on_the_screen(chapter: Path):
    terms = bold_in(chapter)
    assert len(terms) >= 5
    assert [term for term in terms if not is_on_screen(term, chapter.parent.name)] == []


def test_what_no_screen_says_is_told():
    assert not is_on_screen("Tryck på den blå knappen", "sv")
    assert not is_on_screen("2026-11-22", "sv")
    assert is_on_screen("Pausa", "sv")
    assert is_on_screen("Pause", "en")
    assert not is_on_screen("Pausa", "en")
