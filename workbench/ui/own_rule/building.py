# SPDX-License-Identifier: EUPL-1.2
"""From what was typed to a local rule. What lacks is told in words; nothing is filled in."""

from collections.abc import Iterator, Mapping

from workbench.instruments.definition import Definition, Item
from workbench.instruments.item_tables import BandRow, BandTable
from workbench.instruments.local_rules import Keeping, LocalLabels, LocalRule
from workbench.instruments.rule_tables import WeightedSum
from workbench.instruments.schema import MissingTable
from workbench.ui.assess.shapes import titled
from workbench.ui.writing import checks
from workbench.words import _

LEVELS = 6
_MOST_DIGITS = 4
_RULE, _TABLE = "own", "own-levels"
Typed = Mapping[str, str]


def scored(definition: Definition) -> tuple[Item, ...]:
    """The questions that can have points."""
    return tuple(i for i in definition.items if i.scored and i.type == "choice" and i.choices)


def point_name(item: str, code: str) -> str:
    """The field that holds what an answer is worth."""
    return f"points:{item}:{code}"


def level_name(number: int, part: str) -> str:
    """The field of a level: `low`, `high` or `name`."""
    return f"level:{number}:{part}"


def first_missing(definition: Definition, typed: Typed) -> str:
    """What must still be said; nothing when a rule can be built."""
    return next(_missing(definition, typed), "")


def build(definition: Definition, typed: Typed) -> LocalRule:
    """The rule that was typed, when nothing is missing."""
    points = {
        item.id: {c: _number(typed.get(point_name(item.id, c), "")) or 0 for c in item.codes}
        for item in scored(definition)
    }
    rows = [
        BandRow(
            low=_number(typed[level_name(n, "low")]) or 0,
            high=_number(typed[level_name(n, "high")]) or 0,
            code=f"level-{n}",
        )
        for n in _levels(typed)
    ]
    names = {f"level-{n}": typed[level_name(n, "name")].strip() for n in _levels(typed)}
    return LocalRule(
        format="varn.local-rule/1",
        origin="local",
        instrument=definition.id,
        version=definition.version,
        definition_sha256=definition.sha256,
        rules=[
            WeightedSum(
                id=_RULE, evidence="recalled", points=points, bands=_TABLE if rows else None
            )
        ],
        missing=MissingTable(policy="require-all", evidence="recalled"),
        band_tables=[BandTable(id=_TABLE, evidence="recalled", rows=rows)] if rows else [],
        labels=LocalLabels(bands={_TABLE: names} if rows else {}),
        keeping=_keeping(typed),
    )


def _keeping(typed: Typed) -> Keeping:
    ends = typed.get("expires_on", "").strip()
    return Keeping(
        owner=typed["owner"].strip(),
        function=typed["function"].strip(),
        organisation=typed["organisation"].strip(),
        on=checks.iso_day(typed, "on"),
        form_edition=typed["form_edition"].strip(),
        licence=typed.get("licence", "").strip(),
        expires_on=checks.iso_day(typed, "expires_on") if ends else None,
    )


def _missing(definition: Definition, typed: Typed) -> Iterator[str]:
    for item in scored(definition):
        for choice in item.codes:
            if _number(typed.get(point_name(item.id, choice), "")) is None:
                yield _("Write points for every answer. Next: {question}").format(
                    question=titled(item)
                )
    for n in _levels(typed):
        ends = [_number(typed.get(level_name(n, part), "")) for part in ("low", "high")]
        if None in ends or not typed.get(level_name(n, "name"), "").strip():
            yield _("Write from, to and a name for every level that is used.")
    wanted = (
        ("owner", _("Write the name of the method owner.")),
        ("function", _("Write the method owner's function.")),
        ("organisation", _("Write the organisation.")),
        ("form_edition", _("Write which edition of the form it was compared with.")),
    )
    yield from (text for name, text in wanted if not typed.get(name, "").strip())
    days = ["on"] + (["expires_on"] if typed.get("expires_on", "").strip() else [])
    for name in days:
        odd = checks.not_a_day(typed, name)
        if odd is not None or not typed.get(name, "").strip():
            yield _("Write the day as 2026-11-22.")


def _levels(typed: Typed) -> list[int]:
    """The rows in which anything stands."""
    parts = ("low", "high", "name")
    rows = range(1, LEVELS + 1)
    return [n for n in rows if any(typed.get(level_name(n, p), "").strip() for p in parts)]


def _number(text: str) -> int | None:
    clean = text.strip().replace("\u2212", "-")
    digits = clean.removeprefix("-")
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS
    return int(clean) if is_number else None
