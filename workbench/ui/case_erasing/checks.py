# SPDX-License-Identifier: EUPL-1.2
"""What was typed on the page, checked and made into what the services want."""

from workbench.domain.ids import EntryId
from workbench.domain.journal import Entry
from workbench.services.purge import purging
from workbench.services.purge.approving import Alone, OnePerson, TwoPeople, Word
from workbench.services.purge.purging import PurgeRequest
from workbench.services.records.akt import Akt
from workbench.ui.case_erasing.vms import ProposalVm, TypedPart, TypedWord
from workbench.ui.kit.asking import Question
from workbench.words import _

_PLACES = range(1, 100)


def request_of(akt: Akt, part: TypedPart) -> PurgeRequest:
    """Every version of the chosen records, and of what is a part of them."""
    wanted = set(part.records)
    keys = [entry.key for entry in akt.file.entries() if wanted & _named_in(entry)]
    return PurgeRequest(purging.versions_of(akt, keys), part.ground, part.reason)


def _named_in(entry: Entry) -> set[str]:
    """The record, and the assessment that it is a part of."""
    return {entry.header.record, str(entry.content().get("assessment", ""))}


def word_of(typed: TypedWord, proposal: ProposalVm | None) -> Word:
    """Who stands for it. `proposal`: what the only user confirms."""
    if typed.kind == "two-people":
        return TwoPeople(int(typed.place), typed.passphrase)
    if typed.kind == "urgent":
        return Alone(typed.why, typed.passphrase)
    return OnePerson(EntryId(proposal.entry if proposal else ""), typed.codes)


def missing_in_part(part: TypedPart) -> str:
    """What is not said yet about a part, in words; "" when all is."""
    if not part.records:
        return _("Choose what is to be disposed of.")
    return missing_ground(part.ground, part.reason, has_checked_law=part.has_checked_law)


def missing_ground(ground: str, reason: str, *, has_checked_law: bool) -> str:
    """The same of ground and reason."""
    if not ground:
        return _("Choose the ground.")
    if not has_checked_law:
        return _("Look at the text in force, and tick that you have.")
    return "" if reason.strip() else _("Say why.")


def missing_word(typed: TypedWord) -> str:
    """The same of who stands for it."""
    if typed.kind == "urgent":
        if not typed.why.strip():
            return _("Say why it cannot wait for a colleague.")
        return "" if typed.passphrase else _("Type your passphrase.")
    if typed.kind == "one-person":
        return ""
    place = typed.place.strip()
    if not (place.isascii() and place.isdigit() and int(place) in _PLACES):
        return _("Your colleague types their user number, 1 to 99.")
    return "" if typed.passphrase else _("Your colleague types their passphrase.")


def part_question(count: int) -> Question:
    """Asked before the text of records goes."""
    return Question(
        _("Dispose of the text?"),
        _("What was written goes from this computer. That it was there, who wrote it and when "
          "stays. Backups from before hold it until they are replaced. Records: {count}").format(
            count=count),
        _("Dispose of it"), _("Not now"), is_grave=True,
    )  # fmt: skip
