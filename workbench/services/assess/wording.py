# SPDX-License-Identifier: EUPL-1.2
"""Wording packs of the organisation: kept encrypted in its own akt, shown on screen, never sent.

The words lie as an attachment of the organisation akt. Papers, bundles and open copies are made
from the definition as it is shipped, so that licensed text cannot leave with them. The empty form
(`papers.blank`) is the one paper that may carry it: it holds no answer and stays in the house.
"""

import hashlib
from dataclasses import replace

from workbench.domain.rights import WordingPack
from workbench.instruments.definition import Definition, Language
from workbench.instruments.pack_errors import PackRefusedError
from workbench.instruments.pack_files import parse
from workbench.instruments.packs import NO_PACK
from workbench.instruments.wording_packs import (
    Judged,
    Pack,
    is_over,
    judge,
    pack_sha256,
    to_bytes,
    with_wording,
)
from workbench.services.assess.sheets import Sheet
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.house import settings
from workbench.services.records.akt import Draft, Recorded

METHOD_OWNER = "method-owner"


def load_pack(desk: Desk, pack: Pack) -> Changes:
    """Keep a pack. The same form and language again takes the place of the one before.

    Raises:
        NotAllowedError for who is no method owner. PackRefusedError: it does not fit.
    """
    settings.require_role(desk, METHOD_OWNER)
    content = to_bytes(pack)
    judged = _judged(desk, content)
    if judged.faults:
        raise PackRefusedError(number=len(judged.faults))
    named = WordingPack(
        instrument=pack.instrument,
        version=pack.version,
        language=pack.language,
        holder=pack.holder,
        edition=pack.edition,
        sha256=pack_sha256(pack),
        proof=pack.proof,
        valid_to=pack.valid_to,
    )
    return desk.house.enter(Draft(named), attachments={named.sha256: content})


def packs(desk: Desk) -> tuple[Recorded[WordingPack], ...]:
    """Every pack that was loaded and not withdrawn, oldest first."""
    return desk.house.all(WordingPack)


def newest_pack(
    desk: Desk, definition: Definition, language: Language
) -> Recorded[WordingPack] | None:
    """The pack that was loaded last for a form, whether its time has gone or not."""
    named = (definition.id, definition.version, language)
    found = [
        each
        for each in packs(desk)
        if (each.value.instrument, each.value.version, each.value.language) == named
    ]
    return found[-1] if found else None


def pack_for_new(desk: Desk, definition: Definition, language: Language) -> str:
    """The hash that a new assessment records: that of the pack in force, or `none`."""
    found = newest_pack(desk, definition, language)
    if found is None or is_over(found.value.valid_to, desk.clock.today()):
        return NO_PACK
    return found.value.sha256


def withdraw_pack(desk: Desk, pack: Recorded[WordingPack], reason: str) -> Changes:
    """The licence has ended: the words are shown no more. Assessments keep the hash.

    Raises NotAllowedError for who is no method owner.
    """
    settings.require_role(desk, METHOD_OWNER)
    return desk.house.withdraw(WordingPack, pack.record, reason)


def worded(desk: Desk, definition: Definition, sha256: str) -> Definition:
    """The definition in the words of a pack, for the screen only.

    As it is shipped where there is no such pack any more, or it is not of this form.
    """
    pack = _kept(desk, sha256)
    if pack is None or (pack.instrument, pack.version) != (definition.id, definition.version):
        return definition
    return with_wording(definition, pack)


def in_words(desk: Desk, of: Sheet) -> Sheet:
    """An assessment in the words that it was begun with, for who asks the questions now."""
    shown = worded(desk, of.definition, of.context.wording)
    return of if shown is of.definition else replace(of, definition=shown)


def is_loaded(desk: Desk, sha256: str) -> bool:
    """Whether the words with this hash can be shown."""
    return sha256 != NO_PACK and any(each.value.sha256 == sha256 for each in packs(desk))


def _kept(desk: Desk, sha256: str) -> Pack | None:
    if not is_loaded(desk, sha256):
        return None
    content = desk.house.file.attachment(sha256)
    if hashlib.sha256(content).hexdigest() != sha256:
        return None
    return _judged(desk, content, is_new=False).pack


def _judged(desk: Desk, content: bytes, *, is_new: bool = True) -> Judged:
    said = dict(parse(content, "").said)
    if not is_new:
        said["valid_to"] = ""  # an older assessment keeps the words that it was made with
    return judge(said, desk.catalogue, desk.clock.today())
