# SPDX-License-Identifier: EUPL-1.2
"""Instruments: the list, one instrument, its rule, its wording. All wording is made up."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.desk import Answers, Bench
from workbench.domain.rights import Training
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.wording_packs import Pack
from workbench.services import training, wording
from workbench.ui.confirm_rule.page import ConfirmRulePage
from workbench.ui.confirm_rule.presenter import GatePresenter
from workbench.ui.instruments.one_page import InstrumentPage
from workbench.ui.instruments.one_presenter import OnePresenter
from workbench.ui.instruments.page import InstrumentsPage
from workbench.ui.instruments.presenter import InstrumentsPresenter
from workbench.ui.own_rule.page import OwnRulePage
from workbench.ui.own_rule.presenter import OwnRulePresenter
from workbench.ui.wording.page import WordingPage
from workbench.ui.wording.presenter import WordingPresenter

DA, HARK = "danger-assessment", "hark"


def _bench() -> Bench:
    return Bench(load_catalogue())


def _given(bench: Bench) -> tuple[object, ...]:
    return bench.jobs, bench.session, Answers(), bench.go, None


def _list() -> QWidget:
    bench = _bench()
    return in_window(InstrumentsPage(lambda v: InstrumentsPresenter(v, *_given(bench))))


def _one(instrument: str, *, down: int = 0) -> QWidget:
    bench = _bench()
    definition = bench.session.desk.catalogue.find(instrument)
    if instrument == HARK:
        desk, me = bench.session.desk, bench.vault.signer.user
        items = {
            item.id: f"Påhittad fråga {item.number}, som den står?" for item in definition.items
        }
        pack = Pack(HARK, definition.version, "sv", "Påhittade Förlaget", "2:a", items,
                    valid_to="2027-12-31")  # fmt: skip
        wording.load_pack(desk, pack)
        noted = Training(me, HARK, definition.version, "2025-03-01", "2028-03-01", "A-117")
        training.note_training(desk, noted)
    page = InstrumentPage(lambda v: OnePresenter(v, *_given(bench)))
    page.go(f"{definition.id}@{definition.version}")
    window = in_window(page)
    if down:
        page.reveal(page.training)
    return window


def _rule() -> QWidget:
    bench = _bench()
    definition = bench.session.desk.catalogue.find("odara")
    page = ConfirmRulePage(lambda v: GatePresenter(v, *_given(bench)), back="Tillbaka")
    page.go(f"odara@{definition.version}/{definition.rules[0].id}")
    return in_window(page)


FORM = """Påhittad blankett, upplaga 2
1. Har det hänt något påhittat
som sträcker sig över två rader?
2. Har någon påhittad
sagt något påhittat?
3. En fråga som inte finns
4. Ännu en fråga som inte finns
Tack för att du svarade."""


def _wording(*, picked: int) -> QWidget:
    bench = _bench()
    definition = bench.session.desk.catalogue.find(HARK)
    page = WordingPage(lambda v: WordingPresenter(v, *_given(bench)))
    page.go(f"{HARK}@{definition.version}")
    window = in_window(page)
    if picked:
        page.source.pasted.emit(FORM)
        for at in range(picked):
            page.source.taken.emit([at + 1])
    return window


def _own_rule() -> QWidget:
    bench = _bench()
    page = OwnRulePage(lambda v: OwnRulePresenter(v, *_given(bench)))
    page.go("freda-farlighetsbedomning@2014-10-22")
    return in_window(page)


PAGES = (
    ("instruments-1-list", _list),
    ("instruments-2-one", lambda: _one(DA)),
    ("instruments-3-hark", lambda: _one(HARK, down=1)),
    ("instruments-4-rule", _rule),
    ("instruments-5-wording", lambda: _wording(picked=0)),
    ("instruments-6-picked", lambda: _wording(picked=2)),
    ("instruments-7-own-rule", _own_rule),
)
