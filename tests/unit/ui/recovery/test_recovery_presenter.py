# SPDX-License-Identifier: EUPL-1.2
"""The recovery page decides: drills, new codes one by one, nothing that counts before its time."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.services.offices import Office
from workbench.domain.backups import Drilled, RecoveryRenewed
from workbench.services.copies_ports import Watch
from workbench.services.jobs import InlineJobs, no_pulse
from workbench.ui.recovery.presenter import CodeVm, RecoveryPresenter
from workbench.vault.errors import DiskFullError, NoCopyError, WrongRecoveryError
from workbench.vault.returning import recover_vault
from workbench.words import error_text


class Seen:
    """A view that remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, Any]] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *given: self.told.append((name, given[0] if len(given) == 1 else given))

    @property
    def last(self) -> tuple[str, Any]:
        return self.told[-1]

    def names(self) -> list[str]:
        return [name for name, _given in self.told]


class Choosing:
    """Somebody who always chooses the same folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def choose_folder(self, _title: str, *, got: Callable[[Path], None]) -> None:
        got(self._folder)


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def page(office: Office, seen: Seen, tmp_path: Path) -> RecoveryPresenter:
    asks = Choosing(tmp_path / "medium")
    made = RecoveryPresenter(seen, InlineJobs(), office.session, asks, seen.went, None)
    made.open()
    return made


def code_shown(seen: Seen) -> CodeVm:
    name, vm = seen.last
    assert name == "show_code"
    return vm


def test_it_opens_with_how_it_stands(page, seen: Seen):
    name, vm = seen.last
    assert name == "show_overview"
    assert vm.may_change
    assert vm.uncovered == ""
    assert [fact.due for fact in vm.facts] == ["", "", ""]


def test_a_new_code_is_shown_hidden_typed_and_then_holds(office: Office, page, seen: Seen):
    page.begin_renewal()
    assert seen.last == ("ask_kind", "one")
    page.draw("one")
    code = code_shown(seen).code
    page.hide()
    assert seen.last == ("ask_back", (1, 1))
    page.type_back(code.lower().replace("-", " "))
    assert seen.names()[-3:] == ["show_working", "show_renewed", "show_overview"]
    assert [e.value.codes for e in office.desk.house.all(RecoveryRenewed)] == ["one"]
    office.session.close()
    recover_vault(office.place.folder, [code], office.place.around).close()


def test_three_codes_are_shown_and_typed_one_after_another(office: Office, page, seen: Seen):
    page.draw("two-of-three")
    for number in (1, 2, 3):
        vm = code_shown(seen)
        assert (vm.number, vm.of) == (number, 3)
        page.hide()
        assert seen.last == ("ask_back", (number, 3))
        page.type_back(vm.code)
    assert "show_renewed" in seen.names()
    page.begin_drill()
    assert seen.last == ("ask_codes", 2)


def test_a_slip_is_told_by_its_groups_and_changes_nothing(office: Office, page, seen: Seen):
    page.draw("one")
    code = code_shown(seen).code
    page.hide()
    page.type_back("0000" + code[4:-4] + "0000")
    assert seen.last == ("show_wrong_groups", (1, 9))
    page.show_again()
    assert code_shown(seen).code == code
    assert office.desk.house.all(RecoveryRenewed) == ()


def test_leaving_voids_codes_that_were_not_all_typed_back(office: Office, page, seen: Seen):
    page.draw("one")
    code = code_shown(seen).code
    page.forget()
    count = len(seen.told)
    page.type_back(code)
    page.show_again()
    assert len(seen.told) == count
    with pytest.raises(WrongRecoveryError):
        office.desk.vault.recovery.prove([code], no_pulse)


def test_a_full_disk_leaves_the_last_code_to_be_typed_again(
    office: Office, page, seen: Seen, monkeypatch
):
    page.draw("one")
    code = code_shown(seen).code
    page.hide()

    def full(*_given: object) -> None:
        raise DiskFullError

    monkeypatch.setattr("workbench.vault.durable.replace", full)
    page.type_back(code)
    assert seen.names()[-2:] == ["ask_back", "show_refused"]
    assert seen.last[1].code == "VAULT-009"
    monkeypatch.undo()
    page.type_back(code)
    assert "show_renewed" in seen.names()


def test_a_drill_is_told_and_entered(office: Office, page, seen: Seen):
    office.begin()
    page.draw("one")
    code = code_shown(seen).code
    page.type_back(code)
    page.begin_drill()
    assert seen.last == ("ask_codes", 1)
    page.drill([code])
    assert seen.names()[-3:] == ["show_working", "show_drilled", "show_overview"]
    (vm,) = [given for name, given in seen.told if name == "show_drilled"]
    assert vm.is_whole
    assert [each.value.opened for each in office.desk.house.all(Drilled)] == [1]


def test_a_drill_on_a_backup_asks_where_it_is(office: Office, page, seen: Seen, tmp_path):
    page.draw("one")
    code = code_shown(seen).code
    page.type_back(code)
    page.drill_on_medium([code])
    assert seen.last == ("show_refused", error_text(NoCopyError()))
    medium = tmp_path / "medium"
    medium.mkdir()
    office.desk.vault.copies.make(medium, Watch(), allows_same_disk=True)
    page.drill_on_medium([code])
    assert seen.names()[-3:] == ["show_working", "show_drilled", "show_overview"]


def test_a_wrong_code_is_told_with_its_code(page, seen: Seen):
    page.drill(["07BW-884Y-9ZZ4-TCSH-4Z8P-73GX-Z9P4-RAHG-63TK"])
    name, text = seen.last
    assert (name, text.code) == ("show_refused", "VAULT-017")


def test_bringing_over_ends_with_how_it_stands(page, seen: Seen):
    page.bring_over()
    assert seen.names()[-2:] == ["show_working", "show_overview"]


def test_the_way_back_is_the_organisations_page(page, seen: Seen):
    page.leave()
    assert seen.last[1].page == "organisation"
