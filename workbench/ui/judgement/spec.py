# SPDX-License-Identifier: EUPL-1.2
"""The judgement as fields and back. Levels are chosen by a person; nothing is chosen beforehand."""

from collections.abc import Iterable, Mapping

from workbench.domain.assessments import Conclusion, Judgement, Level
from workbench.domain.ids import RecordId
from workbench.domain.worksheets import YesNo
from workbench.instruments.definition import Definition
from workbench.instruments.worksheet_tables import ConclusionTable
from workbench.services.assess import worksheet_words
from workbench.ui.assess.vms import TICKED
from workbench.ui.writing import checks
from workbench.ui.writing.fields import FieldKind, FieldVm, OptionVm
from workbench.ui.writing.spec import Missing, Values
from workbench.words import _, language

ASSESSMENT, LEVEL, BECAUSE, SAID = "assessment:", "level:", "because:", "said:"
_KINDS: Mapping[str, FieldKind] = {"text": "text", "persons": "line", "date": "day"}
_ANSWERS: tuple[YesNo, ...] = ("yes", "no")
_PARTS = ("risk_for_what", "against_whom", "why", "what_we_do", "limitations", "reassess_on")


def fields(definitions: Iterable[Definition]) -> tuple[FieldVm, ...]:
    """What is written and chosen, in the order in which it is thought."""
    return (
        FieldVm("risk_for_what", _("High risk of what?"), "text", lines=2),
        FieldVm("against_whom", _("Against whom?"), lines=1),
        FieldVm("why", _("Why?"), "text", _("What it rests on, and what weighs most."), lines=4),
        *level_fields(definitions),
        FieldVm("what_we_do", _("What do we do about it?"), "text", lines=3),
        FieldVm(
            "limitations",
            _("Limitations"),
            "text",
            _("What we do not know, whom we have not heard, what was hard to judge."),
            lines=2,
        ),
        FieldVm("reassess_on", _("New assessment no later than"), "day"),
        checks.reason_field(),
    )


def level_fields(definitions: Iterable[Definition]) -> tuple[FieldVm, ...]:
    """The conclusions of the structured judgements, each level with why, in the form's words."""
    found: dict[str, tuple[FieldVm, ...]] = {}
    for definition in definitions:
        for each in definition.table.conclusions:
            if each.id not in found:
                found[each.id] = _conclusion(definition, each)
    return tuple(field for fields in found.values() for field in fields)


def _conclusion(definition: Definition, each: ConclusionTable) -> tuple[FieldVm, ...]:
    words = definition.labels[language()]
    label = words.conclusions[each.id]
    if each.type != "level":
        kind = _KINDS.get(each.type, "list")
        options = tuple(OptionVm(a, worksheet_words.yes_no(a, _)) for a in _ANSWERS)
        chosen = options if kind == "list" else ()
        return (FieldVm(f"{SAID}{each.id}", label, kind, options=chosen, lines=2),)
    options = tuple(OptionVm(code, words.levels[code]) for code in each.levels)
    as_if = _("Judged as if no measures are taken.") if each.if_no_measures else ""
    why = _("{level}: why").format(level=label)
    return (
        FieldVm(f"{LEVEL}{each.id}", label, "choice", as_if, options),
        FieldVm(f"{BECAUSE}{each.id}", why),
    )


def without_measures(definitions: Iterable[Definition]) -> frozenset[str]:
    """The conclusions whose level is judged as if no measures are taken."""
    tables = [definition.table.conclusions for definition in definitions]
    return frozenset(each.id for table in tables for each in table if each.if_no_measures)


def read(judgement: Judgement) -> Values:
    """What stands in the fields of a judgement that was entered."""
    return {
        **{name: getattr(judgement, name) for name in _PARTS},
        **{f"{ASSESSMENT}{record}": TICKED for record in judgement.assessments},
        **{f"{LEVEL}{level.field}": level.level for level in judgement.levels},
        **{f"{BECAUSE}{level.field}": level.because for level in judgement.levels},
        **{f"{SAID}{each.field}": each.said for each in judgement.conclusions},
    }


def build(values: Values, if_no_measures: frozenset[str]) -> Judgement:
    """The judgement as it is written, whole or not."""
    chosen, why = dict(_after(LEVEL, values)), dict(_after(BECAUSE, values))
    return Judgement(
        assessments=tuple(RecordId(r) for r, tick in _after(ASSESSMENT, values) if tick == TICKED),
        risk_for_what=values.get("risk_for_what", ""),
        against_whom=values.get("against_whom", ""),
        why=values.get("why", ""),
        what_we_do=values.get("what_we_do", ""),
        limitations=values.get("limitations", ""),
        reassess_on=checks.iso_day(values, "reassess_on"),
        levels=tuple(
            Level(f, chosen.get(f, ""), f in if_no_measures, why.get(f, "").strip())
            for f in dict.fromkeys((*chosen, *why))
            if chosen.get(f) or why.get(f, "").strip()
        ),
        conclusions=tuple(
            Conclusion(f, said.strip()) for f, said in _after(SAID, values) if said.strip()
        ),
        reason=values.get(checks.REASON, ""),
    )


def not_begun(values: Values) -> Missing | None:
    """An empty judgement is not entered: it would stand in the akt as one."""
    told = _("Write one of the answers first. The rest can wait.")
    levels = [name for name in values if name.startswith((LEVEL, SAID))]
    return checks.nothing(values, (*_PARTS, *levels), _PARTS[0], told)


def part_names(parts: Iterable[str]) -> tuple[str, ...]:
    """The parts that are missing, as the page calls them."""
    words = {
        "assessments": _("Rests on these assessments"),
        "risk_for_what": _("High risk of what?"),
        "against_whom": _("Against whom?"),
        "why": _("Why?"),
        "limitations": _("Limitations"),
        "reassess_on": _("New assessment no later than"),
    }
    return tuple(words[part] for part in parts)


def _after(prefix: str, values: Values) -> list[tuple[str, str]]:
    found = [(name, text) for name, text in values.items() if name.startswith(prefix)]
    return [(name.removeprefix(prefix), text) for name, text in found]
