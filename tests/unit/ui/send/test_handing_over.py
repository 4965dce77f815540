# SPDX-License-Identifier: EUPL-1.2
"""Paper, sealing, receiving and contact cards, without a window and with real keys."""

from pathlib import Path

import pytest

from tests.support.desk import Answers
from tests.support.exchange import PASSPHRASE, Organised, bundle_in, exchange, pair
from workbench.domain.assessments import OwnAppraisal
from workbench.domain.disclosures import Printed, Received, Sent
from workbench.domain.file_errors import FileExistsAlreadyError
from workbench.domain.ids import RecordId
from workbench.domain.plans import SafetyPlan
from workbench.domain.protected_identity import HiddenDetail, ProtectedIdentity
from workbench.services.handing_over import contacts
from workbench.services.handing_over.outward import LOOKED_THROUGH
from workbench.services.person.protection_view import NO_PLACE
from workbench.services.records import working
from workbench.services.records.akt import Draft
from workbench.ui.contacts.presenter import ContactsPresenter
from workbench.ui.paper.presenter import PaperPresenter, PapersVm
from workbench.ui.receive.presenter import AUTOMATIC, ReceivePresenter
from workbench.ui.received.presenter import received_vm
from workbench.ui.send.presenter import SendPresenter
from workbench.words import speak

GROUND = {
    "ground": "consent",
    "consent": "written",
    "text": "Att socialtjänsten i Exempelby får bedömningen.",
    "consent_date": "2026-11-21",
    "purpose": "risk-assessment",
}


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


class Seen:
    """Any of the views: keeps what each `show_` was last told."""

    def __init__(self) -> None:
        self.told: dict[str, tuple] = {}

    @property
    def look(self) -> "Seen":
        return self

    def hide_contact(self) -> None:
        self.told["contact"] = ((),)

    def __getattr__(self, name):
        if not name.startswith("show_"):
            raise AttributeError(name)
        return lambda *args, **_more: self.told.__setitem__(name.removeprefix("show_"), args)

    def last(self, name):
        return self.told[name][0]


def sealing(house: Organised, *answers):
    view = Seen()
    presenter = SendPresenter(view, house.open, Answers(*answers), house.bench.go, house.outside)
    presenter.open()
    return view, presenter


def to_preview(house: Organised, *answers):
    view, presenter = sealing(house, *answers)
    presenter.typed("card", view.last("receivers").contacts[0].card)
    presenter.forward()
    for name, text in GROUND.items():
        presenter.typed(name, text)
    presenter.forward()
    look_through(presenter)
    return view, presenter


def look_through(presenter) -> None:
    presenter.looking.tick(LOOKED_THROUGH, is_ticked=True)


def sealed_to(tmp_path: Path):
    shelter, municipality = pair()
    shelter.judge()
    view, presenter = to_preview(shelter, PASSPHRASE, tmp_path)
    presenter.forward()
    assert view.last("step") == "done"
    return shelter, municipality, bundle_in(tmp_path)


def receiving(house: Organised, *answers):
    view = Seen()
    presenter = ReceivePresenter(
        view,
        house.bench.jobs,
        house.bench.session,
        Answers(*answers),
        house.bench.go,
        house.outside,
    )
    presenter.begin()
    return view, presenter


def test_only_a_verified_contact_can_be_chosen_and_the_others_say_why_not() -> None:
    shelter, municipality = Organised("Jouren", 11), Organised("Exempelby", 21)
    shelter.judge()
    contacts.import_card(shelter.desk, shelter.outside.bundles, municipality.card())
    view, presenter = sealing(shelter)
    contact = view.last("receivers").contacts[0]
    assert contact.why_not == "Siffrorna har inte jämförts." or "inte" in contact.why_not
    presenter.typed("card", contact.card)
    presenter.forward()
    assert view.last("step") == "receiver"
    assert view.last("missing").field == "card"


def test_there_is_no_default_ground_and_every_part_of_it_is_asked_for() -> None:
    shelter, _municipality = pair()
    shelter.judge()
    view, presenter = sealing(shelter)
    presenter.typed("card", view.last("receivers").contacts[0].card)
    presenter.forward()
    for name, text in GROUND.items():
        presenter.forward()
        assert view.last("step") == "ground"
        assert view.last("missing").field == name
        presenter.typed(name, text)
    presenter.forward()
    assert view.last("step") == "preview"


def test_the_preview_says_what_the_bundle_holds_and_nothing_that_is_withheld() -> None:
    shelter, _municipality = pair()
    shelter.judge()
    view, _presenter = to_preview(shelter)
    preview = view.last("preview")
    told = "\n".join(line for part in preview.parts for line in (part.heading, *part.lines))
    assert "Dödligt våld när barnen hämtas." in told
    assert "Jag tror att han kan göra det." in told
    assert "6. Dödshot: Ja" in told
    assert preview.receiver == "Exempelby · Natt"
    assert "skriftligt 2026-11-21" in preview.ground


def test_a_wrong_passphrase_seals_nothing(tmp_path: Path) -> None:
    shelter, _municipality = pair()
    shelter.judge()
    view, presenter = to_preview(shelter, "fel", tmp_path)
    presenter.forward()
    assert view.last("problem").code == "VAULT-002"
    assert list(tmp_path.iterdir()) == []
    assert shelter.desk.house.all(Sent) == ()


def test_what_was_typed_for_the_ground_is_there_after_a_lock() -> None:
    shelter, _municipality = pair()
    shelter.judge()
    view, presenter = sealing(shelter)
    presenter.typed("card", view.last("receivers").contacts[0].card)
    presenter.forward()
    presenter.typed("text", "Att Exempelby får")
    shelter.bench.reopen()
    again, _presenter = sealing(shelter)
    assert again.last("values")["text"] == "Att Exempelby får"


def test_what_changed_after_the_preview_is_shown_again_and_not_sealed(tmp_path: Path) -> None:
    shelter, _municipality = pair()
    shelter.judge()
    view, presenter = to_preview(shelter, PASSPHRASE, tmp_path)
    shelter.say_own("Nu är jag räddare")
    presenter.forward()
    assert "changed_since" in view.told
    assert view.last("step") == "preview"
    assert list(tmp_path.iterdir()) == []
    told = "\n".join(line for part in view.last("preview").parts for line in part.lines)
    assert "Nu är jag räddare" in told


def test_sealed_opened_accepted_and_read(tmp_path: Path) -> None:
    shelter, municipality, bundle = sealed_to(tmp_path)
    assert len(shelter.desk.house.all(Sent)) == 1
    assert working.unentered(shelter.akt) == ()
    view, presenter = receiving(municipality, bundle)
    presenter.choose()
    assert "förseglat paket" in view.last("file").what
    presenter.open()
    quarantine = view.last("quarantine")
    assert quarantine.sender == "Kvinnojouren Exempel · Natt"
    shown = repr(quarantine)
    assert "Karin" not in shown
    assert "Dödligt" not in shown
    presenter.accept(AUTOMATIC)
    case = municipality.bench.went[-1].case
    akt = municipality.bench.akt(case)
    record = akt.all(Received)[0].record
    received = received_vm(akt, municipality.desk, record)
    told = "\n".join(line for part in received.parts for line in part.lines)
    assert "Dödligt våld när barnen hämtas." in told
    assert received.pdf.startswith(b"%PDF")
    assert akt.all(OwnAppraisal) == ()  # reading it makes nothing ours


def test_the_receiver_reads_what_the_sender_saw_in_the_preview(tmp_path: Path) -> None:
    shelter, municipality = pair()
    shelter.judge()
    view, presenter = to_preview(shelter, PASSPHRASE, tmp_path)
    seen = view.last("preview").parts
    presenter.forward()
    _view, opener = receiving(municipality, bundle_in(tmp_path))
    opener.choose()
    opener.open()
    opener.accept(AUTOMATIC)
    akt = municipality.bench.akt(municipality.bench.went[-1].case)
    received = received_vm(akt, municipality.desk, akt.all(Received)[0].record)
    assert received.parts == seen


def test_a_second_time_is_known_and_changes_nothing(tmp_path: Path) -> None:
    _shelter, municipality, bundle = sealed_to(tmp_path)
    for _time in range(2):
        view, presenter = receiving(municipality, bundle)
        presenter.choose()
        presenter.open()
        presenter.accept(AUTOMATIC)
    assert view.last("quarantine").case
    akt = municipality.bench.akt(municipality.bench.went[0].case)
    assert len(akt.all(Received)) == 1


def test_an_unverified_sender_stays_in_quarantine(tmp_path: Path) -> None:
    shelter, municipality = Organised("Jouren", 11), Organised("Exempelby", 21)
    contacts.import_card(
        shelter.desk, shelter.outside.bundles, municipality.card(), municipality.digits()
    )
    contacts.import_card(municipality.desk, municipality.outside.bundles, shelter.card())
    shelter.judge()
    view, presenter = to_preview(shelter, PASSPHRASE, tmp_path)
    presenter.forward()
    view, opener = receiving(municipality, bundle_in(tmp_path))
    opener.choose()
    opener.open()
    assert not view.last("quarantine").is_verified
    opener.accept(AUTOMATIC)
    assert "SB-36" in view.last("refused").technical[0]
    opener.put_aside()
    assert len(municipality.bench.vault.incoming) == 1


@pytest.mark.parametrize(
    ("content", "code"), [(b"hej", "SB-01"), (b"age-encryption.org/v1\n", "SB-02")]
)
def test_a_file_that_is_no_bundle_is_refused_with_its_text_and_code(
    tmp_path: Path, content: bytes, code: str
) -> None:
    house = Organised("Exempelby", 21)
    file = tmp_path / "brev.age"
    file.write_bytes(content)
    view, presenter = receiving(house, file)
    presenter.choose()
    refused = view.last("refused")
    assert refused.technical[0] == f"Kod: {code}"
    assert refused.what
    assert refused.remedy


def test_a_damaged_bundle_is_refused_with_its_hash_and_nothing_changes(tmp_path: Path) -> None:
    _shelter, municipality, bundle = sealed_to(tmp_path)
    raw = bytearray(bundle.read_bytes())
    raw[-5] ^= 1
    broken = tmp_path / "skadad.age"
    broken.write_bytes(raw)
    before = len(municipality.desk.vault.cases())
    view, presenter = receiving(municipality, broken)
    presenter.choose()
    presenter.open()
    technical = "\n".join(view.last("refused").technical)
    assert "Kod: SB-12" in technical
    assert "SHA-256" in technical
    assert f"{len(raw)} byte" in technical
    assert len(municipality.desk.vault.cases()) == before


def carding(house: Organised, *answers):
    view = Seen()
    presenter = ContactsPresenter(
        view,
        house.bench.jobs,
        house.bench.session,
        Answers(*answers),
        house.bench.go,
        house.outside,
    )
    presenter.open()
    return view, presenter


def test_own_digits_are_eight_groups_of_five() -> None:
    house = Organised("Exempelby", 21)
    view, _presenter = carding(house)
    groups = view.last("contacts").groups
    assert [len(group) for group in groups] == [5] * 8
    assert "".join(groups) == house.digits()


def test_a_card_from_a_file_is_unverified_until_the_right_digits_are_typed(tmp_path: Path) -> None:
    here, there = Organised("Jouren", 11), Organised("Exempelby", 21)
    _view, exporting = carding(there, tmp_path)
    exporting.export()
    card_file = next(tmp_path.iterdir())
    view, presenter = carding(here, card_file)
    presenter.bring()
    contact = view.last("contacts").contacts[0]
    assert (contact.is_verified, contact.can_compare) == (False, True)
    presenter.compare(contact.card, "00000 " * 8)
    assert "SB-87" in view.told["refused"][1]
    assert not view.last("contacts").contacts[0].is_verified
    digits = there.digits()
    typed = " ".join(digits[at : at + 5] for at in range(0, 40, 5))
    presenter.compare(contact.card, typed)
    assert view.last("contacts").contacts[0].is_verified


def test_comparing_nothing_proves_nothing() -> None:
    here, there = Organised("Jouren", 11), Organised("Exempelby", 21)
    contacts.import_card(here.desk, here.outside.bundles, there.card())
    view, presenter = carding(here)
    presenter.compare(view.last("contacts").contacts[0].card, "")
    assert contacts.contacts(here.desk, here.outside.bundles)[0].state == "unverified"


def test_a_file_that_is_no_card_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(b"{}")
    view, presenter = carding(Organised("Jouren", 11), file)
    presenter.bring()
    assert "SB-80" in view.told["refused"][1]


def printing(house: Organised, *answers):
    view = Seen()
    presenter = PaperPresenter(view, house.open, Answers(*answers), house.bench.go, house.outside)
    presenter.open()
    look_through(presenter)
    return view, presenter


def test_a_paper_is_noted_with_its_receiver_and_gets_a_neutral_name(tmp_path: Path) -> None:
    house = Organised("Jouren", 11)
    house.judge()
    view, presenter = printing(house, tmp_path)
    presenter.save()
    assert "receiver_missing" in view.told
    presenter.receiver_typed("Socialtjänsten i Exempelby")
    presenter.save()
    printed = house.desk.house.all(Printed)[0].value
    assert (printed.document, printed.receiver) == ("assessment", "Socialtjänsten i Exempelby")
    file = next(tmp_path.iterdir())
    assert file.read_bytes() == view.told["pdf"][0]
    assert file.name == "b-20261122T011000.pdf"
    assert working.unentered(house.akt) == ()


def test_a_paper_is_never_written_over_another_file(tmp_path: Path) -> None:
    house = Organised("Jouren", 11)
    house.judge()
    (tmp_path / "b-20261122T011000.pdf").write_bytes(b"annat")
    view, presenter = printing(house, tmp_path)
    presenter.receiver_typed("X")
    presenter.save()
    assert isinstance(view.last("problem"), FileExistsAlreadyError)
    assert next(tmp_path.iterdir()).read_bytes() == b"annat"


def test_what_was_protected_after_the_paper_was_shown_does_not_leave(tmp_path: Path) -> None:
    house, municipality = Organised("Jouren", 11), Organised("Exempelby", 21)
    exchange(house, municipality)
    house.judge()
    view, presenter = printing(house, tmp_path)
    presenter.receiver_typed("Socialtjänsten")
    sealed, sealing_it = to_preview(house, PASSPHRASE, tmp_path)
    known = HiddenDetail("school", "Strypförsök")  # a word of the judgement stands for a place
    house.akt.enter(Draft(ProtectedIdentity("secrecy_marking")), Draft(known))
    for each in (presenter, sealing_it):
        each.looking.refresh()
        for code in (LOOKED_THROUGH, NO_PLACE):
            each.looking.tick(code, is_ticked=True)
    presenter.save()
    sealing_it.forward()
    for shown in (view, sealed):
        assert getattr(shown.last("problem"), "code", "") == "PROTECT-002"
    assert list(tmp_path.iterdir()) == []
    assert house.desk.house.all(Printed) == house.desk.house.all(Sent) == ()


def test_without_a_judgement_there_is_no_paper_and_nothing_to_seal() -> None:
    house = Organised("Jouren", 11)
    assert printing(house)[0].last("papers").papers == ()
    view, presenter = sealing(house)
    assert not view.last("receivers").has_judgement
    presenter.forward()
    assert view.last("step") == "receiver"


def _wanting(house: Organised, record: RecordId) -> PapersVm:
    view = Seen()
    presenter = PaperPresenter(view, house.open, Answers(), house.bench.go, house.outside)
    presenter.want(record)
    presenter.open()
    return view.last("papers")


def test_the_paper_that_was_asked_for_is_chosen_and_another_never_takes_its_place() -> None:
    house = Organised("Jouren", 11)
    house.judge()
    house.akt.enter(Draft(SafetyPlan("Jag ringer min syster.", paper="asked-for")))
    asked = house.akt.all(SafetyPlan)[0].record
    assert [paper.kind for paper in _wanting(house, asked).papers] == ["plan-sheet", "assessment"]
    house.akt.enter(Draft(SafetyPlan("Jag ringer min syster.", paper="none"), asked))
    assert _wanting(house, asked).papers == ()


def test_cards_are_exchanged_both_ways() -> None:
    one, other = Organised("Jouren", 11), Organised("Exempelby", 21)
    exchange(one, other)
    for house in (one, other):
        assert carding(house)[0].last("contacts").contacts[0].is_verified
