# SPDX-License-Identifier: EUPL-1.2
"""The half of the judgement that runs on the vault's thread."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.assessments import Assessment, Judgement, SignOff
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.people import StaffMember
from workbench.domain.scenarios import Scenario
from workbench.instruments.definition import Definition
from workbench.instruments.packs import caveat_text
from workbench.services.akter import cases
from workbench.services.assess import assessing, judging, reviewing, settling
from workbench.services.assess.sheets import sheet
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.house import access
from workbench.services.records import working
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.assess.shapes import titled
from workbench.ui.case.titles import beside_others, title_of
from workbench.ui.instruments.readiness_words import unready
from workbench.ui.judgement import spec
from workbench.ui.judgement.vms import JudgementVm, TickVm
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.spec import Values
from workbench.words import _, language

SIGN_OFF = "sign_off"
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """What the presenter needs besides the vm."""

    vm: JudgementVm
    if_no_measures: frozenset[str]
    start: Mapping[str, str]


def standing(akt: Akt, desk: Desk, came_from: RecordId | None, *, anew: bool) -> Standing:
    """The judgement being written, else the newest, else a new one. `anew` wants a new one."""
    made = [(each, d) for each in assessing.assessments(akt) if (d := _definition(akt, desk, each))]
    definitions = [definition for _each, definition in made]
    record = _record(akt, came_from, anew=anew)
    led_here = {each.record for each, _definition_of in made}
    ticks = [
        TickVm(f"{spec.ASSESSMENT}{each.record}", _title(akt, each, definition))
        for each, definition in made
    ]
    vm = _vm(akt, desk, record)
    start = {f"{spec.ASSESSMENT}{came_from}": "yes"} if came_from in led_here else {}
    return Standing(
        vm=JudgementVm(
            number=cases.number_of(desk, akt.case),
            ticks=tuple(ticks),
            fields=spec.fields(definitions),
            record=record,
            stage=vm.stage,
            missing=vm.missing,
            signature=vm.signature,
            doubts=vm.doubts,
            signer=signer(desk),
            reviewer=_approved_by(akt, desk, record),
        ),
        if_no_measures=spec.without_measures(definitions),
        start=start if record is None else {},
    )


def sign(akt: Akt, desk: Desk, judgement: RecordId, typed: tuple[RecordId, Values]) -> Changes:
    """Sign with what was typed in the signing form, which is then put away.

    `typed`: its record, and what stood in it before anything was typed.

    Raises:
        WorkbenchError: LOOP-001 to LOOP-003, ASSESS-012; nothing is entered, what was typed stays.
    """
    record, start = typed
    kept = working.fields_of(akt, SIGN_OFF, record)
    values = {**start, **{name: str(text) for name, text in kept.items()}}
    changes = reviewing.sign(
        akt,
        desk,
        SignOff(
            judgement=judgement,
            signed_by=values.get("signed_by", "").strip(),
            reviewer=values.get("reviewer", "").strip(),
            review_skipped_because=values.get("skipped", "").strip(),
        ),
    )
    working.discard(akt, SIGN_OFF, record)
    return changes


def signer(desk: Desk) -> str:
    """The name of the one who is unlocked, as the staff list has it."""
    user = desk.vault.signer.user
    named = [m.value for m in desk.house.all(StaffMember) if m.value.user == user]
    return named[-1].name if named else ""


def _approved_by(akt: Akt, desk: Desk, record: RecordId | None) -> str:
    """The name of who approved the judgement as it reads now."""
    now = reviewing.standing(akt, record) if record is not None else None
    if now is None or now.stage != "approved" or now.review is None:
        return ""
    return access.find_colleague(desk, now.review.value.reviewer).name


def _record(akt: Akt, came_from: RecordId | None, *, anew: bool) -> RecordId | None:
    """The one that was opened by name, else the one being written, else the newest."""
    if came_from is not None and not anew and akt.find(Judgement, came_from) is not None:
        return came_from
    left = left_unentered(akt, Judgement)
    if left:
        return left[0]
    newest = judging.newest_judgement(akt)
    return newest.record if newest is not None and not anew else None


def _vm(akt: Akt, desk: Desk, record: RecordId | None) -> JudgementVm:
    judged = akt.find(Judgement, record) if record is not None else None
    if judged is None:
        return JudgementVm("", (), (), record, "writing")
    left = settling.left_to_say(akt, desk, judged.value)
    parts = judging.missing_parts(judged.value)
    if "assessments" not in parts and settling.rests_on_too_little(akt, desk, judged.value):
        parts = ("assessments", *parts)
    missing = (*spec.part_names(parts), *_first(left))
    signed = judging.signature_of(akt, judged.record)
    doubts = _doubts(akt, desk, judged.value)
    if not missing:  # only then can it be signed, and nothing else is asked for first
        doubts = (*doubts, *_unready(akt, desk, judged.value))
    if signed is None:
        return JudgementVm("", (), (), record, "entered", missing, doubts=doubts)
    return JudgementVm("", (), (), record, "signed", missing, _signature(akt, signed))


def _first(left: tuple[str, ...]) -> tuple[str, ...]:
    """The first of what is left on the worksheets, and how much more there is."""
    if len(left) <= _MOST_NAMED:
        return left
    more = _("{n} more").format(n=len(left) - _MOST_NAMED)
    return (*left[:_MOST_NAMED], more)


def _doubts(akt: Akt, desk: Desk, judgement: Judgement) -> tuple[str, ...]:
    """What is pointed out before a signature. None of it stands in the way."""
    sheets_under = settling.worksheets_under(akt, desk, judgement)
    items = {i.id: titled(i) for each in sheets_under for i in each.definition.items}
    items |= {e.record: e.label for each in sheets_under for e in each.beside.extras}
    items |= {s.record: s.value.what for s in akt.all(Scenario)}
    said = {
        "plan-even-low": caveat_text("plan-aven-lag", language(), {}),
        "scenario-without-measure": _(
            "{factor}: this method proposes measures for each scenario, and it has none."
        ),
        "critical-without-presence": _("{factor}: marked critical, and not coded as present."),
        "outside-window": _("{factor}: a day that is cited lies outside the time column."),
    }
    found = settling.doubts(akt, desk, judgement)
    told = (said[each.what].format(factor=items.get(each.item, "")) for each in found)
    return tuple(told)


def _unready(akt: Akt, desk: Desk, judgement: Judgement) -> tuple[str, ...]:
    """Sources, training and licence of each assessment underneath, by its instrument."""
    found: dict[str, None] = {}
    for record in judgement.assessments:
        made = akt.find(Assessment, record)
        if made is not None:
            title = title_of(desk.catalogue, made.value.instrument)
            found |= dict.fromkeys(f"{title}: {each}" for each in unready(akt, desk, record))
    return tuple(found)


def _signature(akt: Akt, signed: Recorded[SignOff]) -> str:
    told = _("Signed by {name}, {when}.").format(
        name=signed.value.signed_by, when=day_and_time(signed.recorded_at)
    )
    read = _("Reviewed by {name}.").format(name=signed.value.reviewer)
    if reviewing.approved_before(akt, signed) is None:
        named = _("Named by the assessor: {name}. No review is approved in the case file.")
        read = named.format(name=signed.value.reviewer)
    skipped = _("The review was skipped: {why}").format(why=signed.value.review_skipped_because)
    return f"{told} {read if signed.value.reviewer else skipped}"


def _definition(akt: Akt, desk: Desk, each: Recorded[Assessment]) -> Definition | None:
    """None for an assessment under a definition that this library does not hold."""
    try:
        return sheet(akt, desk, each.record).definition
    except WorkbenchError:
        return None


def _title(akt: Akt, each: Recorded[Assessment], definition: Definition) -> str:
    """Several raters of one case used one instrument on one day: which of them it is."""
    told = _("{instrument}, {day}").format(
        instrument=definition.title(language()), day=each.value.begun_on
    )
    return " · ".join(filter(None, (told, beside_others(akt, each.record))))
