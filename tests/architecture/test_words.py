# SPDX-License-Identifier: EUPL-1.2
"""Swedish is complete, nothing in it is stale, and the compiled catalogue is what it gives."""

import gettext
import re
import subprocess
import sys
import tomllib
from io import BytesIO

from tests.tools import ROOT
from tools.words import COMPILED, swedish
from workbench import words

_OTHER_WORD = re.compile(r"\b(akt(s|en|er)?|cases?)\b", re.IGNORECASE)
_OTHER_DISPOSAL = re.compile(
    r"\b(cull(s|ed|ing)?|purg(e|es|ed|ing)|remov\w+ (all of )?(the )?case files?"
    r"|case files? (was|were|has been|have been|is|are) removed|certificate of removal)\b",
    re.IGNORECASE,
)
_THE_WORD = re.compile(r"case (files?|numbers?)\b|\{\w+\}", re.IGNORECASE)


def test_every_word_of_the_program_has_its_swedish():
    made = subprocess.run(
        [sys.executable, "tools/words.py", "--check"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr


def _said_in_english() -> set[str]:
    """On screen, on paper, in errors, in the manual."""
    said = {
        text
        for message in swedish()[0]
        for text in (message.id if isinstance(message.id, tuple | list) else (message.id,))
    }
    for path in (ROOT / "resources" / "errors").glob("*.toml"):
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).values():
            said |= {entry["what_en"], entry["remedy_en"]}
    for path in (ROOT / "docs" / "user" / "en").glob("*.md"):
        said |= set(path.read_text(encoding="utf-8").splitlines())
    assert len(said) > 1500
    return said


def test_an_akt_is_a_case_file_in_english_and_nothing_else():
    said = _said_in_english()
    assert [text for text in said if _OTHER_WORD.search(_THE_WORD.sub("", text))] == []


def test_gallra_is_to_dispose_of_in_english_and_nothing_else():
    assert [text for text in _said_in_english() if _OTHER_DISPOSAL.search(text)] == []


def test_the_catalogue_says_what_the_standard_reader_says() -> None:
    standard = gettext.GNUTranslations(BytesIO(COMPILED.read_bytes()))
    said = {message.id: message.string for message in swedish()[0] if message.id}
    assert len(said) > 1000
    for asked, text in said.items():
        if isinstance(asked, str):
            assert words.speech("sv")(asked) == standard.gettext(asked) == text
            assert words.speech("en")(asked) == asked
            continue
        for n in (0, 1, 2, 21):
            assert words.ngettext(*asked, n) == standard.ngettext(*asked, n), asked


def test_words_that_are_not_in_the_catalogue_stay_as_they_are() -> None:
    for unknown in (" ", "Unloc", "Unlockk", "\u00f6", "\U0001f600"):
        assert words.speech("sv")(unknown) == unknown
    assert [words.ngettext("one xyz", "many xyz", n) for n in (0, 1, 2)] == [
        "many xyz",
        "one xyz",
        "many xyz",
    ]
