# SPDX-License-Identifier: EUPL-1.2
"""Paper, sealing, opening a bundle, what was received, contact cards."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.desk import Answers
from tests.support.exchange import PASSPHRASE, Organised, bundle_in, exchange, pair
from tests.support.known_before import write_known
from tests.support.outside_files import pdf
from tests.support.read_in import read_in
from workbench.domain.disclosures import Received
from workbench.services.facts import documents_in
from workbench.services.handing_over import contacts
from workbench.services.handing_over.outward import LOOKED_THROUGH
from workbench.ui.contacts.page import ContactsPage
from workbench.ui.contacts.presenter import ContactsPresenter
from workbench.ui.paper.page import PaperPage
from workbench.ui.paper.presenter import PaperPresenter
from workbench.ui.receive.page import ReceivePage
from workbench.ui.receive.presenter import AUTOMATIC, ReceivePresenter
from workbench.ui.received.page import ReceivedPage
from workbench.ui.received.presenter import ReceivedPresenter
from workbench.ui.send.page import SendPage
from workbench.ui.send.presenter import SendPresenter

GROUND = {
    "ground": "consent",
    "consent": "written",
    "text": "Att socialtjänsten i Exempelby får bedömningen för att pröva skydd.",
    "consent_date": "2026-11-21",
    "label": "K. E., ert ärende 88/26",
    "purpose": "risk-assessment",
}


def _paper() -> QWidget:
    house = Organised("Kvinnojouren Exempel", 11)
    house.judge()
    write_known(house.akt)
    return in_window(
        PaperPage(lambda v: PaperPresenter(v, house.open, Answers(), house.bench.go, house.outside))
    )


def _send(house: Organised, *answers: str | Path) -> SendPage:
    return SendPage(
        lambda v: SendPresenter(v, house.open, Answers(*answers), house.bench.go, house.outside)
    )


def _receiver() -> QWidget:
    shelter, _municipality = _with_unverified()
    return in_window(_send(shelter))


def _with_unverified() -> tuple[Organised, Organised]:
    shelter, municipality = Organised("Kvinnojouren Exempel", 11), Organised("Exempelby", 21)
    other = Organised("Polisen Exempel", 31)
    exchange(shelter, municipality)
    read_in(shelter.akt, b"Kl 23 var polisen dar.", "Polisanmälan")
    read_in(shelter.akt, b"Beslut om skyddat boende.", "Beslut om placering")
    contacts.import_card(shelter.desk, shelter.outside.bundles, other.card())
    shelter.judge()
    write_known(shelter.akt)
    return shelter, municipality


def _walked(page: SendPage, *, to_preview: bool) -> SendPage:
    card = page._choices._buttons[0]
    card.click()
    page.on_button.click()
    if to_preview:
        first = documents_in.documents(
            page._presenter._case.session.akt(page._presenter._case.case)
        )
        for name, text in {**GROUND, "documents": first[0].record}.items():
            page.form.typed.emit(name, text)
        page.on_button.click()
        page.look.ticks[LOOKED_THROUGH].click()
    return page


def _ground() -> QWidget:
    shelter, _municipality = _with_unverified()
    return in_window(_walked(_send(shelter), to_preview=False))


def _documents() -> QWidget:
    shelter, _municipality = _with_unverified()
    page = _walked(_send(shelter), to_preview=True)
    page.back_button.click()
    shell = in_window(page)
    shell.resize(1366, 768)
    shell.show()
    page.form.focus("documents")
    page.reveal(page.form.field("documents"))
    return shell


def _preview() -> QWidget:
    shelter, _municipality = _with_unverified()
    return in_window(_walked(_send(shelter), to_preview=True))


def _done() -> QWidget:
    shelter, _municipality = _with_unverified()
    page = _walked(_send(shelter, PASSPHRASE, Path(tempfile.mkdtemp())), to_preview=True)
    page.on_button.click()
    return in_window(page)


def _sealed() -> tuple[Organised, Path]:
    folder = Path(tempfile.mkdtemp())
    shelter, municipality = pair()
    shelter.judge()
    read_in(shelter.akt, pdf("Kl 23 var polisen dar."), "Polisanmälan")
    page = _walked(_send(shelter, PASSPHRASE, folder), to_preview=True)
    page.on_button.click()
    return municipality, bundle_in(folder)


def _receive(house: Organised, *answers: Path) -> ReceivePage:
    return ReceivePage(
        lambda v: ReceivePresenter(
            v,
            house.bench.jobs,
            house.bench.session,
            Answers(*answers),
            house.bench.go,
            house.outside,
        )
    )


def _nothing_opened() -> QWidget:
    return in_window(_receive(Organised("Exempelby", 21)), under="receive")


def _quarantine() -> QWidget:
    municipality, bundle = _sealed()
    page = _receive(municipality, bundle)
    page.choose_button.click()
    page.open_button.click()
    return in_window(page, under="receive")


def _refused() -> QWidget:
    municipality, bundle = _sealed()
    raw = bytearray(bundle.read_bytes())
    raw[-5] ^= 1
    bundle.with_name("skadad.age").write_bytes(raw)
    page = _receive(municipality, bundle.with_name("skadad.age"))
    page.choose_button.click()
    page.open_button.click()
    page._fold.unfold()
    return in_window(page, under="receive")


def _received() -> QWidget:
    municipality, bundle = _sealed()
    page = _receive(municipality, bundle)
    page.choose_button.click()
    page.open_button.click()
    page._presenter.accept(AUTOMATIC)
    case = municipality.bench.went[-1].case
    record = municipality.bench.akt(case).all(Received)[0].record
    return in_window(
        ReceivedPage(
            lambda v: ReceivedPresenter(
                v, municipality.bench.open_case(case), municipality.bench.go, record
            )
        )
    )


def _contacts() -> QWidget:
    shelter, _municipality = _with_unverified()
    bench = shelter.bench
    return in_window(
        ContactsPage(
            lambda v: ContactsPresenter(
                v, bench.jobs, bench.session, Answers(), bench.go, shelter.outside
            )
        ),
        under="receive",
    )


PAGES = (
    ("paper", _paper),
    ("send-1-receiver", _receiver),
    ("send-2-ground", _ground),
    ("send-2-documents", _documents),
    ("send-3-preview", _preview),
    ("send-4-done", _done),
    ("receive-1-choose", _nothing_opened),
    ("receive-2-quarantine", _quarantine),
    ("receive-3-refused", _refused),
    ("received", _received),
    ("contacts", _contacts),
)
