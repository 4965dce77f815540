# SPDX-License-Identifier: EUPL-1.2
"""Which definition of the library stands against which second implementation, and its names."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.oracle.generate import EDITIONS, choices
from workbench.instruments.catalogue import LIBRARY, load_catalogue
from workbench.instruments.definition import Definition

DIALECTS = tomllib.loads((Path(__file__).parent / "dialects.toml").read_text(encoding="utf-8"))
NUMBERS = ("published_table", "mean_scaled", "weighted_sum", "count_yes")
# Codes that a definition may write as numbers, dates or states.
ANY = {str(n) for n in range(10)} - {"0", "8"} | {"not-applicable", "not-answered", "?"}
DECISIONS = ("or_rules", "threshold", "any_of", "n_of_m")


@dataclass(frozen=True, slots=True)
class Pair:
    """A definition and the edition of the second implementation that it is compared with."""

    instrument: str
    edition: str | None
    definition: Definition
    dialect: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return "-".join(filter(None, (self.instrument, self.definition.version, self.edition)))

    def rule(self, role: str, primitives: tuple[str, ...], plain: Mapping[str, Any]) -> str | None:
        """The rule in this role: as the dialect says, else the first shown one of its kind.

        Of several kinds the first in the list goes before, and only those of the chosen profile.
        """
        if role in self.dialect:
            return self.dialect[role] or None
        for primitive in primitives:
            for rule in self.rules(primitive, plain):
                if not rule.internal:
                    return rule.id
        return None

    def rules(self, primitive: str, plain: Mapping[str, Any]) -> list[Any]:
        """Every rule of a primitive, in order, that the chosen profile has."""
        held = (None, self.profile(plain))
        every = (rule for rule in self.definition.rules if rule.profile in held)
        return [rule for rule in every if primitive_of(rule) == primitive]

    def profile(self, plain: Mapping[str, Any]) -> str:
        """What the definition calls the profile chosen."""
        return self.dialect.get("profiles", {}).get(plain.get("profile"), "")


def primitive_of(rule) -> str:
    """The name of a rule's primitive."""
    return rule.__struct_config__.tag


def pairs(library: Path = LIBRARY) -> Iterator[Pair]:
    """Every definition for which there is a second implementation, in each of its editions."""
    for definition in load_catalogue(library).all():
        editions = EDITIONS.get(definition.id, ())
        same = [name for name in editions if name == definition.version]
        for edition in same or [name for name in editions if _fits(definition, name)]:
            dialect = DIALECTS.get(definition.id, {})
            dialect = {**dialect, **dialect.get("editions", {}).get(edition or "", {})}
            yield Pair(definition.id, edition, definition, dialect)


def _fits(definition: Definition, edition: str | None) -> bool:
    """Whether the codes of an edition are codes of the definition."""
    wanted = {code for codes in choices(definition.id, edition).values() for code in codes}
    return edition is None or wanted <= {c for item in definition.items for c in item.codes} | ANY


def names(pair: Pair) -> dict[str, str]:
    """{item of the second implementation: item of the definition}.

    Raises:
        LookupError: some have no counterpart; say so in dialects.toml.
    """
    ours, theirs = choices(pair.instrument, pair.edition), pair.definition.by_id
    said = pair.dialect.get("items", {})
    numbers = {item.number: item.id for item in pair.definition.items if item.number}
    found = {}
    for item in ours:
        number = re.sub(r"^q?0*(?=\d)", "", item)
        if item in said:
            found[item] = said[item]
        elif item in theirs:
            found[item] = item
        elif number in numbers:
            found[item] = numbers[number]
    if len(found) < len(ours):
        places = [item.id for item in pair.definition.items if item.scored]
        if found or len(places) != len(ours):
            lost = sorted(set(ours) - set(found))
            raise LookupError(f"{pair}: no counterpart of {lost} among {sorted(theirs)}")
        found = dict(zip(ours, places, strict=True))
    return {ours: theirs for ours, theirs in found.items() if theirs}
