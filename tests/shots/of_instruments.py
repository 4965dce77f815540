# SPDX-License-Identifier: EUPL-1.2
"""Instruments: the list, one instrument, its rule, its wording. All wording is made up."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.desk import Answers, Bench
from workbench.domain.rights import Training
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.definition import Definition
from workbench.instruments.item_tables import BandRow, BandTable
from workbench.instruments.local_rules import Keeping, LocalLabels, LocalRule, to_file
from workbench.instruments.rule_tables import WeightedSum
from workbench.instruments.schema import MissingTable
from workbench.instruments.wording_packs import Pack
from workbench.services.assess import own_rules, training, wording
from workbench.ui.check_rule.page import CheckRulePage
from workbench.ui.check_rule.presenter import CheckPresenter, came_vm
from workbench.ui.confirm_rule.page import ConfirmRulePage
from workbench.ui.confirm_rule.presenter import GatePresenter
from workbench.ui.instruments.one_page import InstrumentPage
from workbench.ui.instruments.one_presenter import OnePresenter
from workbench.ui.instruments.page import InstrumentsPage
from workbench.ui.instruments.presenter import InstrumentsPresenter
from workbench.ui.local_table.page import LocalTablePage
from workbench.ui.local_table.presenter import TablePresenter
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


def _waiting_rule(*, down: int = 0) -> QWidget:
    """An own rule that waits for the second checker, half ticked."""
    bench = _bench()
    definition = bench.session.desk.catalogue.find(HARK)
    own_rules.propose(bench.session.desk, _made_up(definition))
    page = OwnRulePage(lambda v: OwnRulePresenter(v, *_given(bench)))
    page.go(f"{HARK}@{definition.version}")
    window = in_window(page)
    rows = page.check.table.rows
    rows.show_ticks({part.key: "yes" for part in rows.parts[:2]})
    if down:
        for card in (page.check, page.points, page.parts, page.reaches):
            card.hide()
    return window


def _made_up(definition: Definition) -> LocalRule:
    points = {item.id: {"yes": 2, "no": 0} for item in definition.items}
    rows = [BandRow(low=0, high=3, code="one"), BandRow(low=4, high=8, code="two")]
    return LocalRule(
        format="varn.local-rule/1", origin="local", instrument=definition.id,
        version=definition.version, definition_sha256=definition.sha256,
        rules=[WeightedSum(id="own", evidence="recalled", points=points, bands="levels")],
        missing=MissingTable(policy="require-all", evidence="recalled"),
        band_tables=[BandTable(id="levels", evidence="recalled", rows=rows)],
        labels=LocalLabels(bands={"levels": {"one": "Påhittad lägre", "two": "Påhittad högre"}}),
        keeping=Keeping(owner="Maj Metodsdotter", function="metodansvarig",
                        organisation="Jouren Påhittet", on="2026-11-20", form_edition="2:a"),
    )  # fmt: skip


def _check_rule() -> QWidget:
    """The same rule, at the organisation that was asked to check it."""
    bench = _bench()
    page = CheckRulePage(lambda v: CheckPresenter(v, *_given(bench)))
    came = to_file(_made_up(bench.session.desk.catalogue.find(HARK)))
    page._presenter._show((came, came_vm(bench.session.desk, came)))
    return in_window(page)


def _table(place: str) -> QWidget:
    bench = _bench()
    page = LocalTablePage(lambda v: TablePresenter(v, *_given(bench)))
    page.go(place)
    return in_window(page)


def _parts() -> QWidget:
    """The fields that few forms need, unfolded, and a rule that has a hole."""
    bench = _bench()
    page = OwnRulePage(lambda v: OwnRulePresenter(v, *_given(bench)))
    page.go(f"{HARK}@2007")
    for name in [n for n in page.points.fields if n.startswith("points")]:
        page.points.fields[name].typed.emit("1")
    said = {"level:1:name": "Lägre", "level:1:low": "0", "level:1:high": "2",
            "level:2:name": "Högre", "level:2:low": "4", "level:2:high": "4",
            "part:1:name": "Hot", "part:1:items": "1-2", "part:1:counts": "yes"}  # fmt: skip
    for name, text in said.items():
        page._presenter.typed(name, text)
    page._presenter.open()
    page.look.button.click()
    page.points.hide()  # it has a picture of its own
    return in_window(page)


PAGES = (
    ("instruments-1-list", _list),
    ("instruments-2-one", lambda: _one(DA)),
    ("instruments-3-hark", lambda: _one(HARK, down=1)),
    ("instruments-4-rule", _rule),
    ("instruments-5-wording", lambda: _wording(picked=0)),
    ("instruments-6-picked", lambda: _wording(picked=2)),
    ("instruments-7-own-rule", _own_rule),
    ("instruments-8-second-checker", _waiting_rule),
    ("instruments-9-check-rule", _check_rule),
    ("instruments-table-rows", lambda: _table("odara@book-2010")),
    ("instruments-table-cells", lambda: _table("static-stable@levels-2009")),
    ("instruments-own-rule-parts", _parts),
    ("instruments-own-rule-who", lambda: _waiting_rule(down=1)),
)
