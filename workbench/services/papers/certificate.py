# SPDX-License-Identifier: EUPL-1.2
"""What a certificate of removal says: the level reached, who stood for it, what remains."""

from collections.abc import Iterator, Mapping

from workbench.domain.ids import UserId
from workbench.services.desk import Desk
from workbench.services.documents import CertificateDocument, CopyRow, StaffRow
from workbench.services.labels import Speech
from workbench.services.law import erasing_law
from workbench.services.papers import shared
from workbench.services.papers.shared import Writing
from workbench.services.removing.erased import ErasedAkt, Surviving
from workbench.words import Language

_DAY = 10


def certificate_document(
    desk: Desk, erased: ErasedAkt, language: Language, receivers: Mapping[str, str]
) -> CertificateDocument:
    """`receivers`: the organisations behind the cards that bundles were sent to, by card id."""
    writing = Writing(desk.house, desk, language)
    ground = next(iter(erasing_law.texts_of([erased.value.ground], language)), None)
    return CertificateDocument(
        case_number=erased.value.case_number,
        unit=shared.unit(writing),
        level=erased.level,
        reached=reached(erased, writing.speech),
        not_reached=_not_reached(erased, writing.speech),
        removed_at=shared.local(writing, erased.at),
        people=tuple(_person(writing, user) for user in erased.by),
        approval=_approval(erased, writing.speech),
        ground=erasing_law.words_of(erased.value.ground, language),
        law=_law(ground, writing.speech),
        checked=tuple(t.title for t in erasing_law.texts_of(erased.value.checked, language)),
        copies=tuple(copies(erased.surviving, receivers, writing.speech)),
        provenance=shared.provenance(writing, ()),
    )


def reached(erased: ErasedAkt, _: Speech) -> str:
    """What the level that was reached means."""
    return {
        "E0": _("Hidden. Nothing was disposed of."),
        "E1": _("Keys and file were disposed of on this device."),
        "E1b": _("Disposed of on this device and on every backup medium that is known."),
        "E4": _("Disposed of, and the device itself was sanitised, as a person has said."),
    }[erased.level]


def copies(surviving: Surviving, receivers: Mapping[str, str], _: Speech) -> Iterator[CopyRow]:
    """What is known to remain, a row each."""
    for sent in surviving.bundles:
        receiver = receivers.get(sent.card, "") or sent.card[:16]
        yield CopyRow(_("Sealed bundle"), receiver, sent.at[:_DAY])
    if surviving.papers:
        told = _("{count} printed, with whoever received them")
        yield CopyRow(_("Paper"), told.replace("{count}", str(surviving.papers)))
    if surviving.open_copies:
        told = _("{count} made, unprotected")
        yield CopyRow(_("Open copy"), told.replace("{count}", str(surviving.open_copies)))
    if surviving.talks:
        told = _("{count} told by mouth, which stays with whoever heard it")
        yield CopyRow(_("Told by mouth"), told.replace("{count}", str(surviving.talks)))
    for medium in surviving.media:
        yield CopyRow(_("Backup medium"), medium, _("not visited since"))
    for folder in surviving.left_aside:
        yield CopyRow(_("Replaced vault folder"), folder)


def _person(writing: Writing, user: UserId) -> StaffRow:
    known = shared.staff(writing, user)
    return known if known.name else StaffRow(user[:16])


def _approval(erased: ErasedAkt, _: Speech) -> str:
    return {
        "two-people": _("Two people, each with their own passphrase."),
        "one-person": _("One person, confirmed after a day with the recovery code."),
        "urgent": _("One person alone, because life was at risk."),
    }[erased.value.approval]


def _not_reached(erased: ErasedAkt, _: Speech) -> str:
    if erased.level == "E4":
        return ""
    return _(
        "What a disk keeps of what was written before is not reached until the device is sanitised."
    )


def _law(ground: erasing_law.LawText | None, _: Speech) -> str:
    if ground is None:
        return _("The text is missing. Ask the responsible manager or a lawyer.")
    told = _("As of {day}, reviewed") if ground.is_reviewed else _("As of {day}, to be checked")
    return f"{ground.text} {told.replace('{day}', ground.as_of)}."
