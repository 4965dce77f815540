# SPDX-License-Identifier: EUPL-1.2
"""Whatever was typed is stored as it was typed, in working rows and in entries."""

import json

import pytest

from tests.vault.making import Workplace, writer
from workbench.domain.canonical import replace_surrogates

TEXTS = [
    "",
    " ",
    "<b>fet</b> & <script>alert('x')</script>",
    "'; DROP TABLE entry; --",
    "x" * 100_000,
    "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 familj",
    "\u05e9\u05dc\u05d5\u05dd \u202eabc\u202c \u0645\u0631\u062d\u0628\u0627",
    "".join(chr(code) for code in range(32)) + "\x7f\x80\x9f",
    "rad ett\r\nrad två\u2028rad tre\u0085",
    "A\u030a och Å, e\u0301 och é",
    '"citat" \\ bakstreck \\u0041 \\n',
    "\ufeff\ufffe\uffff\U0010ffff",
]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text)[:20])
def test_text_comes_back_as_it_was_typed(place: Workplace, text):
    vault = place.create()
    akt = writer(place, vault)
    akt.type("text", text)
    akt.enter(text)
    case, user = akt.file.case, vault.signer.user
    vault.close()
    vault = place.unlock()
    file = vault.open_case(case)
    (row,) = file.working_rows(user)
    (entry,) = file.entries()
    assert json.loads(row.value) == text
    assert entry.content() == {"text": text}
    assert [report.why for report in vault.verify()] == ["", ""]
    vault.close()


def test_a_lone_surrogate_becomes_a_replacement_character(place: Workplace):
    vault = place.create()
    akt = writer(place, vault)
    akt.enter(replace_surrogates("före \ud83d efter"))
    assert akt.file.entries()[0].content() == {"text": "före \ufffd efter"}
    assert "före \ufffd efter".encode() in (akt.file.entries()[0].body or b"")
    vault.close()
