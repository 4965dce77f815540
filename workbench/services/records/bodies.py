# SPDX-License-Identifier: EUPL-1.2
"""Records as journal bodies and back: the closed, versioned set of kinds.

A kind's fields may only be added to, each with a default; any other change is a new version of
the kind with an upcaster here, and old bodies are never rewritten.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from workbench.domain import (
    access,
    acquaintance,
    arrivals,
    assessments,
    backups,
    beside,
    calls,
    concerns,
    deadlines,
    disclosures,
    documents,
    erasing,
    external_results,
    file_links,
    incidents,
    interpreters,
    life_events,
    measures,
    no_contact,
    orders,
    own_forms,
    paper_twins,
    people,
    periods,
    persons,
    plans,
    protected_identity,
    reviews,
    rights,
    scenarios,
    standing,
    subject,
    triggers,
    worksheets,
)
from workbench.domain.canonical import Json, canonical_bytes, replace_surrogates
from workbench.domain.journal import Entry

T = TypeVar("T")

KINDS: dict[str, type[Any]] = {
    "subject/1": subject.Subject,
    "file_link/1": file_links.FileLink,
    "acquaintance/1": acquaintance.Acquaintance,
    "safe_contact/1": subject.SafeContact,
    "protection_now/1": subject.ProtectionNow,
    "no_contact/1": no_contact.NoContact,
    "interpreter_need/1": interpreters.InterpreterNeed,
    "interpreted_talk/1": interpreters.InterpretedTalk,
    "protected_identity/1": protected_identity.ProtectedIdentity,
    "hidden_detail/1": protected_identity.HiddenDetail,
    "note/1": subject.Note,
    "arrival/1": arrivals.Arrival,
    "child_arrival/1": arrivals.ChildArrival,
    "arrived_together/1": arrivals.ArrivedTogether,
    "first_day_closed/1": arrivals.FirstDayClosed,
    "incident/1": incidents.Incident,
    "life_event/1": life_events.LifeEvent,
    "assessment/1": assessments.Assessment,
    "own_appraisal/1": assessments.OwnAppraisal,
    "answer/1": assessments.Answer,
    "coding/1": assessments.Coding,
    "factor_mark/1": worksheets.FactorMark,
    "extra_factor/1": worksheets.ExtraFactor,
    "citation/1": worksheets.Citation,
    "material/1": worksheets.Material,
    "sheet_person/1": worksheets.SheetPerson,
    "worksheet_head/1": worksheets.WorksheetHead,
    "paper_reading/1": assessments.PaperReading,
    "keyed_in/1": paper_twins.KeyedIn,
    "result/1": assessments.Result,
    "rule_confirmation/1": assessments.RuleConfirmation,
    "rule_rejected/1": rights.RuleRejected,
    "local_content/1": rights.LocalContent,
    "wording_pack/1": rights.WordingPack,
    "training/1": rights.Training,
    "own_form/1": own_forms.OwnForm,
    "judgement/1": assessments.Judgement,
    "sign_off/1": assessments.SignOff,
    "beside/1": beside.Beside,
    "assessment_lock/1": beside.AssessmentLock,
    "review/1": reviews.Review,
    "external_result/1": external_results.ExternalResult,
    "document/1": documents.Document,
    "kept_where/1": documents.KeptWhere,
    "filed_there/1": documents.FiledThere,
    "scenario/1": scenarios.Scenario,
    "measure/1": measures.Measure,
    "no_measure/1": measures.NoMeasure,
    "still_holds/1": standing.StillHolds,
    "concern_report/1": concerns.ConcernReport,
    "safety_plan/1": plans.SafetyPlan,
    "protection_plan/1": plans.ProtectionPlan,
    "plan_item/1": plans.PlanItem,
    "plan_modules/1": plans.PlanModules,
    "stay_plan/1": plans.StayPlan,
    "child_plan_note/1": plans.ChildPlanNote,
    "local_point/1": plans.LocalPoint,
    "deadline/1": deadlines.Deadline,
    "review_date/1": deadlines.ReviewDate,
    "reassessment_trigger/1": triggers.ReassessmentTrigger,
    "restraining_order/1": orders.RestrainingOrder,
    "order_extension/1": orders.OrderExtension,
    "order_breach/1": orders.OrderBreach,
    "alarm/1": orders.Alarm,
    "police_contact/1": orders.PoliceContact,
    "local_period/1": periods.LocalPeriod,
    "sent/1": disclosures.Sent,
    "received/1": disclosures.Received,
    "arrived/1": disclosures.Arrived,
    "printed/1": disclosures.Printed,
    "person/1": persons.Person,
    "person_link/1": persons.PersonLink,
    "statement/1": persons.Statement,
    "disagreement/1": persons.Disagreement,
    "told/1": disclosures.Told,
    "call/1": calls.Call,
    "spoken/1": disclosures.Spoken,
    "opened/1": disclosures.Opened,
    "organisation/1": people.Organisation,
    "staff_member/1": people.StaffMember,
    "unlocked/1": access.Unlocked,
    "granted/1": access.Granted,
    "revoked/1": access.Revoked,
    "user_added/1": access.UserAdded,
    "user_removed/1": access.UserRemoved,
    "roles_changed/1": access.RolesChanged,
    "passphrase_changed/1": access.PassphraseChanged,
    "setting/1": access.Setting,
    "log_review/1": access.LogReview,
    "backup_made/1": backups.BackupMade,
    "backup_verified/1": backups.BackupVerified,
    "rehearsed/1": backups.Rehearsed,
    "restored/1": backups.Restored,
    "aside_removed/1": backups.AsideRemoved,
    "drilled/1": backups.Drilled,
    "recovery_renewed/1": backups.RecoveryRenewed,
    "hidden/1": erasing.Hidden,
    "purge/1": erasing.Purge,
    "purged/1": erasing.Purged,
    "erase_proposed/1": erasing.EraseProposed,
    "erased/1": erasing.Erased,
    "device_sanitised/1": erasing.DeviceSanitised,
    "urgent/1": erasing.Urgent,
    "urgent_reviewed/1": erasing.UrgentReviewed,
    "exported/1": erasing.Exported,
}
_KIND_OF = {record: kind for kind, record in KINDS.items()}


class UnreadableError(Exception):
    """A body that this version cannot read; the entry is kept and shown as unreadable."""


def kind_of(record: type[Any]) -> str:
    """The versioned kind under which a record is entered."""
    return _KIND_OF[record]


def name_of(record: type[Any]) -> str:
    """The kind without its version, as the fold keys it."""
    return _KIND_OF[record].partition("/")[0]


def body_of(value: object) -> dict[str, Json]:
    """A record as JSON, lone surrogates replaced."""
    fields: dict[str, Json] = msgspec.to_builtins(value)
    return {name: _clean(field) for name, field in fields.items()}


def encode(body: Mapping[str, Json]) -> bytes:
    """A body's canonical bytes."""
    return canonical_bytes(body)


def read(entry: Entry, record: type[T]) -> T:
    """The record that an entry holds.

    Raises:
        UnreadableError: purged, of another version, or not of this shape.
    """
    if entry.body is None or entry.header.kind != _KIND_OF[record]:
        raise UnreadableError(entry.header.kind)
    try:
        return msgspec.json.decode(entry.body, type=record)
    except (msgspec.DecodeError, ValueError):  # the second: bytes that are no UTF-8
        raise UnreadableError(entry.header.kind) from None


def _clean(value: Json) -> Json:
    if isinstance(value, str):
        return replace_surrogates(value)
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner) for inner in value]
    return value
