# SPDX-License-Identifier: EUPL-1.2
"""What the page shows of an akt: its records by their beginnings, grounds, what will remain."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from workbench.domain import file_links
from workbench.domain.clock import moment, stamp
from workbench.domain.erasing import EraseProposed
from workbench.domain.ids import UserId
from workbench.domain.people import Organisation, Profile
from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.services.keeping.media import medium_name
from workbench.services.law import erasing_law
from workbench.services.law.erasing_law import LawText
from workbench.services.papers import journal_words
from workbench.services.purge import approving
from workbench.services.purge.purging import may_be_purged
from workbench.services.purge.waiting import is_ripe
from workbench.services.records.akt import Akt, Recorded
from workbench.services.removing import erasing
from workbench.ui.case_erasing.vms import ErasingVm, ProposalVm, RecordRowVm, TextVm
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _, language, ngettext

_WITHIN = frozenset(
    {"answer", "coding", "paper_reading", "result", "factor_mark", "extra_factor", "citation"}
    | {"keyed_in", "material", "sheet_person", "worksheet_head"}
)
"""Kinds that are parts of an assessment."""
_NOT_LISTED = _WITHIN | file_links.KINDS
_BEGINNING = 90
_TELLING = (
    *("text", "title", "what", "words", "own_words", "why", "name"),
    *("channel", "contact_rules", "note"),
)


def erasing_vm(akt: Akt, desk: Desk) -> ErasingVm:
    """Everything that the page shows."""
    before = erasing.before_erasing(desk, akt)
    profile = _profile(desk)
    return ErasingVm(
        number=cases.number_of(desk, akt.case),
        is_hidden=erasing.is_hidden(akt),
        is_only_user=approving.is_only_user(desk),
        codes=2 if desk.vault.recovery.standing().codes == "two-of-three" else 1,
        records=tuple(_records(akt, names_of(desk))),
        grounds=_texts(desk, erasing_law.grounds("case", profile, language())),
        entry_grounds=_texts(desk, erasing_law.grounds("entries", profile, language())),
        questions=_texts(desk, erasing_law.questions(language())),
        remains=tuple(_remains(before, is_urgent=False)),
        remains_urgently=tuple(_remains(before, is_urgent=True)),
        open_things=_open_things(before),
        proposals=tuple(_proposals(desk, akt)),
    )


def source_of(text: LawText) -> str:
    """Where a text is from, and how far it is to be believed."""
    told = _("As of {day}, reviewed") if text.is_reviewed else _("As of {day}, to be checked")
    return " · ".join(each for each in (text.ground, told.format(day=text.as_of)) if each)


def _texts(desk: Desk, texts: tuple[LawText, ...]) -> tuple[TextVm, ...]:
    return tuple(_text(each, each.months_old(desk.clock.today())) for each in texts)


def _text(text: LawText, months: int) -> TextVm:
    source = source_of(text)
    if months >= erasing_law.AGEING_MONTHS:
        source += " · " + _("{count} months old").format(count=months)
    is_old = months >= erasing_law.OLD_MONTHS
    return TextVm(text.version, text.title, text.text, source, is_old)


def _records(akt: Akt, names: Mapping[UserId, str]) -> Iterator[RecordRowVm]:
    """Newest first; every version goes with its record, and answers with their assessment."""
    kinds = journal_words.kinds(_)
    entries = [e for e in akt.entries_shown() if may_be_purged(e) and e.key.kind not in _NOT_LISTED]
    newest = {entry.key: entry for entry in entries}
    for key, entry in sorted(newest.items(), key=lambda each: each[1].header.recorded_at)[::-1]:
        when = day_and_time(entry.header.recorded_at)
        kind, who = kinds.get(key.kind, key.kind), name_of(entry.header.author, names)
        content = entry.content()
        said = next((str(content[name]) for name in _TELLING if content.get(name)), "")
        yield RecordRowVm(key.record, f"{when} · {kind} · {who}", _beginning(said))


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _BEGINNING else line[:_BEGINNING].rstrip() + "…"


def _remains(before: erasing.Before, *, is_urgent: bool) -> Iterator[str]:
    if before.bundles_sent:
        told = ngettext(
            "{count} sealed bundle that was sent", "{count} sealed bundles that were sent",
            before.bundles_sent,
        )  # fmt: skip
        yield told.format(count=before.bundles_sent)
    for medium in before.media:
        name = medium_name(medium)
        told = _("The backup medium {name}, until it is visited the next time")
        if is_urgent:
            told = _("The backup medium {name}, until another person finds it justified")
        yield told.format(name=name)
    if before.media and not is_urgent:
        yield _(
            "With an urgent exception it stays on every backup medium, however often that is used, "
            "until another person has found the exception justified"
        )
    yield _("Papers and open copies, wherever they are")
    yield _("The trace in the log: the case number, who, when and on which ground")


def _open_things(before: erasing.Before) -> str:
    said = []
    if before.open_measures:
        told = ngettext("{count} open measure", "{count} open measures", before.open_measures)
        said.append(told.format(count=before.open_measures))
    if before.unentered:
        said.append(_("working material that is not entered"))
    return ", ".join(said)


def _proposals(desk: Desk, akt: Akt) -> Iterator[ProposalVm]:
    me = desk.vault.signer.user
    for each in approving.proposals(desk):
        if each.value.case == akt.case and each.author == me:
            yield _proposal(desk, each)


def _proposal(desk: Desk, each: Recorded[EraseProposed]) -> ProposalVm:
    count = len(each.value.entries)
    what = _("All of the case file")
    if count:
        what = ngettext("{count} entry", "{count} entries", count).format(count=count)
    told = _("{what}, proposed {when}. {reason}").format(
        what=what, when=day_and_time(each.recorded_at), reason=each.value.reason
    )
    waits = "" if is_ripe(desk, each) else _waits(each.recorded_at)
    return ProposalVm(each.entry, each.record, count == 0, told, waits)


def _waits(recorded_at: str) -> str:
    first = stamp(moment(recorded_at) + timedelta(hours=24))
    told = _(
        "It can be confirmed from {when}, if the vault was also unlocked some time in between."
    )
    return told.format(when=day_and_time(first))


def _profile(desk: Desk) -> Profile:
    found = desk.house.all(Organisation)
    return found[-1].value.profile if found else "support_only"
