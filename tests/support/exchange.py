# SPDX-License-Identifier: EUPL-1.2
"""Two organisations with real keys over memory vaults, each able to seal to the other."""

from datetime import date
from pathlib import Path

from tests.support.asking import DA, SARA, Assessed
from tests.support.memory_vault import CountedIds, MemorySigner, MemoryVault
from workbench.app.outside import outside
from workbench.domain.assessments import Judgement, Level
from workbench.domain.errors import WorkbenchError
from workbench.domain.people import Organisation
from workbench.domain.quarters import quarter_of
from workbench.services.assess import judging
from workbench.services.handing_over import contacts
from workbench.services.ports import ExchangeKeys, Mailbox
from workbench.services.records.akt import Draft
from workbench.ui.handing_over.outside import Outside

PASSPHRASE = "fem ord som ingen har"


class WrongPassphraseError(WorkbenchError):
    """What the vault raises; here so that no key derivation is needed."""

    code = "VAULT-002"


class KeyedVault(MemoryVault):
    """A memory vault with keys for bundles, eight quarters ahead."""

    def __init__(self, ids: CountedIds, seed: int) -> None:
        super().__init__(ids, MemorySigner(bytes([seed]) * 32))
        self._seed = seed

    def exchange_keys(self) -> ExchangeKeys:
        boxes = []
        for at in range(8):
            month = 10 + 3 * at
            quarter = quarter_of(date(2026 + (month - 1) // 12, (month - 1) % 12 + 1, 1))
            seed = bytes([self._seed, at]) * 16
            boxes.append(Mailbox(quarter.epoch, seed, quarter.first_day, quarter.last_day))
        seed = self._seed
        return ExchangeKeys(bytes([seed + 1]) * 32, bytes([seed + 2]) * 32, tuple(boxes))


class Organised(Assessed):
    """One organisation: its vault, its card, and what its pages need from outside."""

    def __init__(self, name: str, seed: int) -> None:
        ids = CountedIds()
        super().__init__(vault=KeyedVault(ids, seed), ids=ids)
        self.desk.house.enter(Draft(Organisation(name, "Natt")))
        self.outside: Outside = outside(self.desk, _check)

    def card(self) -> bytes:
        return contacts.own_card(self.desk, self.outside.bundles).content

    def digits(self) -> str:
        return contacts.own_digits(self.desk, self.outside.bundles)

    def judge(self) -> None:
        """One judgement on an entered Danger Assessment and a coded SARA:SV."""
        asked, coded = self.begin(DA), self.begin(SARA, sources=("den utsatta",))
        self.answer_da(asked)
        self.code_sara(coded)
        self.confirm()
        self.say_own("Jag tror att han kan göra det.", "Mycket stor")
        self.enter(asked)
        self.enter(coded)
        judging.enter_judgement(
            self.akt,
            Judgement(
                assessments=(asked, coded),
                risk_for_what="Dödligt våld när barnen hämtas.",
                against_whom="Karin",
                why="Strypförsök i augusti och tätare hot.",
                what_we_do="Flytt i natt.",
                limitations="Förövaren är inte hörd.",
                reassess_on="2026-12-15",
                levels=(Level("current-risk", "high", if_no_measures=True),),
            ),
        )


def exchange(one: Organised, other: Organised) -> None:
    """Each brings in the other's card and types the digits."""
    for here, there in ((one, other), (other, one)):
        contacts.import_card(here.desk, here.outside.bundles, there.card(), there.digits())


def pair() -> tuple[Organised, Organised]:
    """A shelter and a municipality that have exchanged cards."""
    shelter, municipality = Organised("Kvinnojouren Exempel", 11), Organised("Exempelby", 21)
    exchange(shelter, municipality)
    return shelter, municipality


def bundle_in(folder: Path) -> Path:
    """The one bundle in a folder."""
    return next(folder.glob("*.age"))


def _check(passphrase: str) -> None:
    if passphrase != PASSPHRASE:
        raise WrongPassphraseError
