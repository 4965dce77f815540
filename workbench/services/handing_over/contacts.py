# SPDX-License-Identifier: EUPL-1.2
"""Contact cards: the own one, those of others, and the digits that prove them."""

from dataclasses import dataclass
from typing import ClassVar

from workbench.domain.clock import stamp
from workbench.domain.errors import WorkbenchError
from workbench.domain.people import Organisation
from workbench.services.desk import Desk
from workbench.services.handing_over.exchange import Bundles, CardFacts
from workbench.services.ports import StoredCard


class UnknownCardError(WorkbenchError):
    """No such contact card in this vault."""

    code: ClassVar[str] = "SB-89"


@dataclass(frozen=True, slots=True)
class Contact:
    """A card and what is held of it: own, unverified, verified or revoked."""

    facts: CardFacts
    state: str


def own_card(desk: Desk, bundles: Bundles) -> StoredCard:
    """The organisation's own card, made at first need."""
    known = find_own_card(desk)
    if known is not None:
        return known
    organisations = desk.house.all(Organisation)
    name, unit = ("", "")
    if organisations:
        name, unit = organisations[-1].value.name, organisations[-1].value.unit
    content = bundles.make_card(name, unit, desk.vault.exchange_keys())
    card = StoredCard(bundles.read_card(content).card, content, "own", stamp(desk.clock.now()))
    desk.vault.put_card(card)
    return card


def find_own_card(desk: Desk) -> StoredCard | None:
    """The organisation's own card, if it was ever made."""
    return next((card for card in desk.vault.cards() if card.state == "own"), None)


def own_digits(desk: Desk, bundles: Bundles) -> str:
    """The 40 digits that the other side types."""
    return bundles.read_card(own_card(desk, bundles).content).digits


def import_card(
    desk: Desk, bundles: Bundles, untrusted_content: bytes, typed_digits: str = ""
) -> Contact:
    """Keep another organisation's card; verified only when its digits were typed right.

    The own card, come back, changes nothing.

    Raises:
        WorkbenchError: what is wrong with the card (SB-80 ...), or SB-87 for wrong digits; then
            nothing is kept.
    """
    facts = bundles.read_card(untrusted_content)
    if typed_digits:
        bundles.check_digits(untrusted_content, typed_digits)
    own = find_own_card(desk)
    if own is not None and own.card == facts.card:
        return Contact(facts, own.state)
    before = _newest_of_root(desk, bundles, facts.root)
    bundles.check_card(untrusted_content, before)
    is_proven = bool(typed_digits) or (before is not None and before.state == "verified")
    state = "verified" if is_proven else "unverified"
    desk.vault.put_card(StoredCard(facts.card, untrusted_content, state, stamp(desk.clock.now())))
    return Contact(facts, state)


def contacts(desk: Desk, bundles: Bundles) -> tuple[Contact, ...]:
    """The cards of others."""
    others = [card for card in desk.vault.cards() if card.state != "own"]
    return tuple(Contact(bundles.read_card(card.content), card.state) for card in others)


def get_card(desk: Desk, card: str) -> StoredCard:
    """A kept card by its id.

    Raises:
        UnknownCardError: there is none.
    """
    found = next((each for each in desk.vault.cards() if each.card == card), None)
    if found is None:
        raise UnknownCardError
    return found


def _newest_of_root(desk: Desk, bundles: Bundles, root: str) -> StoredCard | None:
    known = [card for card in desk.vault.cards() if card.state != "own"]
    read = [(bundles.read_card(card.content), card) for card in known]
    same = [(facts.seq, card) for facts, card in read if facts.root == root]
    if not same:
        return None
    return max(same, key=lambda pair: (pair[1].state == "revoked", pair[0]))[1]
