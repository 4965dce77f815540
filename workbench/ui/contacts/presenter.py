# SPDX-License-Identifier: EUPL-1.2
"""A card is only as good as the digits that two people compared by another way."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbench.domain.errors import WorkbenchError
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.handing_over import contacts
from workbench.services.handing_over.contacts import Contact
from workbench.services.jobs import Jobs
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.words import _, error_text

GROUP, DIGITS = 5, 40
MOST_CARD_BYTES = 65_536
_CARD_NAME = "contact-card.json"


@dataclass(frozen=True, slots=True)
class ContactVm:
    """Another organisation's card and how far it can be trusted."""

    card: str
    name: str
    state: str
    is_verified: bool
    can_compare: bool


@dataclass(frozen=True, slots=True)
class ContactsVm:
    """The own digits in eight groups of five, and the others."""

    groups: tuple[str, ...]
    contacts: tuple[ContactVm, ...]


class ContactsView(Protocol):
    """What the page must be able to show."""

    def show_contacts(self, vm: ContactsVm) -> None: ...

    def show_compared(self, card: str) -> None:
        """The digits were right; the field is emptied."""
        ...

    def show_refused(self, what: str, remedy: str) -> None: ...

    def show_written(self, path: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class ContactsPresenter:
    """Own card out, others' cards in, digits compared."""

    def __init__(
        self,
        view: ContactsView,
        jobs: Jobs,
        session: Session,
        asks: Asks,
        go: Go,
        outside: Outside,
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._asks, self._go, self._outside = asks, go, outside

    def open(self) -> None:
        desk, outside = self._session.desk, self._outside
        self._jobs.run(
            lambda: contacts_vm(desk, outside),
            done=self._view.show_contacts,
            failed=self._view.show_problem,
        )

    def export(self) -> None:
        """The own card as a file, to hand over together with the digits by another way."""
        self._asks.choose_folder(_("Where is our card put?"), got=self._export_to)

    def bring(self) -> None:
        """Another organisation's card from a file; unverified until the digits are typed."""
        self._asks.choose_file(
            _("Choose the contact card"), got=self._bring, endings=(".json", ".card")
        )

    def compare(self, card: str, typed: str) -> None:
        """The digits that the other side read out, however they were grouped."""
        desk, outside = self._session.desk, self._outside
        self._jobs.run(
            lambda: _compare(desk, outside, card, typed),
            done=lambda _contact: self._compared(card),
            failed=self._failed,
        )

    def leave(self) -> None:
        self._go(Place("receive"))

    def _export_to(self, folder: Path) -> None:
        desk, outside = self._session.desk, self._outside

        def work() -> Path:
            content = contacts.own_card(desk, outside.bundles).content
            return outside.files.write_new(folder, _CARD_NAME, content)

        self._jobs.run(
            work, done=lambda path: self._view.show_written(str(path)), failed=self._failed
        )

    def _bring(self, path: Path) -> None:
        desk, outside = self._session.desk, self._outside

        def work() -> Contact:
            untrusted = outside.files.read(path, most_bytes=MOST_CARD_BYTES)
            return contacts.import_card(desk, outside.bundles, untrusted)

        self._jobs.run(work, done=lambda _contact: self.open(), failed=self._failed)

    def _compared(self, card: str) -> None:
        self._view.show_compared(card)
        self.open()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            text = error_text(error)
            self._view.show_refused(text.what, f"{text.remedy} ({text.code})")
        else:
            self._view.show_problem(error)


def contacts_vm(desk: Desk, outside: Outside) -> ContactsVm:
    """Everything about cards, as it stands."""
    digits = contacts.own_digits(desk, outside.bundles)
    return ContactsVm(
        groups=tuple(digits[at : at + GROUP] for at in range(0, DIGITS, GROUP)),
        contacts=tuple(_contact(each) for each in contacts.contacts(desk, outside.bundles)),
    )


def _compare(desk: Desk, outside: Outside, card: str, typed: str) -> Contact:
    kept = contacts.get_card(desk, card)
    return contacts.import_card(desk, outside.bundles, kept.content, typed or " ")


def _contact(each: Contact) -> ContactVm:
    words = {
        "verified": _("Digits compared"),
        "unverified": _("Digits not compared"),
        "revoked": _("Revoked"),
    }
    facts = each.facts
    return ContactVm(
        card=facts.card,
        name=" · ".join(text for text in (facts.org, facts.unit) if text),
        state=words.get(each.state, each.state),
        is_verified=each.state == "verified",
        can_compare=each.state == "unverified",
    )
