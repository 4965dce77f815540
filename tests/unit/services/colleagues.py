# SPDX-License-Identifier: EUPL-1.2
"""Two people at one vault, each at their own place, taking turns at the same akt."""

from dataclasses import dataclass, field

from tests.unit.services.offices import Office
from tests.vault.making import CHEAP, PASSPHRASE
from workbench.app.opening import open_session
from workbench.domain.ids import CaseId, UserId
from workbench.services.house import access
from workbench.services.house.access import NewColleague
from workbench.services.records.akt import Akt

ROLES = ("practitioner", "reviewer")
PHRASE = "körsbär lampa torsdag granit sommar"


@dataclass
class Two:
    """`sten` sits first and begins the akt; Berit has been let into it."""

    office: Office
    case: CaseId = field(init=False)
    sten: UserId = field(init=False)
    berit: UserId = field(init=False)

    def __post_init__(self) -> None:
        desk = self.office.desk
        self.case, self.sten = self.office.begin(), desk.vault.signer.user
        new = NewColleague("Berit Påhittad", "kurator", 2, PHRASE, ROLES, CHEAP)
        self.berit = access.add_colleague(desk, new)
        access.grant(desk, self.case, self.berit, "Andra bedömare")

    def anew(self) -> Akt:
        """Another akt of Sten's that Berit may open."""
        self.be("sten")
        self.case = self.office.begin()
        access.grant(self.desk, self.case, self.berit, "Andra bedömare")
        return self.office.akt(self.case)

    def be(self, who: str) -> Akt:
        """The vault changes hands, the akt is opened anew."""
        self.office.session.close()
        place, phrase = (1, PASSPHRASE) if who == "sten" else (2, PHRASE)
        around = self.office.place.around
        self.office.session = open_session(self.office.place.folder, place, phrase, around)
        return self.office.session.akt(self.case)

    @property
    def desk(self):
        return self.office.desk
