# SPDX-License-Identifier: EUPL-1.2
"""Verksamhet and Inställningar by keyboard alone."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.support.desk import Answers, Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless, reached_by_tab
from tests.unit.ui.log.reviewers import Reviewers
from workbench.services.house import settings
from workbench.services.preferences import Preferences, Unkept
from workbench.ui.organisation.page import OrganisationPage
from workbench.ui.organisation.presenter import OrganisationPresenter
from workbench.ui.places import Place
from workbench.ui.settings.page import SettingsPage
from workbench.ui.settings.presenter import SettingsPresenter


@dataclass
class Beyond:
    """What is beyond the vault, as far as these pages ask."""

    preferences: Unkept = field(default_factory=Unkept)


@pytest.fixture
def bench() -> Bench:
    bench = Bench(vault=Reviewers())
    bench.vault.roles = ("administrator", "exchange")
    return bench


def settings_page(bench: Bench) -> SettingsPage:
    return SettingsPage(
        lambda v: SettingsPresenter(v, bench.jobs, bench.session, Answers(), bench.go, Beyond())
    )


def typed(hands: Keyboard, name: str, text: str) -> None:
    hands.tab_to(f"setting-{name}")
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.write(f"setting-{name}", text)
    hands.press(Qt.Key.Key_Return)


def test_another_time_is_entered_and_holds_at_once(qtbot, bench):
    page = settings_page(bench)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.idle_set) as told:
        typed(Keyboard(page), "idle-minutes", "12")
    assert told.args == [12]
    assert settings.number(bench.session.desk.house, settings.IDLE) == 12


def test_the_time_in_a_conversation_holds_at_once_too(qtbot, bench):
    page = settings_page(bench)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.interview_idle_set) as told:
        typed(Keyboard(page), "interview-idle-minutes", "30")
    assert told.args == [30]


def test_the_way_to_ones_own_passphrase_is_here(qtbot, bench):
    page = settings_page(bench)
    qtbot.addWidget(page)
    Keyboard(page).push("own-passphrase")
    assert bench.went == [Place("users")]


def test_a_time_outside_the_limits_is_told_under_its_field_and_not_entered(qtbot, bench):
    page = settings_page(bench)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    typed(hands, "idle-minutes", "90")
    assert settings.number(bench.session.desk.house, settings.IDLE) == 5
    assert hands.here.text() == "90"


def test_whoever_may_not_change_them_sees_them(qtbot, bench):
    bench.vault.roles = ("practitioner",)
    page = settings_page(bench)
    qtbot.addWidget(page)
    page.show()
    shown = [b.objectName() for b in page.findChildren(QPushButton) if b.isVisible()]
    assert shown == []  # the list of users is an administrator's: there is no way on alone
    assert all(card.field.isReadOnly() for card in page._cards.values())


def test_the_hub_shows_the_way_to_the_pages_that_exist(qtbot, bench):
    there = ("log", "users", "contacts")
    page = OrganisationPage(
        lambda v: OrganisationPresenter(v, bench.jobs, bench.session, bench.go, there)
    )
    qtbot.addWidget(page)
    hands = Keyboard(page)
    for name in ("users", "log", "contacts"):
        hands.push(f"row-{name}")
    assert bench.went == [Place("users"), Place("log"), Place("contacts")]
    assert page.findChild(QPushButton, "row-backups") is None


def test_the_hub_shows_no_way_that_ones_roles_make_no_sense_of(qtbot, bench):
    bench.vault.roles = ("practitioner",)
    page = OrganisationPage(
        lambda v: OrganisationPresenter(
            v, bench.jobs, bench.session, bench.go, ("recovery", "contacts", "log")
        )
    )
    qtbot.addWidget(page)
    assert page.findChild(QPushButton, "row-log") is not None
    assert page.findChild(QPushButton, "row-recovery") is None
    assert page.findChild(QPushButton, "row-contacts") is None


def test_language_and_size_of_this_computer_are_kept_for_its_next_start(qtbot, bench):
    beyond = Beyond()
    page = SettingsPage(
        lambda v: SettingsPresenter(v, bench.jobs, bench.session, Answers(), bench.go, beyond)
    )
    qtbot.addWidget(page)
    page.show()
    for group, code in ((page.computer.languages, "en"), (page.computer.sizes, "150")):
        next(b for b in group._buttons if b.choice.code == code).click()
    assert beyond.preferences.kept == Preferences("en", 150)
    assert page.computer._told.isVisible()


def test_the_organisation_has_another_name_from_now_on_and_never_none(qtbot, bench):
    page = settings_page(bench)
    qtbot.addWidget(page)
    page.show()
    page.organisation.name.setText("")
    page.organisation.enter.click()
    assert page.focusWidget() is page.organisation.name
    page.organisation.name.setText("Jouren Nya Namnet")
    page.organisation.enter.click()
    assert settings.organisation(bench.session.desk.house).name == "Jouren Nya Namnet"
    assert page.organisation._told.title.text() == "Entered. It holds from now on."


def test_whoever_is_no_administrator_gives_it_no_name(qtbot, bench):
    bench.vault.roles = ("practitioner",)
    with pytest.raises(settings.NotAllowedError):
        settings.set_organisation(bench.session.desk, "Annat namn", "")


def test_a_small_place_asks_from_now_on_and_who_is_no_administrator_sees_what_holds(qtbot, bench):
    page = settings_page(bench)
    qtbot.addWidget(page)
    house = bench.session.desk.house
    page.asking.choices.chosen.emit("yes")
    assert settings.is_on(house, settings.ASK_ACQUAINTANCE)
    bench.vault.roles = ()
    page.refresh()
    assert page.asking.choices.code() == "yes"
    assert not page.asking.choices.isEnabled()
    page.asking.choices.chosen.emit("no")
    assert settings.is_on(house, settings.ASK_ACQUAINTANCE)


def test_every_control_of_the_settings_is_named_and_reached_by_tab(qtbot, bench):
    page = settings_page(bench)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    assert nameless(page) == []
    names = [widget.objectName() for widget in reached_by_tab(page)]
    wanted = ["choice-sv", "choice-100", "setting-idle-minutes", "organisation-name"]
    assert [name for name in names if name in wanted] == wanted
