# SPDX-License-Identifier: EUPL-1.2
"""A desk over a real vault on disk, with a cheap passphrase, locked and unlocked at will."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.vault.making import CHEAP, PASSPHRASE, Workplace
from workbench.app.bundling import AgeBundles
from workbench.app.opening import Founder, found_vault, open_session
from workbench.domain.assessments import Judgement, OwnAppraisal, RuleConfirmation
from workbench.domain.ids import CaseId, RecordId
from workbench.domain.people import Organisation
from workbench.domain.subject import Subject
from workbench.instruments.definition import Definition
from workbench.services.akter.cases import NewCase
from workbench.services.akter.session import Session
from workbench.services.assess import assessing, judging, results
from workbench.services.assess.assessing import Context
from workbench.services.desk import Desk
from workbench.services.handing_over import contacts
from workbench.services.records.akt import Akt

DA, FREDA, SARA = "danger-assessment", "freda-farlighetsbedomning", "sara-sv"
YES = ("q01", "q03", "q06", "q10", "q13", "q14")
NOBODY = "Karin Exempelgren"


@dataclass
class Office:
    """An organisation: its vault, and the session of the one who sits there."""

    root: Path
    name: str = "Jouren Påhittet"
    place: Workplace = field(init=False)
    session: Session = field(init=False)

    def __post_init__(self) -> None:
        self.root.mkdir()
        self.place = Workplace(self.root, seed=self.name)
        founder = Founder(Organisation(self.name), "Sten Skyddsson", "handläggare")
        founded = found_vault(self.place.folder, PASSPHRASE, founder, self.place.around, cost=CHEAP)
        self.place.code = founded.recovery_code
        founded.vault.prove_recovery(founded.recovery_code)
        self.session = founded.session

    @property
    def desk(self) -> Desk:
        return self.session.desk

    @property
    def bundles(self) -> AgeBundles:
        return AgeBundles(self.place.clock, self.place.ids)

    def relock(self) -> None:
        """Lock and unlock: whatever was only in memory is gone."""
        self.session.close()
        self.session = open_session(self.place.folder, 1, PASSPHRASE, self.place.around)

    def wait(self, hours: int = 48) -> None:
        """Time goes by, and the vault is unlocked halfway too."""
        for _half in range(2):
            self.place.clock.step(hours=hours / 2)
            self.relock()

    def begin(self, name: str = NOBODY) -> CaseId:
        return self.session.begin(NewCase(Subject(name, "19700101-0004"))).case

    def akt(self, case: CaseId) -> Akt:
        return self.session.akt(case)

    def afresh(self, case: CaseId) -> Akt:
        """The akt read from its file again."""
        self.session.put_away()
        return self.session.akt(case)

    def definition(self, instrument: str) -> Definition:
        return self.desk.catalogue.find(instrument)

    def assess(self, akt: Akt, instrument: str = DA) -> RecordId:
        return assessing.begin(akt, self.definition(instrument), Context())

    def answer_all(self, akt: Akt, made: RecordId) -> None:
        for item in self.definition(DA).items:
            assessing.record_answer(akt, made, item.id, "yes" if item.id in YES else "no")

    def confirm(self) -> None:
        """The method owner's word for the Danger Assessment's rule."""
        definition = self.definition(DA)
        by = RuleConfirmation("", "", "", "", "Maj Metodsdotter", "ägare", "Påhittet",
                              "2026-11-01", "2019")  # fmt: skip
        for rule in results.rules_to_confirm(definition):
            results.confirm_rule(self.desk, definition, rule, by)

    def verify(self) -> bool:
        return not any(report.why for report in self.desk.vault.verify())


def exchange_cards(one: Office, other: Office) -> str:
    """Each keeps the other's card with its digits; returns the other's card as `one` holds it."""
    for here, there in ((other, one), (one, other)):
        card = contacts.own_card(there.desk, there.bundles)
        digits = contacts.own_digits(there.desk, there.bundles)
        kept = contacts.import_card(here.desk, here.bundles, card.content, digits)
    return kept.facts.card


def judgement(*assessments: RecordId, reason: str = "") -> Judgement:
    """One with all its mandatory parts."""
    return Judgement(assessments, "Hot", "Henne", "Hon sade det", "Skydd", "Inga", "2027-01-01",
                     reason=reason)  # fmt: skip


def appraise(akt: Akt, words: str = "Jag är rädd.") -> None:
    assessing.record_own_appraisal(akt, OwnAppraisal(words))


def enter_judgement(akt: Akt, *made: RecordId) -> RecordId:
    return judging.enter_judgement(akt, judgement(*made)).records[0]
