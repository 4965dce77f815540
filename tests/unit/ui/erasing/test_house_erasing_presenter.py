# SPDX-License-Identifier: EUPL-1.2
"""What the house has hidden and removed: told, certified, reviewed, copied out."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.desk import Answers
from tests.unit.services.offices import Office
from tests.vault.making import PASSPHRASE
from tests.vault.seating import SECOND_PASSPHRASE, SECOND_PLACE, seat_second
from workbench.app.opening import passphrase_check
from workbench.app.outside import outside
from workbench.domain.disclosures import Printed
from workbench.domain.erasing import DeviceSanitised, EraseProposed, Exported, Urgent
from workbench.services.handing_over import contacts
from workbench.services.jobs import InlineJobs
from workbench.services.law import erasing_law
from workbench.services.purge.approving import TwoPeople
from workbench.services.records.akt import Draft
from workbench.services.removing import erased, erasing
from workbench.services.removing.erasing import EraseRequest
from workbench.ui.erasing.presenter import HouseErasingPresenter
from workbench.ui.erasing.vms import CertificateVm, HouseErasingVm
from workbench.ui.places import Place

GROUND = "own-rule@2025-09-01"


class Kept:
    def __init__(self) -> None:
        self.vm: HouseErasingVm | None = None
        self.certificate: CertificateVm | None = None
        self.said: list[str] = []

    def show_house(self, vm: HouseErasingVm) -> None:
        self.vm = vm

    def show_certificate(self, vm: CertificateVm) -> None:
        self.certificate = vm

    def show_done(self, title: str, detail: str = "") -> None:
        self.said.append(title)

    def show_missing(self, said: str) -> None:
        self.said.append(said)

    def show_refused(self, text: Any) -> None:
        self.said.append(text.code)

    def show_busy(self, said: str) -> None:
        pass

    def show_problem(self, error: Exception) -> None:
        raise error


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    seat_second(made.place, made.desk.vault)
    yield made
    made.session.close()


def gone(office: Office) -> str:
    case = office.begin("Vera Exempel")
    no = frozenset(question.version for question in erasing_law.questions("sv"))
    request = EraseRequest(case, GROUND, "egen regel", no)
    return erasing.erase(office.session, request, TwoPeople(SECOND_PLACE, SECOND_PASSPHRASE))


def sat_down(office: Office, *answers: Any) -> tuple[Kept, HouseErasingPresenter, list[Place]]:
    view, went = Kept(), []
    check = passphrase_check(office.place.folder, 1, office.place.around)
    given = (InlineJobs(), office.session, Answers(*answers), went.append)
    page = HouseErasingPresenter(view, *given, outside(office.desk, check))
    page.open()
    assert view.vm is not None
    return view, page, went


def test_what_was_removed_hidden_and_proposed_is_listed(office):
    gone(office)
    hidden, waiting = office.begin("Bo Exempel"), office.begin("Cia Exempel")
    erasing.hide(office.akt(hidden), "avslutad")
    erasing.propose(office.desk, EraseProposed("E1", waiting, GROUND, "skäl"))
    contacts.own_card(office.desk, office.bundles)
    view, page, went = sat_down(office)
    assert [(row.number, row.level, row.remains) for row in view.vm.erased] == [
        ("2026-0001", "E1", ())]  # fmt: skip
    assert [row.case for row in view.vm.hidden] == [hidden]
    assert [(row.case, row.is_mine) for row in view.vm.proposals] == [(waiting, True)]
    assert view.vm.own_akter == 2
    assert "Vera" not in str(view.vm)
    page.open_case(hidden)
    page.leave()
    assert went == [Place("case-erasing", hidden), Place("organisation")]


def test_a_certificate_is_shown_and_saved_and_that_is_noted(office, tmp_path):
    record = gone(office)
    view, page, _went = sat_down(office, tmp_path)
    page.save_certificate()  # nothing was opened: nothing to save
    page.open_certificate(record)
    assert view.certificate.pdf.startswith(b"%PDF")
    page.save_certificate()
    (file,) = tmp_path.glob("*.pdf")
    assert file.read_bytes() == view.certificate.pdf
    assert file.name.startswith("g-2026")
    (printed,) = office.desk.house.all(Printed)
    assert printed.value.document == "erasing-certificate"


def test_an_urgent_exception_is_looked_at(office):
    office.desk.house.enter(Draft(Urgent("purge", "x", "brådska")))
    view, page, _went = sat_down(office, "tal med chefen")
    (urgent,) = view.vm.urgent
    assert (urgent.why, urgent.may_review) == ("brådska", True)
    page.review(urgent.record, is_justified=True)
    assert view.said == ["VAULT-031"]  # one's own act, and a colleague could
    page.review(urgent.record, is_justified=False)
    assert len(erased.unreviewed(office.desk)) == 1


def test_another_computer_is_noted_as_sanitised(office):
    view, page, _went = sat_down(office, "disken är mald")
    assert view.vm.devices == ()
    page.note_sanitised("0c0ffee0-0000-4000-8000-0000000000dd")
    (said,) = office.desk.house.all(DeviceSanitised)
    assert said.value.how == "disken är mald"


def test_an_open_copy_wants_a_reason_a_folder_and_the_passphrase(office, tmp_path):
    office.begin("Vera Exempel")
    view, page, _went = sat_down(office, tmp_path, PASSPHRASE)
    page.copy_open(" ")
    assert len(view.said) == 1
    page.copy_open("arkivering")
    (made,) = tmp_path.glob("k-*")
    assert (made / "index.json").is_file()
    assert str(made) in view.said[-1]


def test_a_wrong_passphrase_copies_nothing(office, tmp_path):
    office.begin("Vera Exempel")
    out = tmp_path / "stick"
    out.mkdir()
    view, page, _went = sat_down(office, out, "fel fras")
    page.copy_open("arkivering")
    assert view.said == ["VAULT-001"]
    assert list(out.iterdir()) == []
    assert office.desk.house.all(Exported) == ()
    assert isinstance(out, Path)
