# SPDX-License-Identifier: EUPL-1.2
"""The four kinds of organisation, in plain sentences: what each of them sets."""

from dataclasses import dataclass

from workbench.domain.people import Profile
from workbench.words import _


@dataclass(frozen=True, slots=True)
class ProfileVm:
    """One kind to choose."""

    profile: Profile
    name: str
    sets: str


def profiles() -> tuple[ProfileVm, ...]:
    """In the order in which they are offered."""
    return (
        ProfileVm(
            "municipal",
            _("Municipal social services"),
            _("Texts and periods for a personakt with its duty to document, and secrecy by law."),
        ),
        ProfileVm(
            "private_licensed",
            _("Sheltered housing with a licence, or work on contract with a municipality"),
            _("Texts and periods for a journal of your own with a plan, and the duty of silence."),
        ),
        ProfileVm(
            "support_only",
            _("Women's shelter or helpline without placements"),
            _("No duty by law to keep a journal: your own rules decide what is kept and how long."),
        ),
        ProfileVm(
            "consultant",
            _("Hired consultant"),
            _("Work on assignment: the contract sets the rules; nothing is kept after delivery."),
        ),
    )
