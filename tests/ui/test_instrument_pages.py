# SPDX-License-Identifier: EUPL-1.2
"""The pages about instruments by keyboard, over a vault in memory."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.support.desk import Answers, Bench
from tests.ui.walk import nameless
from workbench.bundles.sealed_texts import open_text, seal_text
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.wording_packs import Pack, to_bytes
from workbench.services.assess import confirming, training, wording
from workbench.ui.confirm_rule.page import ConfirmRulePage
from workbench.ui.confirm_rule.presenter import GatePresenter
from workbench.ui.instruments.looking import one_vm
from workbench.ui.instruments.one_page import InstrumentPage
from workbench.ui.instruments.one_presenter import OnePresenter
from workbench.ui.instruments.page import InstrumentsPage
from workbench.ui.instruments.presenter import InstrumentsPresenter
from workbench.ui.kit.rows import RowButton
from workbench.words import _

DA = "danger-assessment@weighted-20"


@pytest.fixture
def bench() -> Bench:
    return Bench(load_catalogue())


def given(bench: Bench, files: object = None) -> tuple[object, ...]:
    return bench.jobs, bench.session, Answers(), bench.go, SimpleNamespace(files=files)


def shown(qtbot, page, place: str = ""):
    qtbot.addWidget(page)
    if place:
        page.go(place)
    page.resize(1100, 700)
    page.show()
    return page


def test_the_list_leads_to_one_and_one_to_its_rule(qtbot, bench) -> None:
    page = shown(qtbot, InstrumentsPage(lambda v: InstrumentsPresenter(v, *given(bench))))
    row = page.findChild(RowButton, f"row-{DA}")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert (bench.went[-1].page, bench.went[-1].record) == ("instrument", DA)
    one = shown(qtbot, InstrumentPage(lambda v: OnePresenter(v, *given(bench))), DA)
    one.rule.rows.opened.emit(f"{DA}/score")
    assert (bench.went[-1].page, bench.went[-1].record) == ("rule-gate", f"{DA}/score")
    assert nameless(page) == []
    assert nameless(one) == []


@pytest.mark.parametrize("shell", ["care@shell", "patriark-v2@shell"])
def test_a_manual_without_structure_leads_to_the_own_worksheet(qtbot, bench, shell) -> None:
    one = shown(qtbot, InstrumentPage(lambda v: OnePresenter(v, *given(bench))), shell)
    assert any(_("New worksheet") in label.text() for label in one.facts.findChildren(QLabel))
    one.facts.own_button.setFocus()
    QTest.keyClick(one.facts.own_button, Qt.Key.Key_Space)
    assert bench.went[-1].page == "own-forms"
    one.go(DA)
    assert one.facts.own_button.isHidden()


def test_a_faulty_file_is_told_whole_and_nothing_is_loaded(qtbot, bench) -> None:
    class Files:
        def read(self, _path: Path, *, most_bytes: int) -> bytes:
            return b'format = "varn.wording/1"\ninstrument = "hark"\nversion = "2007"\n'

    one = shown(qtbot, InstrumentPage(lambda v: OnePresenter(v, *given(bench, Files()))), DA)
    one._presenter._load(Path("x.toml"))
    told = one.wording._faults.count()
    assert told > 3
    assert wording.packs(bench.session.desk) == ()


def test_a_sealed_file_asks_for_its_passphrase_and_is_judged_like_any_other(qtbot, bench) -> None:
    hark = bench.session.desk.catalogue.find("hark")
    words = {item.id: "Påhittad fråga" for item in hark.items}
    content = to_bytes(Pack("hark", hark.version, "sv", "Förlaget", "1", words))
    sealed = seal_text(content, "en fras", bench.ids.random_bytes)

    class Files:
        def read(self, _path: Path, *, most_bytes: int) -> bytes:
            return sealed

    asks = Answers(None, "fel fras", "en fras")
    outside = SimpleNamespace(files=Files(), open_sealed=open_text)
    make = lambda v: OnePresenter(v, bench.jobs, bench.session, asks, bench.go, outside)  # noqa: E731
    one = shown(qtbot, InstrumentPage(make), f"hark@{hark.version}")
    for loaded in (0, 0, 1):  # Escape, a wrong passphrase, the right one
        one._presenter._load(Path("hark.age"))
        assert len(wording.packs(bench.session.desk)) == loaded
    assert len(asks.asked) == 3


def test_training_is_noted_by_keyboard_and_the_warning_goes(qtbot, bench) -> None:
    one = shown(qtbot, InstrumentPage(lambda v: OnePresenter(v, *given(bench))), DA)
    assert one.training._warning.isVisible()
    one.training.note_button.click()
    assert one.banner.isVisible()
    one.training.user.setCurrentIndex(1)
    QTest.keyClicks(one.training.trained_on, "2025-03-01")
    one.training.note_button.setFocus()
    QTest.keyClick(one.training.note_button, Qt.Key.Key_Space)
    definition = bench.session.desk.catalogue.find("danger-assessment")
    assert len(training.trained_in(bench.session.desk, definition)) == 1
    assert not one.training._warning.isVisible()


def test_a_rule_is_confirmed_from_its_instrument_then_shows_who_did(qtbot, bench) -> None:
    make = lambda v: GatePresenter(v, *given(bench))  # noqa: E731
    page = shown(qtbot, ConfirmRulePage(make), f"{DA}/score")
    for _row in range(page.table.rows.rowCount()):
        QTest.keyClick(page.table, Qt.Key.Key_Space)
        QTest.keyClick(page.table, Qt.Key.Key_Down)
    for field in ("owner", "function", "form_edition"):
        QTest.keyClicks(page.confirmation.form.field(field), f"x {field}")
    page.confirmation.enter_button.click()
    definition = bench.session.desk.catalogue.find("danger-assessment")
    (word,) = confirming.confirmations_of(bench.session.desk, definition)
    assert word.value.owner == "x owner"
    assert page._standing.isVisible()
    assert page.revoke_button.isVisible()
    assert not page.confirmation.isVisible()
    page._presenter._rule._revoke("fel upplaga")
    assert confirming.confirmations_of(bench.session.desk, definition) == ()
    assert page.confirmation.isVisible()


def test_who_is_no_method_owner_sees_and_changes_nothing(qtbot, bench, monkeypatch) -> None:
    monkeypatch.setattr(
        "workbench.services.house.settings.roles_of", lambda _desk: ("practitioner",)
    )
    one = shown(qtbot, InstrumentPage(lambda v: OnePresenter(v, *given(bench))), DA)
    for button in (one.wording.load_button, one.wording.assist_button, one.rule.own_button,
                   one.training.note_button):  # fmt: skip
        assert not button.isVisible()
    page = shown(qtbot, ConfirmRulePage(lambda v: GatePresenter(v, *given(bench))), f"{DA}/score")
    assert not page.confirmation.isVisible()
    assert not page.reject_button.isVisible()


LIBRARY = load_catalogue()
OF_EACH_CLASS = {each.class_: f"{each.id}@{each.version}" for each in LIBRARY.all()}


def test_every_instrument_says_what_it_is_for_for_whom_and_what_not(bench) -> None:
    for each in LIBRARY.all():
        vm = one_vm(bench.session.desk, f"{each.id}@{each.version}")
        facts = [list(fact.said) for fact in vm.facts]
        assert len(facts) == 5
        assert all(text.strip() for said in facts for text in said), each.id
        assert len(facts[2]) > 1, f"{each.id} says of itself what it is not for"
        assert each.version in vm.caption
        assert vm.wording.told
        assert vm.rule.told
        assert len(vm.preview) == len(each.items)


@pytest.mark.parametrize("sort", OF_EACH_CLASS)
def test_the_page_of_each_class_is_told_and_offers_only_what_can_be_done(
    qtbot, bench, sort
) -> None:
    one = shown(
        qtbot, InstrumentPage(lambda v: OnePresenter(v, *given(bench))), OF_EACH_CLASS[sort]
    )
    assert nameless(one) == []
    assert one.rule.rows.isVisibleTo(one) is (sort == "confirm")
    assert one.rule.own_button.isVisibleTo(one) is (sort not in ("SPJ", "shell"))
    has_questions = sort != "shell"
    assert one.preview.blank_button.isVisibleTo(one) is has_questions
    assert one.wording.assist_button.isVisibleTo(one) is has_questions
    said = "\n".join(label.text() for label in one.findChildren(QLabel) if label.isVisibleTo(one))
    assert _("Training and licences") in said
    assert _("Preview") in said
