# SPDX-License-Identifier: EUPL-1.2
"""A rule or table of an organisation's own, made from the same primitives and kept as content.

It holds only with an owner, a second checker who is another person, the edition compared with,
and within its time. It travels as a file, so that the second checker may sit elsewhere.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from workbench.domain.canonical import canonical_bytes
from workbench.domain.names import is_same_name
from workbench.instruments import errors
from workbench.instruments.checks import definition_faults
from workbench.instruments.definition import Definition, Language, build
from workbench.instruments.errors import Fault, shown_name
from workbench.instruments.gates import Confirmed, rule_sha256
from workbench.instruments.item_tables import BandTable, RecodeTable
from workbench.instruments.label_checks import label_faults
from workbench.instruments.label_tables import LabelsTable
from workbench.instruments.local_tables import TableContent, table_warnings
from workbench.instruments.plain_text import is_marked_up
from workbench.instruments.range_checks import range_faults
from workbench.instruments.rule_tables import Rule
from workbench.instruments.schema import DefinitionTable, MissingTable
from workbench.instruments.tables import Id, Table, Text

LARGEST_LOCAL = 1_048_576
Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
Day = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class Keeping(Table, frozen=True, kw_only=True):
    """Who answers for local content, who checked it, against what, and until when."""

    owner: Text
    function: Text
    organisation: Text
    on: Day
    form_edition: Text
    licence: str = ""
    note: str = ""
    second: str = ""
    second_organisation: str = ""
    second_on: Day | None = None
    expires_on: Day | None = None
    revoked_on: Day | None = None


class LocalLabels(Table, frozen=True, kw_only=True):
    """What the local parts are called; in one language it stands for both."""

    bands: dict[Id, dict[Id, Text]] = {}
    rules: dict[Id, Text] = {}


class LocalRule(Table, frozen=True, kw_only=True):
    """Rules for one instrument version. `definition_sha256` pins what they were made for."""

    format: Literal["varn.local-rule/1"]
    origin: Literal["local"]
    instrument: Id
    version: Id
    definition_sha256: Sha256
    rules: Annotated[list[Rule], msgspec.Meta(min_length=1)]
    missing: MissingTable
    keeping: Keeping
    band_tables: list[BandTable] = []
    recodes: list[RecodeTable] = []
    labels: LocalLabels = LocalLabels()


class LocalTable(Table, frozen=True, kw_only=True):
    """A published table that the organisation has, for one instrument version."""

    format: Literal["varn.local-table/1"]
    origin: Literal["local"]
    instrument: Id
    version: Id
    source: Text
    content: TableContent
    keeping: Keeping


Local = LocalRule | LocalTable


def read_local(untrusted: bytes) -> Local:
    """A local rule or table from a file that somebody sent; strictly, nothing guessed.

    Raises:
        WrongShapeError: it is too large, or not what such a file is.
    """
    if len(untrusted) > LARGEST_LOCAL:
        raise errors.WrongShapeError(what="too large")
    try:
        return msgspec.json.decode(untrusted, type=_shape_of(untrusted))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise errors.WrongShapeError(what=shown_name(str(error))) from None


def to_file(local: Local) -> bytes:
    """The bytes that travel, the same whoever writes them."""
    return canonical_bytes(msgspec.to_builtins(local))


def local_sha256(local: Local) -> str:
    """Hash of what was checked: everything but who answers for it.

    What the levels are called is part of it: a level of a local rule has no other meaning.
    """
    content: dict[str, Any] = msgspec.to_builtins(local)
    kept = {key: part for key, part in content.items() if key != "keeping"}
    return hashlib.sha256(canonical_bytes(kept)).hexdigest()


def why_not(keeping: Keeping, today: date) -> str | None:
    """Why local content does not hold on a day; None when it does."""
    if is_same_name(keeping.second, "") or keeping.second_on is None:
        return "second"
    if is_same_name(keeping.second, keeping.owner):
        return "same person"
    days = {name: _day(getattr(keeping, name)) for name in ("on", "second_on")}
    if any(day is None or day > today for day in days.values()):
        return "date"
    if keeping.revoked_on is not None:
        return "revoked"
    expires = _day(keeping.expires_on)
    if keeping.expires_on is not None and (expires is None or expires < today):
        return "expired"
    return None


def with_local(definition: Definition, local: LocalRule) -> Definition:
    """The definition with the local rules in place of its own. Its pin stays: so do answers."""
    table = _replaced(definition.table, local)
    labels = {lang: _labelled(definition, local, lang) for lang in definition.labels}
    built = build(table, labels, sha256=definition.sha256, source=definition.source)
    return replace(built, origin="local")


def confirmed_by(definition: Definition, local: LocalRule, today: date) -> Confirmed:
    """What the gate reads for `with_local(definition, local)`: nothing while it does not hold."""
    if _belongs(definition, local) is not None or why_not(local.keeping, today) is not None:
        return {}
    own = with_local(definition, local)
    return {rule.id: rule_sha256(own, rule) for rule in own.rules}


def tables_in_force(
    definition: Definition, tables: Iterable[LocalTable], today: date
) -> Mapping[str, TableContent]:
    """The tables that hold for an instrument on a day, by id; a later one stands for an earlier."""
    return {
        local.content.id: local.content
        for local in tables
        if (local.instrument, local.version) == (definition.id, definition.version)
        and why_not(local.keeping, today) is None
    }


def local_faults(definition: Definition, local: Local) -> list[Fault]:
    """Everything that is wrong with local content, as a shipped definition would be checked."""
    wrong = _belongs(definition, local)
    faults = [] if wrong is None else [Fault("version", errors.LocalRuleError(why=wrong))]
    faults += _unseen(local)
    if isinstance(local, LocalTable):
        return [*faults, *table_warnings(local.content)]
    table = _replaced(definition.table, local)
    found = definition_faults(table)
    if not found:
        own = with_local(definition, local)
        found = range_faults(own)
        found += label_faults(table, own.labels["sv"])
    return [*faults, *found]


class _Head(msgspec.Struct):
    format: str


def _shape_of(untrusted: bytes) -> type[Local]:
    head = msgspec.json.decode(untrusted, type=_Head)
    return LocalRule if head.format.startswith("varn.local-rule/") else LocalTable


def _belongs(definition: Definition, local: Local) -> str | None:
    if (local.instrument, local.version) != (definition.id, definition.version):
        return "another instrument or version"
    if isinstance(local, LocalRule) and local.definition_sha256 != definition.sha256:
        return "another edition of the definition"
    return None


def _replaced(table: DefinitionTable, local: LocalRule) -> DefinitionTable:
    """A local rule is never taken as seen: it always stands behind the gate.

    What others call the shipped rules goes with them.
    """
    rules = [msgspec.structs.replace(rule, evidence="recalled") for rule in local.rules]
    return msgspec.structs.replace(
        table,
        class_="SPJ" if table.kind == "spj" else "confirm",
        rules=rules,
        band_tables=local.band_tables,
        recodes=local.recodes,
        missing=local.missing,
        external_codes=[code for code in table.external_codes if code.rule is None],
    )


def _unseen(local: Local) -> Iterator[Fault]:
    """Words that another organisation wrote are shown and printed: nothing in them may hide."""
    said: dict[str, Any] = msgspec.to_builtins(local)
    for part in ("keeping", "labels", "source"):
        for path, text in _texts(part, said.get(part)):
            if is_marked_up(text):
                yield Fault(path, errors.LocalRuleError(why="markup or unseen characters"))


def _texts(path: str, said: object) -> Iterator[tuple[str, str]]:
    if isinstance(said, str):
        yield path, said
    elif isinstance(said, dict):
        for name, part in said.items():
            yield from _texts(f"{path}.{name}", part)


def _labelled(definition: Definition, local: LocalRule, lang: Language) -> LabelsTable:
    labels = definition.labels[lang]
    return msgspec.structs.replace(labels, bands=local.labels.bands, rules=local.labels.rules)


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        return None
