# SPDX-License-Identifier: EUPL-1.2
"""Papers as bytes: the documents of the services through the room that writes PDF."""

import io
from collections.abc import Mapping

from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.reports.assessment import write_assessment
from workbench.reports.blank import write_blank
from workbench.reports.certificate import write_certificate
from workbench.reports.journal import write_journal
from workbench.reports.morning import write_morning
from workbench.reports.night_sheet import write_night_sheet
from workbench.reports.plan_sheet import write_plan_sheet
from workbench.reports.protection_plan import write_protection_plan
from workbench.services.desk import Desk
from workbench.services.documents import MorningDocument
from workbench.services.jobs import Pulse
from workbench.services.papers.assessment import assessment_document
from workbench.services.papers.blank import Wanted, blank_form
from workbench.services.papers.certificate import certificate_document
from workbench.services.papers.journal import journal_document
from workbench.services.papers.night_sheet import night_sheet
from workbench.services.papers.plan_sheet import plan_sheet_document
from workbench.services.papers.protection_plan import protection_plan_document
from workbench.services.papers.shared import Writing
from workbench.services.person.protection_view import require_no_place
from workbench.services.records.akt import Akt
from workbench.services.records.trust import require_authentic
from workbench.services.removing.erased import ErasedAkt
from workbench.words import Language


def assessment_pdf(akt: Akt, desk: Desk, judgement: RecordId, language: Language) -> bytes:
    """The assessment of one judgement as PDF bytes, made in memory.

    It enters nothing: what is given now and not entered says so, and a signature stays.

    Raises:
        WorkbenchError: PROTECT-002, as every paper of a protected akt does.
    """
    _require_authentic(akt, desk)
    out = io.BytesIO()
    document = assessment_document(Writing(akt, desk, language), judgement)
    require_no_place(akt, document)
    write_assessment(document, language=language, out=out)
    return out.getvalue()


def protection_plan_pdf(akt: Akt, desk: Desk, language: Language) -> bytes:
    """The organisation's protection plan as PDF bytes, made in memory."""
    _require_authentic(akt, desk)
    out = io.BytesIO()
    document = protection_plan_document(Writing(akt, desk, language))
    require_no_place(akt, document)
    write_protection_plan(document, language=language, out=out)
    return out.getvalue()


def plan_sheet_pdf(akt: Akt, desk: Desk, language: Language) -> bytes:
    """The sheet that the person may carry as PDF bytes, made in memory.

    Raises:
        WorkbenchError: PLAN-006 to PLAN-008, PROTECT-002.
    """
    _require_authentic(akt, desk)
    out = io.BytesIO()
    document = plan_sheet_document(Writing(akt, desk, language))
    require_no_place(akt, document)
    write_plan_sheet(document, language=language, out=out)
    return out.getvalue()


def journal_pdf(akt: Akt, desk: Desk, language: Language, pulse: Pulse) -> bytes:
    """A whole akt as PDF bytes, made in memory; places of a protected person are taken out."""
    out = io.BytesIO()
    document = journal_document(Writing(akt, desk, language), pulse)
    write_journal(document, language=language, out=out, pulse=pulse)
    return out.getvalue()


def certificate_pdf(
    desk: Desk, erased: ErasedAkt, language: Language, receivers: Mapping[str, str]
) -> bytes:
    """The certificate of a removal as PDF bytes, made in memory."""
    require_authentic(desk.house)
    out = io.BytesIO()
    document = certificate_document(desk, erased, language, receivers)
    write_certificate(document, language=language, out=out)
    return out.getvalue()


def blank_pdf(
    desk: Desk, definition: Definition, wanted: Wanted, language: Language
) -> tuple[str, bytes]:
    """The mark of an empty form, and the form as PDF bytes, made in memory."""
    require_authentic(desk.house)  # whose words stand on it is the house's to say
    out = io.BytesIO()
    form = blank_form(desk, definition, language, wanted)
    write_blank(form, language=language, out=out)
    return form.mark, out.getvalue()


def night_sheet_pdf(desk: Desk, language: Language) -> bytes:
    """The empty sheet of an arrival as PDF bytes, made in memory."""
    out = io.BytesIO()
    write_night_sheet(night_sheet(desk, language), language=language, out=out)
    return out.getvalue()


def morning_pdf(document: MorningDocument, language: Language) -> bytes:
    """The report of the morning as PDF bytes, made in memory."""
    out = io.BytesIO()
    write_morning(document, language=language, out=out)
    return out.getvalue()


def _require_authentic(akt: Akt, desk: Desk) -> None:
    """Neither the akt nor the house's records (confirmations, names) hold a forged entry."""
    require_authentic(akt)
    require_authentic(desk.house)
