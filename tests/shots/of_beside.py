# SPDX-License-Identifier: EUPL-1.2
"""Beside an assessment: which, comparison over time and of raters, review asked and answered."""

from dataclasses import replace
from types import SimpleNamespace

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.asking import SARA, Assessed
from tests.support.desk import Answers
from tests.support.memory_vault import CountedIds, MemorySigner, MemoryVault
from workbench.domain.assessments import Judgement
from workbench.domain.external_results import ExternalResult
from workbench.domain.ids import RecordId
from workbench.domain.people import StaffMember
from workbench.domain.reviews import Review
from workbench.services.assess import assessing, judging, rating, sheets
from workbench.services.ports import Member
from workbench.services.records.akt import Draft
from workbench.ui.alongside.page import AlongsidePage
from workbench.ui.alongside.presenter import AlongsidePresenter
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.external_results.page import ExternalResultsPage
from workbench.ui.external_results.presenter import ExternalResultsPresenter
from workbench.ui.review.page import ReviewPage
from workbench.ui.review.presenter import ReviewPresenter

BERIT = MemorySigner(b"\x09" * 32)


def coded(made: Assessed, codes: str, why: str) -> RecordId:
    """A SARA:SV with these codes going round, and reasons on two factors."""
    record = made.begin(SARA, sources=("den utsatta", "polisanmälan 2026-08-14"))
    made.code_sara(record, codes)
    on = sheets.sheet(made.akt, made.desk, record)
    assessing.record_note(made.akt, on, "f01", why)
    assessing.record_source(made.akt, on, "f01", "handling 3, s. 2")
    made.enter(record)
    return record


def two_runs() -> tuple[Assessed, RecordId, RecordId]:
    made = Assessed()
    first = coded(made, "JDN-", "Slag mot huvudet 12 augusti, läkarintyg finns.")
    made.bench.clock.step(days=90)
    again = rating.begin_again(made.akt, made.desk, first)
    made.code_sara(again, "JNN")
    made.enter(again)
    return made, first, again


def _alongside(made: Assessed, record: RecordId | None) -> QWidget:
    page = AlongsidePage(
        lambda view: AlongsidePresenter(view, made.open, Answers(), made.bench.go, record)
    )
    page.comparison.table.selectRow(0)
    return in_window(page)


def _which() -> QWidget:
    made, _first, _again = two_runs()
    return _alongside(made, None)


def _over_time() -> QWidget:
    made, _first, again = two_runs()
    return _alongside(made, again)


def _second() -> QWidget:
    """As somebody sees it who has not written in the first."""
    made = Assessed()
    first = coded(made, "JDN-", "Slag mot huvudet 12 augusti.")
    made.bench.vault._signer = BERIT
    return _alongside(made, first)


class _WithColleagues(MemoryVault):
    """Everybody may open everything."""

    @property
    def access(self) -> SimpleNamespace:
        return SimpleNamespace(readers=lambda _case: tuple(each.user for each in self.members()))

    def members(self) -> tuple[Member, ...]:
        return (*super().members(), Member(BERIT.user, 2, BERIT.public, ("reviewer",)))


def judged() -> tuple[Assessed, RecordId]:
    made = Assessed(vault=_WithColleagues(ids := CountedIds()), ids=ids)
    made.desk.house.enter(Draft(StaffMember(BERIT.user, "Berit Påhittad", "kurator")))
    record = coded(made, "JDN-", "Slag mot huvudet 12 augusti, läkarintyg finns.")
    value = Judgement(
        assessments=(record,),
        risk_for_what="Dödligt våld i samband med hämtning av barnen.",
        against_whom="Karin, i andra hand hennes syster",
        why="Strypförsök i augusti, vapen, tätare hot sedan separationen.",
        what_we_do="Flytt i natt, kontaktförbud söks, skolan informeras.",
        limitations="Förövaren är inte hörd.",
        reassess_on="2027-02-15",
    )
    return made, judging.enter_judgement(made.akt, value).records[0]


def _made_again() -> QWidget:
    made = Assessed()
    first = coded(made, "JDN-", "Slag mot huvudet 12 augusti, läkarintyg finns.")
    made.bench.clock.step(days=90)
    again = rating.begin_again(made.akt, made.desk, first)
    return in_window(
        AssessPage(lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, again))
    )


def _external() -> QWidget:
    made = Assessed()
    told = ("SARA:SV", "okänd", "Polisregion Exempel, brottsoffergruppen", "2026-10-03")
    said = "Hög risk på kort sikt. 9 av 15 faktorer föreligger."
    made.akt.enter(Draft(ExternalResult(*told, said, "Med brev 2026-10-20")))
    return in_window(
        ExternalResultsPage(
            lambda view: ExternalResultsPresenter(view, made.open, Answers(), made.bench.go)
        )
    )


def _review(*, answering: bool) -> QWidget:
    made, record = judged()
    question = "Stämmer nivån mot källorna?"
    asked = Review(record, (), BERIT.user, "requested", made.akt.user, question)
    kept = made.akt.enter(Draft(asked)).records[0]
    if answering:  # she who is asked sits there now, and has written none of it
        made.bench.vault._signer = BERIT
        made.bench.reopen()
    else:
        remarks = "Källan till punkt 3 saknas. Vad säger läkarintyget?"
        made.akt.enter(Draft(replace(asked, state="returned", remarks=remarks), kept))
    return in_window(
        ReviewPage(lambda view: ReviewPresenter(view, made.open, Answers(), made.bench.go, record))
    )


PAGES = (
    ("beside-which", _which),
    ("beside-over-time", _over_time),
    ("beside-second", _second),
    ("made-again", _made_again),
    ("external-results", _external),
    ("review-answer", lambda: _review(answering=True)),
    ("review-returned", lambda: _review(answering=False)),
)
