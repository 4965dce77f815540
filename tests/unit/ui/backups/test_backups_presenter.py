# SPDX-License-Identifier: EUPL-1.2
"""The backups page and the page of a damaged akt, as their presenters decide them."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desk import Answers
from tests.tools import missing_tool
from tests.unit.services.offices import Office
from tests.vault.making import PASSPHRASE
from workbench import words
from workbench.domain.backups import BackupMade, Rehearsed
from workbench.domain.ids import CaseId
from workbench.services.copies_ports import Gap, Salvaged
from workbench.services.jobs import InlineJobs
from workbench.services.keeping.media import medium_name
from workbench.services.keeping.salvage import DamagedAkt
from workbench.ui.backups.presenter import BackupsPresenter
from workbench.ui.handing_over.outside import Outside, RestoreOrder
from workbench.ui.places import Place
from workbench.ui.salvage.presenter import SalvagePresenter, salvaged_vm
from workbench.ui.today.house import house_duties
from workbench.ui.writing.open_case import OpenCase

SHM = Path("/dev/shm")
YES = True


class View:
    """Keeps what it was shown."""

    def __init__(self) -> None:
        self.shown: dict[str, object] = {}

    def __getattr__(self, name: str):
        if not name.startswith("show_"):
            raise AttributeError(name)
        return lambda *given, **_how: self.shown.update({name[5:]: given[0] if given else None})


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = words.language()
    words.speak("en")
    yield
    words.speak(before)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")


@pytest.fixture
def medium() -> Iterator[Path]:
    """A folder on another disk than the tests' own."""
    if not SHM.is_dir() or SHM.stat().st_dev == Path(tempfile.gettempdir()).stat().st_dev:
        missing_tool("a second file system")
    with tempfile.TemporaryDirectory(dir=SHM) as folder:
        yield Path(folder)


class At:
    """The backups page of an office."""

    def __init__(self, office: Office, *answers) -> None:
        self.view, self.went, self.orders = View(), list[Place](), list[RestoreOrder]()
        outside = Outside(None, None, None, None, restore=self.orders.append)  # type: ignore[arg-type]
        self.asks = Answers(*answers)
        self.presenter = BackupsPresenter(
            self.view, InlineJobs(), office.session, self.asks, self.went.append, outside
        )
        self.presenter.open()

    @property
    def facts(self) -> dict[str, str]:
        return {fact.label: fact.value for fact in self.view.shown["overview"].facts}


def test_it_says_that_there_never_was_one_and_then_how_old_it_is(office, medium):
    office.begin()
    page = At(office, medium)
    (fact, *_rest) = page.view.shown["overview"].facts
    assert (fact.value, fact.due) == ("Never", "Time for a backup")
    page.presenter.back_up()
    outcome = page.view.shown["outcome"]
    assert outcome.title == "The backup is made and was read back."
    assert outcome.detail == "1 case file opened and counted."
    done, of = page.presenter.progress()
    assert done == of > 0
    office.place.clock.step(days=8)
    page.presenter.open()
    (fact, *_rest) = page.view.shown["overview"].facts
    assert fact.value.endswith("8 days ago")
    assert fact.due == "Time for a backup"
    (made,) = office.desk.house.all(BackupMade)
    assert page.facts["On medium"] == medium_name(made.value.medium)


def test_the_vault_s_own_disk_is_refused_in_words(office):
    page = At(office, office.root)
    page.presenter.back_up()
    assert page.view.shown["refused"].code == "VAULT-027"
    assert office.desk.house.all(BackupMade) == ()


def test_a_medium_is_looked_at_a_copy_checked_and_rehearsed(office, medium, tmp_path):
    office.begin()
    At(office, medium).presenter.back_up()
    page = At(office, tmp_path, medium)
    page.presenter.choose_medium()
    assert not page.view.shown["outcome"].is_whole
    page.presenter.choose_medium()
    (copy,) = page.view.shown["medium"].copies
    assert copy.caption.startswith("1 case file opened and counted · ")
    page.presenter.check(copy.generation)
    assert page.view.shown["outcome"].title == "Every byte is as it was written."
    page.presenter.rehearse(copy.generation)
    assert page.view.shown["outcome"].title == "The copy can be put back."
    assert len(office.desk.house.all(Rehearsed)) == 1
    assert page.facts["Last rehearsal"] != "Never"


def test_putting_back_takes_two_steps_and_says_what_is_not_in_the_copy(office, medium):
    At(office, medium).presenter.back_up()
    page = At(office, medium, YES, PASSPHRASE)
    page.presenter.choose_medium()
    (copy,) = page.view.shown["medium"].copies
    page.presenter.restore(copy)
    meaning, asked = page.asks.asked
    assert f"What was written after {copy.since} is not in the copy." in meaning.text
    assert meaning.is_grave
    assert asked.is_grave
    (order,) = page.orders
    assert (order.medium, order.generation, order.place) == (medium, copy.generation, 1)
    assert order.passphrase == PASSPHRASE
    assert PASSPHRASE not in repr(order)


@pytest.mark.parametrize("answers", [(None,), (True, None)])
def test_whoever_says_no_at_either_step_has_changed_nothing(office, medium, answers):
    At(office, medium).presenter.back_up()
    page = At(office, medium, *answers)
    page.presenter.choose_medium()
    page.presenter.restore(page.view.shown["medium"].copies[0])
    assert page.orders == []


def test_administrators_are_reminded_after_a_week(office, medium):
    def waits() -> list[str]:
        return [duty.caption for duty in house_duties(office.desk) if duty.place.page == "backups"]

    assert waits() == ["never done yet"]
    At(office, medium).presenter.back_up()
    assert waits() == []
    office.place.clock.step(days=8)
    assert waits() == ["last done 2026-11-22"]


# --- a damaged akt --------------------------------------------------------------------------------


class Hurt:
    """The page of a damaged akt."""

    def __init__(self, office: Office, case: CaseId, *answers) -> None:
        self.view, self.went, self.asks = View(), list[Place](), Answers(*answers)
        at = OpenCase(InlineJobs(), office.session, case)
        self.presenter = SalvagePresenter(self.view, at, self.asks, self.went.append)
        self.presenter.open()


def damaged(office: Office, medium: Path) -> CaseId:
    """An akt with a copy, and a hole in the middle."""
    case = office.begin("Vera Exempel")
    akt = office.akt(case)
    made = office.assess(akt)
    office.answer_all(akt, made)
    from workbench.services.assess import assessing

    assessing.enter_sitting(akt, made)
    office.session.put_away()
    At(office, medium).presenter.back_up()
    path = office.place.folder / "cases" / f"{case}.db"
    content = bytearray(path.read_bytes())
    for page in range(len(content) // 4096 - 3, len(content) // 4096):
        content[page * 4096 + 900] ^= 1
    path.write_bytes(content)
    return case


def test_what_verifies_is_shown_in_order_and_the_holes_at_their_place(office, medium):
    case = damaged(office, medium)
    shown = Hurt(office, case).view.shown["salvaged"]
    assert shown.number == "2026-0001"
    holes = [at for at, line in enumerate(shown.lines) if line.is_gap]
    assert holes
    assert holes[0] > 0
    assert "Vera Exempel" in str(shown.lines[0].texts)
    assert "cannot." in shown.summary


def test_it_is_put_back_from_a_copy_in_which_it_is_whole(office, medium, tmp_path):
    case = damaged(office, medium)
    page = Hurt(office, case, tmp_path, medium, YES)
    page.presenter.put_back()
    assert page.view.shown["not_found"] == "No backup there has this case file whole."
    page.presenter.put_back()
    assert page.went == [Place("case", case)]
    assert office.akt(case).file.entries()
    assert "The damaged file is kept beside it." in page.asks.asked[0].text


def test_whoever_declines_leaves_the_damaged_file_as_it_is(office, medium):
    case = damaged(office, medium)
    path = office.place.folder / "cases" / f"{case}.db"
    before = path.read_bytes()
    page = Hurt(office, case, medium, None)
    page.presenter.put_back()
    assert page.went == []
    assert path.read_bytes() == before


def test_an_akt_of_which_nothing_is_left_says_so(office, medium):
    case = damaged(office, medium)
    shutil.copyfile("/dev/null", office.place.folder / "cases" / f"{case}.db")
    assert Hurt(office, case).view.shown["refused"].code == "VAULT-006"


def test_where_nothing_verifies_that_is_said_and_where_what_was_written_is(office, medium):
    lost = Salvaged(
        CaseId("00000000-0000-4000-8000-000000000001"), (), (Gap(0, 4),), (), 4, (1, 2, 3, 4)
    )
    shown = salvaged_vm(office.desk, DamagedAkt("2026-0001", 5, lost))
    assert shown.summary == "Nothing in the file can be read any more. It had at least 5 entries."
    assert shown.advice.startswith("What was written is in the backups.")


def test_what_was_left_aside_is_listed_and_goes_with_the_passphrase(office):
    folder = office.place.folder
    left = folder.with_name(f"{folder.name}.replaced-20261122T011000Z-359a5758")
    shutil.copytree(folder, left)
    page = At(office, YES, "fel", YES, PASSPHRASE)
    (shown,) = page.view.shown["overview"].left_aside
    assert (shown.name, "The vault that a backup took the place of" in shown.said) == (
        left.name, True
    )  # fmt: skip
    page.presenter.remove_aside(shown.name)
    assert page.view.shown["refused"].code == "VAULT-001"
    assert left.exists()
    page.presenter.remove_aside(shown.name)
    assert page.view.shown["outcome"].title == "It is removed from this computer."
    assert page.view.shown["overview"].left_aside == ()
    assert not left.exists()


def test_a_damaged_file_that_was_left_aside_is_called_by_its_case_number(office):
    """One's own by its number; another's by the beginning of its name, and never by nothing."""
    own, other = office.begin(), "0f0f0f0f-1111-4111-8111-222222222222"
    for case in (own, other):
        kept = f"{case}.db.damaged-20261122T011000Z-359a5758"
        (office.place.folder / "cases" / kept).write_bytes(b"damaged")
    page = At(office)
    said = [each.said for each in page.view.shown["overview"].left_aside]
    number = office.desk.vault.own.numbers()[own]
    assert sum(f"case file {number} " in text for text in said) == 1
    assert sum(f"case file {other[:8]} " in text for text in said) == 1
