# SPDX-License-Identifier: EUPL-1.2
"""An organisation that owns its form has it working the same day, with a checker elsewhere."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.support.desk import Answers, Bench
from tests.ui.walk import nameless
from workbench.instruments.catalogue import load_catalogue
from workbench.services.assess import own_rules
from workbench.ui.check_rule.page import CheckRulePage
from workbench.ui.check_rule.presenter import CheckPresenter
from workbench.ui.own_rule.page import OwnRulePage
from workbench.ui.own_rule.presenter import OwnRulePresenter
from workbench.ui.own_rule.typed import level_name

FREDA = "freda-farlighetsbedomning"


class Files:
    """A folder."""

    def read(self, path: Path, *, most_bytes: int) -> bytes:
        return path.read_bytes()[:most_bytes]

    def write_new(self, folder: Path, name: str, content: bytes) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path


def given(bench: Bench) -> tuple[object, ...]:
    outside = SimpleNamespace(files=Files())
    return bench.jobs, bench.session, Answers(), bench.go, outside


@pytest.fixture
def bench() -> Bench:
    return Bench(load_catalogue())


def owned(qtbot, bench: Bench) -> OwnRulePage:
    page = OwnRulePage(lambda view: OwnRulePresenter(view, *given(bench)))
    qtbot.addWidget(page)
    page.go(f"{FREDA}@2014-10-22")
    page.resize(1100, 700)
    page.show()
    return page


def fill(page: OwnRulePage) -> None:
    levels = {level_name(1, "name"): "Ett", level_name(1, "low"): "0", level_name(1, "high"): "9",
              level_name(2, "name"): "Tva", level_name(2, "low"): "10",
              level_name(2, "high"): "20"}  # fmt: skip
    for name, field in page.points.fields.items():
        text = levels.get(name, "") if name.startswith("level") else str(int(name[-3:] == "yes"))
        QTest.keyClicks(field, text)
    for name in ("owner", "function", "organisation", "form_edition"):
        field = page.form.field(name)
        field.clear()
        QTest.keyClicks(field, f"x {name}")
    page.flush()


def test_a_rule_goes_to_a_checker_elsewhere_and_comes_back(qtbot, bench, tmp_path) -> None:
    definition = bench.session.desk.catalogue.find(FREDA)
    page = owned(qtbot, bench)
    fill(page)
    QTest.keyClick(page.enter_button, Qt.Key.Key_Space)
    assert page.check.save_button.isVisible()
    page._presenter.checking._save(tmp_path)
    (travels,) = tmp_path.iterdir()
    elsewhere = Bench(load_catalogue())
    other = CheckRulePage(lambda view: CheckPresenter(view, *given(elsewhere)))
    qtbot.addWidget(other)
    other.show()
    other._presenter._read(travels)
    QTest.keyClicks(other.checker, "Kim Kontrollant")
    other.save_button.click()
    assert other.banner.isVisible()
    for _row in range(other.table.rows.rowCount()):
        QTest.keyClick(other.table, Qt.Key.Key_Space)
        QTest.keyClick(other.table, Qt.Key.Key_Down)
    assert all(tick == "yes" for tick in other.table.rows.ticks.values())
    back = tmp_path / "back"
    back.mkdir()
    other._presenter._save(back, "Kim Kontrollant", tuple(other.table.rows.ticks))
    assert own_rules.rule_in_force(bench.session.desk, definition) is None
    page._presenter.checking._take(next(back.iterdir()))
    held = own_rules.rule_in_force(bench.session.desk, definition)
    assert held.keeping.second == "Kim Kontrollant"
    assert not page.check.save_button.isVisible()
    assert nameless(page) == []
    assert nameless(other) == []


def test_what_was_entered_is_marked_as_typed_and_the_empty_form_waits_to_be_asked_for(
    qtbot, bench
) -> None:
    page = owned(qtbot, bench)
    fill(page)
    QTest.keyClick(page.enter_button, Qt.Key.Key_Space)
    assert not page.enter_button.isVisible()
    marks = {part.mark for part in page.check.table.rows.parts}
    assert marks <= {"Typed from your form", "The project's own reasoning"}
    QTest.keyClick(page.anew, Qt.Key.Key_Space)
    assert page.enter_button.isVisible()


def test_what_was_typed_is_there_after_a_lock_and_what_lacks_is_told(qtbot, bench) -> None:
    page = owned(qtbot, bench)
    QTest.keyClicks(page.points.fields["points:q01:yes"], "3")
    page.flush()
    page.enter_button.click()
    assert page.banner.isVisible()
    bench.reopen()
    again = owned(qtbot, bench)
    assert again.points.fields["points:q01:yes"].text() == "3"
    assert (
        own_rules.local_content(bench.session.desk, bench.session.desk.catalogue.find(FREDA)) == ()
    )


def test_parts_and_grave_answers_are_typed_by_keyboard_and_looked_through(qtbot, bench) -> None:
    page = owned(qtbot, bench)
    fill(page)
    for card in (page.parts, page.reaches):
        assert not card._inside.isVisible()
        QTest.keyClick(card.fold, Qt.Key.Key_Space)
        assert card._inside.isVisible()
    part, critical = page.parts.forms[0], page.reaches.forms[0]
    QTest.keyClicks(part.field("part:1:name"), "Hot")
    QTest.keyClicks(part.field("part:1:items"), "1-4")
    QTest.keyClick(part.field("part:1:counts"), Qt.Key.Key_Down)
    QTest.keyClicks(critical.field("critical:1:n"), "1")
    QTest.keyClicks(critical.field("critical:1:items"), "5")
    for name in ("answer", "level"):
        QTest.keyClick(critical.field(f"critical:1:{name}"), Qt.Key.Key_Down)
    page.look.button.setFocus()
    QTest.keyClick(page.look.button, Qt.Key.Key_Space)
    assert page.look.told.text().startswith("No hole and no overlap.")
    assert nameless(page) == []
    high = page.points.fields[level_name(2, "high")]
    high.clear()
    QTest.keyClicks(high, "19")
    page.enter_button.click()
    assert page.look.told.text().startswith("Levels: some sums")
    definition = bench.session.desk.catalogue.find(FREDA)
    assert own_rules.local_content(bench.session.desk, definition) == ()
