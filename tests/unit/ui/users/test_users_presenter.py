# SPDX-License-Identifier: EUPL-1.2
"""Users: what is shown and asked, step by step, on a real vault."""

import pytest

from tests.unit.services.offices import Office
from tests.unit.ui.users.seeing import View
from tests.vault.making import CHEAP, PASSPHRASE
from workbench.app.opening import open_session
from workbench.domain.access import UserAdded
from workbench.services.house import access
from workbench.services.jobs import InlineJobs
from workbench.ui.places import Place
from workbench.ui.users.presenter import Means, Newcomer, UsersPresenter
from workbench.vault.opening import check_passphrase

PRACTITIONER = ("practitioner",)


class Screen:
    """The page over an office."""

    def __init__(self, office: Office) -> None:
        self.office, self.view, self.went = office, View(), []
        around = office.place.around
        means = Means(
            lambda: CHEAP, lambda typed: check_passphrase(office.place.folder, 1, typed, around)
        )
        self.presenter = UsersPresenter(
            self.view, InlineJobs(), office.session, self.went.append, means
        )
        self.presenter.open()

    @property
    def people(self) -> list[str]:
        return [each.name for each in self.view.last("show_users")[0].people]

    def user(self, place: int) -> str:
        people = self.view.last("show_users")[0].people
        return next(each.user for each in people if each.place == place)

    def phrase(self) -> str:
        return " ".join(self.view.last("show_passphrase")[0])

    def let_in(self, name: str = "Berit Påhittad", roles=PRACTITIONER, place: int = 2) -> str:
        self.presenter.add(Newcomer(name, "kurator", place, roles))
        phrase = self.phrase()
        self.presenter.drawing.hide()
        self.presenter.drawing.type_back(phrase)
        return phrase


@pytest.fixture
def screen(tmp_path) -> Screen:
    return Screen(Office(tmp_path / "office"))


def unlocks(screen: Screen, place: int, phrase: str) -> str:
    screen.office.session.close()
    folder, around = screen.office.place.folder, screen.office.place.around
    screen.office.session = open_session(folder, place, phrase, around)
    return screen.office.desk.vault.signer.user


def test_one_person_in_every_role_is_told_so(screen):
    vm = screen.view.last("show_users")[0]
    assert (vm.is_alone, vm.may_change, vm.may_exchange) == (True, True, True)
    assert vm.people[0].caption == "det är du · handläggare · alla roller"


def test_somebody_is_let_in_when_they_typed_their_passphrase_themselves(screen):
    screen.presenter.begin_adding()
    assert screen.view.last("ask_newcomer") == (2, True)
    phrase = screen.let_in()
    assert screen.people == ["Sten Skyddsson", "Berit Påhittad"]
    assert screen.view.last("show_done")[0] == "Berit Påhittad har användarnummer 02."
    assert not screen.view.last("show_users")[0].is_alone
    assert len(phrase.split()) == 5
    assert unlocks(screen, 2, phrase.title())


def test_nothing_is_made_before_the_passphrase_was_typed_back(screen):
    screen.presenter.add(Newcomer("Berit", "", 2, PRACTITIONER))
    screen.presenter.drawing.hide()
    screen.presenter.drawing.type_back("något annat")
    assert screen.view.names()[-1] == "show_mismatch"
    assert screen.office.desk.house.all(UserAdded) == ()


def test_another_passphrase_can_be_drawn_and_the_first_is_forgotten(screen):
    screen.presenter.add(Newcomer("Berit", "", 2, PRACTITIONER))
    first = screen.phrase()
    screen.presenter.drawing.again()
    assert screen.phrase() != first
    screen.presenter.drawing.type_back(first)
    assert screen.view.names()[-1] == "show_mismatch"


def test_what_was_drawn_is_forgotten_at_the_lock(screen):
    screen.presenter.add(Newcomer("Berit", "", 2, PRACTITIONER))
    drawn = screen.phrase()
    screen.presenter.drawing.forget()
    screen.presenter.drawing.type_back(drawn)
    screen.presenter.drawing.again()
    screen.presenter.drawing.show_again()
    assert screen.office.desk.house.all(UserAdded) == ()


@pytest.mark.parametrize(
    "new",
    [
        Newcomer(" ", "", 2, PRACTITIONER),
        Newcomer("Berit", "", 2, ()),
        Newcomer("Berit", "", 1, PRACTITIONER),
    ],
)
def test_a_name_a_role_and_a_free_number_are_asked_for(screen, new):
    screen.presenter.add(new)
    assert screen.view.names()[-1] == "show_missing"


def test_a_number_that_is_none_is_asked_for_again(screen):
    screen.presenter.add(Newcomer("Berit", "", 0, PRACTITIONER))
    assert screen.view.names()[-1] == "show_missing"


def test_roles_are_entered(screen):
    screen.let_in()
    screen.presenter.change_roles(screen.user(2), ("practitioner", "reviewer"))
    assert [one.roles for one in access.staff(screen.office.desk)][1] == (
        "practitioner",
        "reviewer",
    )
    screen.presenter.change_roles(screen.user(2), ())
    assert screen.view.names()[-1] == "show_missing"


def test_the_only_administrator_cannot_be_less(screen):
    screen.presenter.change_roles(screen.user(1), PRACTITIONER)
    assert screen.view.last("show_refused")[0].code == "VAULT-021"


def test_a_new_passphrase_is_drawn_only_for_who_knows_the_old(screen):
    old = screen.let_in()
    screen.presenter.begin_passphrase(screen.user(2))
    screen.presenter.take_old(screen.user(2), "fel")
    assert screen.view.last("show_refused")[0].code == "VAULT-001"
    screen.presenter.take_old(screen.user(2), old)
    new = screen.phrase()
    assert new != old
    screen.presenter.drawing.type_back(new)
    assert screen.view.last("show_done")[0] == "Den nya lösenfrasen gäller."
    assert unlocks(screen, 2, new)


def test_an_administrators_own_passphrase_is_changed_the_same_way(screen):
    screen.presenter.take_old(screen.user(1), "fel")
    assert screen.view.last("show_refused")[0].code == "VAULT-001"
    screen.presenter.take_old(screen.user(1), PASSPHRASE)
    new = screen.phrase()
    assert len(new.split()) == 6
    screen.presenter.drawing.type_back(new)
    assert unlocks(screen, 1, new)


def test_what_may_have_been_copied_is_said_before_and_after(screen):
    case = screen.office.begin()
    screen.let_in()
    access.grant(screen.office.desk, case, screen.user(2), "semester")
    gone = screen.user(2)
    screen.presenter.begin_removing(gone)
    vm = screen.view.last("ask_leaving")[0]
    assert vm.could_copy.startswith("Personen kan öppna 1 akt.")
    assert vm.alone == ""
    screen.presenter.remove(gone, " ", to_recovery=False)
    assert screen.view.names()[-1] == "show_missing"
    screen.presenter.remove(gone, "slutade", to_recovery=False)
    title, detail = screen.view.last("show_done")
    assert title == "Användaren är borttagen."
    assert detail.startswith("Hittills kunde personen öppna 1 akt.")
    assert screen.view.last("show_users")[0].waiting.startswith("1 akt får en ny nyckel")


def test_what_nobody_else_can_open_is_named_and_left_only_by_a_word(screen):
    phrase = screen.let_in()
    unlocks(screen, 2, phrase)
    screen.office.begin()
    screen.office.relock()
    again = Screen(screen.office)
    again.presenter.begin_removing(again.user(2))
    assert "2026-0001" in again.view.last("ask_leaving")[0].alone
    again.presenter.remove(again.user(2), "borta", to_recovery=False)
    assert again.view.last("show_refused")[0].code == "VAULT-022"
    again.presenter.remove(again.user(2), "borta", to_recovery=True)
    assert again.people == ["Sten Skyddsson"]


def test_others_see_the_list_and_change_nothing(screen):
    phrase = screen.let_in()
    unlocks(screen, 2, phrase)
    theirs = Screen(screen.office)
    assert not theirs.view.last("show_users")[0].may_change
    theirs.presenter.choose(theirs.user(1))
    assert theirs.view.last("show_person")[1:] == (False, False)


def test_the_way_back_is_to_the_organisation(screen):
    screen.presenter.leave()
    assert screen.went == [Place("organisation")]
