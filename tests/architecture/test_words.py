# SPDX-License-Identifier: EUPL-1.2
"""Swedish is complete, nothing in it is stale, and the compiled catalogue is what it gives."""

import re
import subprocess
import sys
import tomllib

from tests.tools import ROOT
from tools.words import swedish

_OTHER_WORD = re.compile(r"\b(akt(s|en|er)?|cases?)\b", re.IGNORECASE)
_THE_WORD = re.compile(r"case (files?|numbers?)\b|\{\w+\}", re.IGNORECASE)


def test_every_word_of_the_program_has_its_swedish():
    made = subprocess.run(
        [sys.executable, "tools/words.py", "--check"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr


def test_an_akt_is_a_case_file_in_english_and_nothing_else():
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
    assert [text for text in said if _OTHER_WORD.search(_THE_WORD.sub("", text))] == []
