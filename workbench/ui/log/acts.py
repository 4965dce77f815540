# SPDX-License-Identifier: EUPL-1.2
"""What each kind of entry of the organisation akt says, as the end of a sentence about someone."""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.domain import access, assessments, backups, disclosures, erasing
from workbench.domain.ids import UserId
from workbench.services.house import settings
from workbench.words import _, ngettext

Naming = Callable[[UserId], str]


def unreadable(kind: str) -> str:
    """For an entry that was withdrawn, emptied, or is of another shape."""
    return _("an entry that has no text any more ({kind})").format(kind=kind)


def _unlocked(value: access.Unlocked, _name: Naming) -> str:
    said = _("unlocked (no {place})").format(place=f"{value.place:02d}")
    if value.by_recovery:
        said = _("unlocked with the recovery code")
    if value.failed_before:
        tries = ngettext("{count} wrong try", "{count} wrong tries", value.failed_before)
        said = _("{said}, after {tries}").format(
            said=said, tries=tries.format(count=value.failed_before)
        )
    if value.failed_elsewhere:
        tries = ngettext("{count} wrong try", "{count} wrong tries", value.failed_elsewhere)
        said = _("{said}, {tries} at a user number that nobody has").format(
            said=said, tries=tries.format(count=value.failed_elsewhere)
        )
    if value.older:
        said = _("{said}, over an older copy: {reason}").format(said=said, reason=value.reason)
    return said


def _printed(value: disclosures.Printed, _name: Naming) -> str:
    return _("made a paper for {receiver}").format(receiver=value.receiver)


def _spoken(value: disclosures.Spoken, _name: Naming) -> str:
    return _("told {receiver} by mouth").format(receiver=value.receiver)


def _arrived(value: disclosures.Arrived, _name: Naming) -> str:
    return _("took in a sealed bundle") if value.is_done else _("began to take in a sealed bundle")


def _exported(value: erasing.Exported, _name: Naming) -> str:
    said = ngettext(
        "wrote {count} case file out in plain: {reason}",
        "wrote {count} case files out in plain: {reason}",
        len(value.cases),
    )
    return said.format(count=len(value.cases), reason=value.reason)


def _granted(value: access.Granted, name: Naming) -> str:
    return _because(_("let {user} in").format(user=name(value.to)), value.reason)


def _revoked(value: access.Revoked, name: Naming) -> str:
    return _because(_("ended the access of {user}").format(user=name(value.of)), value.reason)


def _user_added(value: access.UserAdded, name: Naming) -> str:
    said = _("added {user}, user number {place}")
    return said.format(user=name(value.user), place=f"{value.place:02d}")


def _user_removed(value: access.UserRemoved, name: Naming) -> str:
    return _because(_("removed the user {user}").format(user=name(value.user)), value.reason)


def _roles_changed(value: access.RolesChanged, name: Naming) -> str:
    return _("gave {user} other roles").format(user=name(value.user))


def _confirmed(value: assessments.RuleConfirmation, _name: Naming) -> str:
    if value.revoked_on:
        return _because(_("revoked the rule of an instrument"), value.revoked_because)
    return _("confirmed the rule of an instrument")


def _passphrase_changed(value: access.PassphraseChanged, name: Naming) -> str:
    if value.by_recovery:
        said = _("gave {user} a new passphrase with the recovery code")
    else:
        said = _("changed the passphrase of {user}")
    return said.format(user=name(value.user))


def _setting(value: access.Setting, _name: Naming) -> str:
    words = {
        settings.IDLE.name: _("minutes until it locks"),
        settings.INTERVIEW_IDLE.name: _("minutes until it locks in a conversation"),
        settings.LOG_REVIEW_DAYS.name: _("days between reviews of the log"),
    }
    named = words.get(value.name, value.name)
    return _("set {name} to {value}").format(name=named, value=value.value)


def _log_review(value: access.LogReview, _name: Naming) -> str:
    said = ngettext("reviewed {count} entry of the log", "reviewed {count} entries of the log",
                    value.entries)  # fmt: skip
    return said.format(count=value.entries)


def _erase_proposed(value: erasing.EraseProposed, _name: Naming) -> str:
    return _because(_("proposed to take something away"), value.reason)


def _erased(value: erasing.Erased, _name: Naming) -> str:
    said = _("disposed of case file {number} ({level})")
    return _because(said.format(number=value.case_number, level=value.level), value.reason)


def _purged(value: erasing.Purged, _name: Naming) -> str:
    if value.why == "withdrawn":
        return _("took back what they had entered")
    count = len(value.entries)
    said = ngettext(
        "disposed of the text of {count} entry", "disposed of the text of {count} entries", count
    )
    return said.format(count=count)


def _urgent(value: erasing.Urgent, _name: Naming) -> str:
    return _because(_("acted alone in an emergency"), value.reason)


def _restored(value: backups.Restored, _name: Naming) -> str:
    if value.case:
        return _("put a case file back from a backup")
    return _because(_("put a backup back"), value.reason)


def _plain(text: Callable[[], str]) -> Callable[[Any, Naming], str]:
    return lambda _value, _name: text()


def _because(said: str, reason: str) -> str:
    return _("{said}: {reason}").format(said=said, reason=reason) if reason else said


ACTS: Mapping[str, Callable[[Any, Naming], str]] = {
    "unlocked": _unlocked,
    "opened": _plain(lambda: _("opened")),
    "printed": _printed,
    "spoken": _spoken,
    "sent": _plain(lambda: _("sealed a bundle")),
    "arrived": _arrived,
    "exported": _exported,
    "granted": _granted,
    "revoked": _revoked,
    "user_added": _user_added,
    "user_removed": _user_removed,
    "roles_changed": _roles_changed,
    "passphrase_changed": _passphrase_changed,
    "setting": _setting,
    "log_review": _log_review,
    "backup_made": _plain(lambda: _("made a backup")),
    "backup_verified": _plain(lambda: _("verified a backup")),
    "rehearsed": _plain(lambda: _("rehearsed putting a backup back")),
    "aside_removed": _plain(lambda: _("removed what a restoration had left")),
    "restored": _restored,
    "drilled": _plain(lambda: _("practised with the recovery code")),
    "recovery_renewed": _plain(lambda: _("made a new recovery code")),
    "erase_proposed": _erase_proposed,
    "erased": _erased,
    "purged": _purged,
    "device_sanitised": _plain(lambda: _("said that a device was sanitised")),
    "urgent": _urgent,
    "urgent_reviewed": _plain(lambda: _("reviewed an urgent exception")),
    "organisation": _plain(lambda: _("wrote what the organisation is")),
    "staff_member": _plain(lambda: _("wrote who somebody on the staff is")),
    "rule_confirmation": _confirmed,
    "rule_rejected": _plain(lambda: _("rejected the rule of an instrument")),
    "local_content": _plain(lambda: _("entered, checked or revoked an own rule")),
    "wording_pack": _plain(lambda: _("loaded the wording of a form")),
    "training": _plain(lambda: _("noted who is trained in an instrument")),
}
