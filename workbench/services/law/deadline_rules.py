# SPDX-License-Identifier: EUPL-1.2
"""What must be done by when: the table of deadlines from its dated file.

The house's own periods lie on top. They may be stricter than a statute, never laxer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar, Literal

from workbench.domain.deadlines import Direction, Kind, Period, Unit, is_laxer
from workbench.domain.errors import WorkbenchError
from workbench.domain.periods import LocalPeriod
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.house import settings
from workbench.services.law import law_files
from workbench.services.law.erasing_law import LawText
from workbench.services.law.law_files import LawEntry
from workbench.services.records.akt import Akt, Draft, Recorded
from workbench.words import Language, language

TOPIC, TABLE = "deadlines", "deadline"
LONGEST_PERIOD = 3650
_AT_ONCE = Period("at-once")


class LaxerThanLawError(WorkbenchError):
    """A day or a period later than a statute allows (`rule`). Nothing was entered."""

    code: ClassVar[str] = "DEADLINE-002"


class UnknownRuleError(WorkbenchError):
    """No deadline of this id (`rule`) in the texts that are here."""

    code: ClassVar[str] = "DEADLINE-006"


class DeadlineEntry(LawEntry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One row of the file. `belongs_to`: what it is about, and so in which akt it is begun."""

    row: str
    since_sv: str
    since_en: str
    kind: Kind
    unit: Unit
    count: int
    direction: Direction
    repeats: bool
    belongs_to: Literal["person", "house"] = "person"


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One deadline of the table, as it holds here.

    `law_period` is the text's own, `period` the house's where it has one: then `kind` is local.
    `since` says in words what it counts from. `is_known`: there is a text. `is_of_house`: it is
    about the organisation itself and stands in no person's akt.
    """

    id: str
    text: LawText
    since: str
    kind: Kind
    law_kind: Kind
    period: Period
    law_period: Period
    repeats: bool = False
    row: str = ""
    is_known: bool = True
    is_of_house: bool = False

    @property
    def version(self) -> str:
        """What a recorded deadline stores: id and date of the text."""
        return self.text.version


Rules = Mapping[str, DeadlineRule]


def rules(house: Akt | None = None) -> Rules:
    """The whole table, by id, in the language of the program; with the house's own periods.

    Empty when no file can be read: what is begun then is due at once, and says that text is
    missing.
    """
    shipped = _shipped(language(), _stamp_of_files())
    if house is None:
        return shipped
    return dict(shipped) | {
        each.value.rule: _local(shipped[each.value.rule], each.value)
        for each in house.all(LocalPeriod)
        if each.value.rule in shipped and not _is_lax(shipped[each.value.rule], each.value)
    }


def rule(known: Rules, wanted: str) -> DeadlineRule:
    """The rule of an id (or of a version `id@date`); a stand-in due at once where it is missing."""
    wanted = wanted.partition("@")[0]
    found = known.get(wanted)
    if found is not None:
        return found
    text = LawText(wanted, "", "", "", "", "", is_reviewed=False)
    return DeadlineRule(wanted, text, "", "local", "local", _AT_ONCE, _AT_ONCE, is_known=False)


def own_periods(house: Akt) -> Mapping[str, Recorded[LocalPeriod]]:
    """The house's own periods, by rule."""
    return {each.value.rule: each for each in house.all(LocalPeriod)}


def set_period(desk: Desk, wanted: str, number: int, reason: str) -> Changes:
    """The house's own number for a rule, in the rule's own unit.

    Raises:
        UnknownRuleError; LaxerThanLawError: later than a statute allows;
        SettingOutsideError: no such period; NotAllowedError for who is no administrator.
    """
    settings.require_role(desk, settings.ADMINISTRATOR)
    known = rules().get(wanted)
    if known is None:
        raise UnknownRuleError(rule=wanted)
    if not 0 <= number <= LONGEST_PERIOD:
        raise settings.SettingOutsideError(least=0, most=LONGEST_PERIOD)
    local = LocalPeriod(wanted, known.law_period.unit, number, known.version, reason)
    if _is_lax(known, local):
        raise LaxerThanLawError(rule=known.text.title)
    before = own_periods(desk.house).get(wanted)
    return desk.house.enter(Draft(local, before.record if before is not None else None))


def _is_lax(known: DeadlineRule, local: LocalPeriod) -> bool:
    if known.law_kind != "statutory":
        return False
    law = known.law_period
    if local.unit == law.unit and law.direction == "after":  # of one unit the number decides
        return local.number > law.number
    return is_laxer(Period(local.unit, local.number, law.direction), law)


def _local(known: DeadlineRule, local: LocalPeriod) -> DeadlineRule:
    period = Period(local.unit, local.number, known.law_period.direction)
    if period == known.law_period:
        return known
    return replace(known, period=period, kind="local")


def _stamp_of_files() -> tuple[tuple[str, int], ...]:
    return tuple((path.name, path.stat().st_mtime_ns) for path in law_files.files_of(TOPIC))


@lru_cache(maxsize=8)
def _shipped(speaks: Language, _files: tuple[tuple[str, int], ...]) -> Rules:
    as_of, entries = law_files.newest(TOPIC, TABLE, DeadlineEntry)
    return {entry.id: _rule(entry, as_of, speaks) for entry in entries.values()}


def _rule(entry: DeadlineEntry, as_of: str, speaks: Language) -> DeadlineRule:
    period = Period(entry.unit, entry.count, entry.direction)
    return DeadlineRule(
        id=entry.id,
        text=entry.law_text(as_of, speaks),
        since=entry.since_sv if speaks == "sv" else entry.since_en,
        kind=entry.kind,
        law_kind=entry.kind,
        period=period,
        law_period=period,
        repeats=entry.repeats,
        row=entry.row,
        is_of_house=entry.belongs_to == "house",
    )
