# SPDX-License-Identifier: EUPL-1.2
"""The pages of an assessment: choosing, asking, worksheet, own appraisal, result, judgement."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.asking import DA, FREDA, SARA, Assessed
from tests.support.desk import Answers
from workbench.domain.assessments import Judgement, Level, PaperReading
from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.services.assess import assessing, judging, sheets
from workbench.services.loop import planning
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.choose_instrument.page import ChooseInstrumentPage
from workbench.ui.choose_instrument.presenter import ChoosePresenter
from workbench.ui.confirm_rule.page import ConfirmRulePage
from workbench.ui.confirm_rule.presenter import ConfirmPresenter
from workbench.ui.judgement.page import JudgementPage
from workbench.ui.judgement.presenter import JudgementPresenter
from workbench.ui.own_appraisal.page import OwnAppraisalPage
from workbench.ui.own_appraisal.presenter import OwnAppraisalPresenter
from workbench.ui.read_off.page import ReadOffPage
from workbench.ui.read_off.presenter import ReadOffPresenter
from workbench.ui.result.page import ResultPage
from workbench.ui.result.presenter import ResultPresenter

OWN = "Jag tror att han kan göra det den här gången. Han har sagt det förut men inte så lugnt."
HAPPENED = (
    ("2026-08-12", "physical", 4, "Slog mot huvudet med flera slag, läkarintyg finns."),
    ("2026-09", "threat", 3, "Sa att hon inte får leva om hon går."),
)
LEFT = ("q05a", "q06", "q07", "q19", "q20")


def _choose() -> QWidget:
    made = Assessed()
    record = made.begin(DA)
    made.answer_da(record, leaving=LEFT)
    return in_window(
        ChooseInstrumentPage(
            lambda view: ChoosePresenter(view, made.open, Answers(), made.bench.go)
        )
    )


def _questions() -> QWidget:
    made = Assessed()
    record = made.begin(DA)
    made.answer_da(record, leaving=LEFT)
    assessing.record_state(made.akt, record, "q04", "dont-know")
    assessing.record_state(made.akt, record, "q09", "declined")
    assessing.record_state(made.akt, record, "q17", "postponed")
    return _assess(made, record)


def _calendar() -> QWidget:
    return _beside_questions(is_writing=False)


def _calendar_written() -> QWidget:
    return _beside_questions(is_writing=True)


def _beside_questions(*, is_writing: bool) -> QWidget:
    """The violence calendar beside the questions, with two incidents in it."""
    made = Assessed()
    for day, kind, severity, what in HAPPENED:
        planning.enter_incident(made.akt, Incident(day, kind, severity, what))
    shell = _assess(made, made.begin(DA))
    page = shell.frame().page()
    QTimer.singleShot(0, page, lambda: _open_calendar(page, is_writing=is_writing))  # when shown
    return shell


def _open_calendar(page: AssessPage, *, is_writing: bool) -> None:
    page.door.open()
    if is_writing:
        page.calendar.content.new.click()
        page.calendar.content.incident.form.field("what").setPlainText("Stod utanför porten.")


def _worksheet() -> QWidget:
    made = Assessed()
    record = made.begin(SARA)
    made.code_sara(record)
    on = sheets.sheet(made.akt, made.desk, record)
    for item in ("f08", "f09", "f10"):
        assessing.record_coding(made.akt, record, item, "past", "")
    assessing.record_note(made.akt, on, "f01", "Slag mot huvudet 12 augusti, läkarintyg finns.")
    assessing.record_source(made.akt, on, "f01", "handling 3, s. 2")
    assessing.record_note(made.akt, on, "f03", "Tätare sedan separationen.")
    assessing.record_source(made.akt, on, "f03", "den utsatta")
    return _assess(made, record)


def _assess(made: Assessed, record: RecordId) -> QWidget:
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    shell = in_window(page)
    shell.frame().top.save_state.saved("02:10")
    return shell


def _own() -> QWidget:
    made = Assessed()
    made.say_own("Jag vet inte. Han är lugn nu.", "Liten")
    made.bench.clock.step(days=2)
    page = OwnAppraisalPage(
        lambda view: OwnAppraisalPresenter(view, made.open, Answers(), made.bench.go)
    )
    page.appraisal.form.field("words").setPlainText(OWN)
    page.flush()
    return in_window(page)


def _read_off() -> QWidget:
    made = Assessed()
    made.say_own()
    record = made.begin(FREDA, hand="read-off")
    return in_window(
        ReadOffPage(
            lambda view: ReadOffPresenter(view, made.open, Answers(), made.bench.go, record)
        )
    )


def _result(made: Assessed, record: RecordId) -> QWidget:
    return in_window(
        ResultPage(lambda view: ResultPresenter(view, made.open, made.bench.go, record))
    )


def _da(*, leaving: tuple[str, ...] = ()) -> tuple[Assessed, RecordId]:
    made = Assessed()
    record = made.begin(DA)
    made.answer_da(record, leaving=leaving)
    made.enter(record)
    return made, record


def _computed() -> QWidget:
    made, record = _da()
    made.confirm()
    made.say_own(OWN, "Mycket stor")
    return _result(made, record)


def _bounds() -> QWidget:
    made, record = _da(leaving=LEFT)
    made.confirm()
    made.say_own(OWN, "Mycket stor")
    return _result(made, record)


def _waits() -> QWidget:
    made, record = _da()
    made.confirm()
    return _result(made, record)


def _not_confirmed() -> QWidget:
    made, record = _da()
    made.say_own(OWN, "Mycket stor")
    return _result(made, record)


def _was_read_off() -> QWidget:
    made = Assessed()
    made.say_own(OWN, "Mycket stor")
    record = made.begin(FREDA, hand="read-off")
    assessing.read_off(made.akt, PaperReading(record, "14", "Hög", "okt 2014", "2026-11-21"))
    return _result(made, record)


def _coded() -> QWidget:
    made = Assessed()
    record = made.begin(SARA)
    made.code_sara(record)
    made.enter(record)
    return _result(made, record)


def _confirm() -> QWidget:
    made, record = _da()
    page = ConfirmRulePage(
        lambda view: ConfirmPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    return in_window(page)


def _judgement() -> QWidget:
    made, record = _judging()
    page = JudgementPage(
        lambda view: JudgementPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    return in_window(page)


def _to_sign() -> QWidget:
    made, record = _judging()
    judging.enter_judgement(
        made.akt,
        Judgement(
            assessments=(record,),
            risk_for_what="Dödligt våld i samband med hämtning av barnen.",
            against_whom="Karin, i andra hand hennes syster",
            why="Strypförsök i augusti, vapen, tätare hot sedan separationen.",
            what_we_do="Flytt i natt, kontaktförbud söks, skolan informeras.",
            limitations="Förövaren är inte hörd.",
            reassess_on="2026-12-15",
            levels=tuple(
                Level(each.id, each.levels[-1], each.if_no_measures, "Hot och vapen, tätare nu.")
                for each in made.definition(SARA).table.conclusions
                if each.type == "level"
            ),
        ),
    )
    page = JudgementPage(
        lambda view: JudgementPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    return in_window(page)


def _judging() -> tuple[Assessed, RecordId]:
    """The newest assessment led here: the worksheet, whose levels are judged."""
    made, _danger = _da()
    coded = made.begin(SARA)
    made.code_sara(coded)
    made.enter(coded)
    return made, coded


PAGES = (
    ("assess-choose", _choose),
    ("assess-question", _questions),
    ("assess-calendar", _calendar),
    ("assess-calendar-written", _calendar_written),
    ("assess-worksheet", _worksheet),
    ("own-appraisal", _own),
    ("read-off", _read_off),
    ("result-computed", _computed),
    ("result-bounds", _bounds),
    ("result-waits", _waits),
    ("result-not-confirmed", _not_confirmed),
    ("result-read-off", _was_read_off),
    ("result-coded", _coded),
    ("confirm-rule", _confirm),
    ("judgement", _judgement),
    ("judgement-sign", _to_sign),
)
