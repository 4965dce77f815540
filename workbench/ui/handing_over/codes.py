# SPDX-License-Identifier: EUPL-1.2
"""Coded values in words; a code or a shape that nobody here knows is shown as it stands."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from workbench.instruments.definition import Definition
from workbench.services import labels
from workbench.services.assess import worksheet_words
from workbench.services.facts import account_words, document_words, happening_words
from workbench.services.loop import plan_words
from workbench.services.person import identity_words
from workbench.ui.writing.vocabulary import carries, noticed
from workbench.words import _, language

_WORD_OF: dict[tuple[str, str], Callable[..., str]] = {
    ("subject", "role"): labels.subject_role,
    ("subject", "established"): identity_words.established,
    ("protection_now", "needed"): labels.need_now,
    ("protection_now", "shelter"): plan_words.shelter,
    ("incident", "kind"): labels.incident_kind,
    ("incident", "certainty"): happening_words.certainty,
    ("measure", "status"): labels.measure_status,
    ("measure", "domain"): labels.measure_domain,
    ("measure", "protection"): labels.measure_protection,
    ("plan_item", "owner"): lambda of, _: {"person": _("Safety plan")}.get(
        of, _("Protection plan")
    ),
    ("plan_item", "carry"): lambda of, _: carries()[of],
    ("scenario", "turn"): labels.turn,
    ("result", "status"): labels.rule_status,
    ("answer", "state"): labels.answer_state,
    ("material", "kind"): worksheet_words.material_kind,
    ("material", "standing"): worksheet_words.standing,
    ("sheet_person", "part"): worksheet_words.part,
    ("sheet_person", "roles"): lambda of, _: account_words.collective_roles(_)[of],
    ("worksheet_head", "depth"): worksheet_words.depth,
    ("worksheet_head", "police_consent"): worksheet_words.yes_no,
    ("factor_mark", "critical"): worksheet_words.yes_no,
    ("factor_mark", "provisional"): worksheet_words.yes_no,
}


class Codes:
    """The words for codes, given the instruments that the record rests on."""

    def __init__(self, definitions: Iterable[Definition]) -> None:
        self._definitions = tuple({each.sha256: each for each in definitions}.values())

    def said(self, kind: str, field: str, value: object) -> str:
        """One value of one field of one kind of record."""
        if field == "instrument" and isinstance(value, Mapping):
            return self._instrument(value)
        if field == "levels" and isinstance(value, list | tuple):
            return "; ".join(self._level(kind, level) for level in value)
        if field == "missing" and isinstance(value, list | tuple):
            return ", ".join(str(item) for item in value)
        return self._plain(kind, field, value)

    def _plain(self, kind: str, field: str, value: object) -> str:
        if isinstance(value, bool):
            return _("Yes") if value else ""
        if value is None or isinstance(value, int):
            is_said = value is not None and (field != "document" or value)
            return str(value) if is_said else ""
        if isinstance(value, list | tuple):
            return ", ".join(self._plain(kind, field, inner) for inner in value)
        if isinstance(value, Mapping):
            return self._field_of_sheet(value)
        return self._word(kind, field, str(value))

    def _word(self, kind: str, field: str, code: str) -> str:
        document = document_words.cited_source(code, "", _) if field == "source" else ""
        if document:
            return document
        own = _OWN[field]() if field in _OWN else {}
        if code in own:
            return own[code]
        if field == "band":
            return self._band(code)
        word = _WORD_OF.get((kind, field))
        try:
            return word(code, _) if word is not None and code else code
        except KeyError:
            return code

    def _instrument(self, pin: Mapping[str, Any]) -> str:
        for definition in self._definitions:
            if definition.id == pin.get("id"):
                return f"{definition.title(language())} ({pin.get('version', '')})"
        return f"{pin.get('id', '')} ({pin.get('version', '')})"

    def _level(self, kind: str, level: object) -> str:
        if not isinstance(level, Mapping):
            return self._plain(kind, "levels", level)
        field, code = str(level.get("field", "")), str(level.get("level", ""))
        words = [definition.labels[language()] for definition in self._definitions]
        named = next((w.conclusions[field] for w in words if field in w.conclusions), field)
        said = next((w.levels[code] for w in words if code in w.levels), code)
        told = _("{label}: {text}").format(label=named, text=said)
        if level.get("if_no_measures"):
            as_if = _("Judged as if no measures are taken.")
            told = f"{told} ({as_if.rstrip('.').lower()})"
        return told

    def _field_of_sheet(self, value: Mapping[str, Any]) -> str:
        """A field of a worksheet by its label, and what was written in it."""
        inner = dict(value)
        name = str(inner.pop("field", inner.pop("column", "")))
        said = ", ".join(self._plain("", "", each) for each in inner.values() if each)
        label = next((t for d in self._definitions if (t := _label_on_sheet(d, name))), name)
        return _("{label}: {text}").format(label=label, text=said) if said else ""

    def _band(self, code: str) -> str:
        for definition in self._definitions:
            for table in definition.labels[language()].bands.values():
                if code in table:
                    return table[code]
        return code


def _label_on_sheet(definition: Definition, name: str) -> str:
    words = definition.labels[language()]
    parts = (words.header, words.procedure, words.conclusions, words.column_questions)
    columns = {column: each.label for column, each in words.columns.items()}
    return next((part[name] for part in (*parts, columns) if name in part), "")


def _identities() -> dict[str, str]:
    return {
        "confirmed": _("Confirmed"),
        "stated": _("Stated by the person"),
        "unknown": _("Not known"),
        "protected": _("Protected identity"),
    }


def _plans() -> dict[str, str]:
    return {"person": _("Safety plan"), "organisation": _("Protection plan")}


def _hands() -> dict[str, str]:
    return {"asked": _("Asked"), "read-off": _("Read off the form")}


_OWN = {"identity": _identities, "hand": _hands, "children_noticed": noticed}
