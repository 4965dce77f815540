# SPDX-License-Identifier: EUPL-1.2
"""The demo, step by step, timed: two vaults, one person, one bundle."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from workbench.app.bundling import AgeBundles
from workbench.app.opening import Founded, Founder, found_vault
from workbench.app.paper import assessment_pdf, protection_plan_pdf
from workbench.cli.demo import acts, story
from workbench.cli.demo.fiction import Fiction, FictionalPerson
from workbench.cli.demo.folder import DemoFolder, Party
from workbench.domain.disclosures import Printed
from workbench.domain.ids import RecordId
from workbench.domain.people import Organisation
from workbench.services.akter.session import Session
from workbench.services.handing_over import contacts, outward, receiving, sharing
from workbench.services.handing_over.exchange import Ground, Sealed
from workbench.services.handing_over.receiver_view import View
from workbench.services.records.akt import Akt, attachment_id
from workbench.vault.opening import Surroundings
from workbench.words import Language

_SV: Language = "sv"


@dataclass(slots=True)
class Play:
    """What a run of the demo made, and how long each step took."""

    folder: DemoFolder
    around: Surroundings
    fiction: Fiction
    seconds: dict[str, float] = field(default_factory=dict)
    step: str = ""

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Time one step; a failure inside it is told by its name."""
        self.step = step
        begun = time.perf_counter()
        yield
        self.seconds[step] = round(time.perf_counter() - begun, 4)


@dataclass(frozen=True, slots=True)
class Papers:
    """The two PDFs: where they are, and the bytes of the assessment."""

    paths: tuple[Path, ...]
    assessment: bytes


def play(run: Play) -> dict[str, Any]:
    """Do the whole main job; return what is printed.

    Raises:
        WorkbenchError: the code of whatever refused; `run.step` says where.
    """
    bundles = AgeBundles(run.around.clock, run.around.ids)
    with run.timed("vault_create"):
        sender = _found(run, run.folder.sender, story.SHELTER, story.SHELTER_UNIT)
        receiver = _found(run, run.folder.receiver, story.MUNICIPALITY, story.MUNICIPALITY_UNIT)
    try:
        person = run.fiction.person()
        with run.timed("cards"):
            card = _exchange_cards(sender.session, receiver.session, bundles)
        akt, judged = _assess(run, sender.session, person)
        _plan(run, akt, sender.session, person)
        papers = _print(run, akt, sender.session, judged)
        with run.timed("seal"):
            sealed = _seal(run, akt, sender.session, bundles, card, papers)
        with run.timed("open"):
            _open(receiver.session, bundles, sealed)
        with run.timed("verify"):
            _verify(sender, receiver)
    finally:
        sender.session.close()
        receiver.session.close()
    return _printed(run, papers, sealed, person)


def _found(run: Play, party: Party, organisation: str, unit: str) -> Founded:
    """A vault with the real key derivation, its recovery code typed back."""
    founder = Founder(
        Organisation(organisation, unit), run.fiction.staff(party.place), "Handläggare"
    )
    founded = found_vault(party.vault, party.passphrase, founder, run.around)
    founded.vault.prove_recovery(founded.recovery_code)
    return founded


def _exchange_cards(sender: Session, receiver: Session, bundles: AgeBundles) -> str:
    """Each side keeps the other's card and types the other's 40 digits."""
    here, there = sender.desk, receiver.desk
    kept = contacts.import_card(
        here,
        bundles,
        contacts.own_card(there, bundles).content,
        contacts.own_digits(there, bundles),
    )
    contacts.import_card(
        there, bundles, contacts.own_card(here, bundles).content, contacts.own_digits(here, bundles)
    )
    return kept.facts.card


def _assess(run: Play, session: Session, person: FictionalPerson) -> tuple[Akt, RecordId]:
    desk = session.desk
    with run.timed("case_open"):
        akt = acts.open_akt(session, person)
    with run.timed("own_appraisal"):
        acts.own_appraisal(akt)
    with run.timed("danger_assessment"):
        danger = acts.danger_assessment(akt, desk, run.fiction.staff(2))
    with run.timed("freda"):
        freda = acts.freda(akt, desk)
    with run.timed("sara_sv"):
        sara = acts.sara_sv(akt, desk)
    with run.timed("judgement"):
        signer = run.fiction.staff(run.folder.sender.place)
        judged = acts.judgement(akt, desk, (danger, freda, sara), signer)
    return akt, judged


def _plan(run: Play, akt: Akt, session: Session, person: FictionalPerson) -> None:
    with run.timed("scenarios"):
        written = acts.scenarios(akt)
    with run.timed("measures"):
        acts.measures(akt, session.desk, written)
    with run.timed("plans"):
        acts.plans(akt, session.desk, person)


def _print(run: Play, akt: Akt, session: Session, judged: RecordId) -> Papers:
    with run.timed("pdf"):
        assessment = assessment_pdf(akt, session.desk, judged, _SV)
        plan = protection_plan_pdf(akt, session.desk, _SV)
        paths = tuple(run.folder.write_paper(content) for content in (assessment, plan))
        for kind, content in (("assessment", assessment), ("protection_plan", plan)):
            printed = Printed(akt.case, kind, story.MUNICIPALITY, attachment_id(content))
            printed = replace(printed, checked=outward.ticks_of(akt))
            sharing.note_paper(akt, session.desk, printed)
    return Papers(paths, assessment)


def _seal(
    run: Play, akt: Akt, session: Session, bundles: AgeBundles, card: str, papers: Papers
) -> Sealed:
    today = session.desk.clock.today().isoformat()
    hand_over = sharing.HandOver(
        card=card,
        view=View("risk-assessment", "", ""),
        ground=Ground("consent", "Samtycke till att uppgifterna lämnas.", "written", today),
        pdf=papers.assessment,
        out_dir=run.folder.stick,
        checked=outward.ticks_of(akt),
    )
    return sharing.seal_bundle(akt, session.desk, bundles, hand_over)


def _open(session: Session, bundles: AgeBundles, sealed: Sealed) -> None:
    arrival = receiving.open_bundle(session.desk, bundles, sealed.path)
    accepted = receiving.accept(session, bundles, arrival)
    if accepted.state != "accepted":
        raise acts.StepFailedError(step="open")


def _verify(sender: Founded, receiver: Founded) -> None:
    for founded in (sender, receiver):
        founded.session.put_away()
        if any(report.first_bad or report.why for report in founded.vault.verify()):
            raise acts.StepFailedError(step="verify")


def _printed(run: Play, papers: Papers, sealed: Sealed, person: FictionalPerson) -> dict[str, Any]:
    folder = run.folder
    return {
        "ok": True,
        "steps": run.seconds,
        "pdfs": [str(path) for path in papers.paths],
        "bundle": str(sealed.path),
        "sender_vault": str(folder.sender.vault),
        "receiver_vault": str(folder.receiver.vault),
        "sender_passphrase_file": str(folder.sender.passphrase_file),
        "receiver_passphrase_file": str(folder.receiver.passphrase_file),
        "planted": [
            person.name,
            person.personal_number,
            person.phone,
            *story.PLANTED_SENTENCES,
        ],
    }
