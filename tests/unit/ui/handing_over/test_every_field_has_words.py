# SPDX-License-Identifier: EUPL-1.2
"""What a receiver may be shown is in words: no field by its own name, no code, no reference."""

from dataclasses import fields
from typing import get_type_hints

import pytest

from workbench.services.records import bodies
from workbench.ui.handing_over.codes import Codes
from workbench.ui.handing_over.fields import HIDDEN, field_words, kind_words

_TYPES = {kind.partition("/")[0]: of for kind, of in bodies.KINDS.items()}
ONLY_HERE = frozenset({"reason", "withdrawn_on", "established_note"})
"""Never leaves: `receiver_view`."""
_TOLD_TOGETHER = frozenset({"answer", "coding"})
_OF_A_FORM = frozenset({"item", "column"})


def _shown(kind: str) -> dict[str, object]:
    hints = get_type_hints(_TYPES[kind])
    names = (each.name for each in fields(_TYPES[kind]))
    return {name: hints[name] for name in names if name not in HIDDEN | ONLY_HERE | _OF_A_FORM}


@pytest.mark.parametrize("kind", sorted(set(kind_words()) - _TOLD_TOGETHER))
def test_every_field_is_called_something(kind: str) -> None:
    assert [name for name in _shown(kind) if name not in field_words()] == []


@pytest.mark.parametrize("kind", sorted(set(kind_words()) - _TOLD_TOGETHER))
def test_no_field_refers_to_a_record(kind: str) -> None:
    refers = ("RecordId", "FactorRef", "UserId")
    assert [n for n, of in _shown(kind).items() if any(each in str(of) for each in refers)] == []


@pytest.mark.parametrize("kind", sorted(set(kind_words()) - _TOLD_TOGETHER))
def test_every_code_is_said_in_words(kind: str) -> None:
    codes = Codes(())
    for name, of in _shown(kind).items():
        if str(of).startswith("typing.Literal"):
            values = [code for code in of.__args__ if isinstance(code, str) and "-" in code]
            assert [code for code in values if codes.said(kind, name, code) == code] == [], name


def test_a_role_in_a_collective_is_said_in_words() -> None:
    said = Codes(()).said("sheet_person", "roles", ["decides", "carries-out"])
    assert "decides" not in said
    assert Codes(()).said("incident", "document", 0) == ""
