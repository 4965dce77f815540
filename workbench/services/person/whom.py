# SPDX-License-Identifier: EUPL-1.2
"""Whom an akt is about, how to reach them safely, whether protection is needed now, and notes."""

from workbench.domain.subject import Note, ProtectionNow, SafeContact, Subject
from workbench.services.changes import Changes
from workbench.services.person import protection_view
from workbench.services.records.akt import Akt, Draft


def subject_of(akt: Akt) -> Subject:
    """Whom the akt is about."""
    found = akt.all(Subject)
    return found[0].value if found else Subject(name="", identity="unknown")


def set_subject(akt: Akt, subject: Subject) -> Changes:
    """Enter a new version of whom the akt is about.

    Raises:
        NoOtherNameError: another name under an assumed identity.
    """
    protection_view.require_same_person(akt, subject)
    found = akt.all(Subject)
    return akt.enter(Draft(subject, found[0].record if found else None))


def note_protection_now(akt: Akt, decision: ProtectionNow) -> Changes:
    """Enter whether protection is needed now. Never blocked by any unfinished step."""
    return akt.enter(Draft(decision))


def set_safe_contact(akt: Akt, contact: SafeContact) -> Changes:
    """Enter the agreed way to reach the person; the earlier one stays in the history."""
    found = akt.all(SafeContact)
    return akt.enter(Draft(contact, found[0].record if found else None))


def write_note(akt: Akt, note: Note) -> Changes:
    """Enter a dated note."""
    return akt.enter(Draft(note))
