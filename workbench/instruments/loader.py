# SPDX-License-Identifier: EUPL-1.2
"""From a folder of TOML files to a definition, or to every fault that can be named."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, get_args, get_origin

import msgspec

from workbench.instruments import errors
from workbench.instruments.checks import definition_faults
from workbench.instruments.definition import LANGUAGES, Definition, Language, build
from workbench.instruments.errors import Fault, FileFault, shown_name
from workbench.instruments.label_checks import label_faults, uneven_labels
from workbench.instruments.label_tables import AboutTable, LabelsTable, with_about
from workbench.instruments.range_checks import range_faults
from workbench.instruments.schema import FORMAT, DefinitionTable, NewerFormatError
from workbench.instruments.tables import Id, Table

INSTRUMENT = "instrument.toml"
GOLDEN = "golden.toml"
FROZEN_FILES = (INSTRUMENT, *(f"labels.{lang}.toml" for lang in LANGUAGES), GOLDEN)
ABOUT_FILES = tuple(f"about.{lang}.toml" for lang in LANGUAGES)
LARGEST_FILE = 1_048_576
_T = TypeVar("_T")

Published = Mapping[tuple[str, str], Mapping[str, str]]
"""(id, version) -> file name -> SHA-256 at publication."""


class PublishedEntry(Table, frozen=True):
    """A version that has been published: the SHA-256 of each of its files."""

    id: Id
    version: Id
    files: dict[str, str]


class PublishedTable(Table, frozen=True):
    """The whole of `published.toml`."""

    published: list[PublishedEntry] = msgspec.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A definition, or why there is none. `file` is its instrument file.

    `built` can be evaluated although something else is wrong (labels, a frozen file): for checks.
    """

    file: Path
    definition: Definition | None
    faults: tuple[FileFault, ...]
    built: Definition | None = None


@dataclass(frozen=True, slots=True)
class _File:
    """One file: its bytes' hash and its table, or what was wrong with it."""

    name: str
    sha256: str
    raw: Mapping[str, Any]
    error: errors.InstrumentError | None


def load(path: Path, published: Published) -> Loaded:
    """Read an instrument file and the label files beside it, and name every fault of both."""
    source = _read(path)
    unread = _unread(source)
    if unread is not None:
        fault = FileFault(path.name, unread)
        return Loaded(path, None, _absolute(path.parent, [fault]))
    table, faults = _table(source, DefinitionTable)
    labels, wrong = _labels(path.parent)
    faults += wrong
    built = None
    if table is not None:
        found = definition_faults(table)
        faults += [FileFault(path.name, fault) for fault in found]
        faults += _frozen(path, table, published)
        faults += _label_faults(table, labels)
        if not found and len(labels) == len(LANGUAGES):
            built = build(table, labels, sha256=source.sha256, source=source.raw)
            faults += [FileFault(path.name, fault) for fault in range_faults(built)]
    named = _absolute(path.parent, faults)
    return Loaded(path, None if faults else built, named, built)


def _unread(source: _File) -> Fault | None:
    """Why nothing of it can be told: it is not here, or a newer program is needed to read it."""
    if isinstance(source.error, errors.UnreadableDefinitionError):
        return Fault("", source.error)
    told = source.raw.get("format")
    if isinstance(told, int) and told > FORMAT:
        return Fault("format", NewerFormatError(format=told, known=FORMAT))
    return None


def read_table(path: Path, shape: type[_T]) -> tuple[_T | None, tuple[FileFault, ...]]:
    """One file on its own, strictly."""
    table, faults = _table(_read(path), shape)
    return table, _absolute(path.parent, faults)


def published_hashes(library: Path) -> Published:
    """What `published.toml` says; an unreadable one counts as naming nothing sound.

    Raises:
        WorkbenchError: the table of published versions itself is missing or damaged.
    """
    table, faults = read_table(library / "published.toml", PublishedTable)
    if table is None:
        raise faults[0].fault.error
    return {(entry.id, entry.version): entry.files for entry in table.published}


def frozen_fault(path: Path, name: str, hashes: Mapping[str, str]) -> FileFault | None:
    """The fault of a file that is not what was published under `name`."""
    if name not in hashes or not path.is_file() or hashes[name] == sha256_of(path):
        return None
    return FileFault(path.name, Fault("", errors.FrozenEditedError(file=path.name)))


def sha256_of(path: Path) -> str:
    """Hex SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _labels(folder: Path) -> tuple[dict[Language, LabelsTable], list[FileFault]]:
    labels: dict[Language, LabelsTable] = {}
    faults: list[FileFault] = []
    for lang in LANGUAGES:
        words, wrong = _table(_read(folder / _labels_file(lang)), LabelsTable)
        about, unsound = _about(folder / f"about.{lang}.toml")
        faults += [*wrong, *unsound]
        if words is not None:
            labels[lang] = words if about is None else with_about(words, about)
    return labels, faults


def _about(path: Path) -> tuple[AboutTable | None, list[FileFault]]:
    """What is known of the instrument, where a file of its own tells it."""
    return _table(_read(path), AboutTable) if path.exists() else (None, [])


def _label_faults(
    table: DefinitionTable, labels: Mapping[Language, LabelsTable]
) -> list[FileFault]:
    faults = []
    for lang, words in labels.items():
        found = [*label_faults(table, words), *uneven_labels(words, labels)]
        faults += [FileFault(_labels_file(lang), fault) for fault in found]
    return faults


def _labels_file(lang: Language) -> str:
    return f"labels.{lang}.toml"


def _frozen(path: Path, table: DefinitionTable, published: Published) -> list[FileFault]:
    hashes = published.get((table.id, table.version), {})
    found = [frozen_fault(path, INSTRUMENT, hashes)]
    for lang in LANGUAGES:
        name = _labels_file(lang)
        found.append(frozen_fault(path.parent / name, name, hashes))
    return [fault for fault in found if fault is not None]


def _absolute(folder: Path, faults: list[FileFault]) -> tuple[FileFault, ...]:
    return tuple(FileFault(str(folder.absolute() / f.file), f.fault) for f in faults)


def _plain(path: Path) -> BinaryIO:
    """Looked at before it is opened: a pipe waits for who writes to it, a device never ends."""
    if not path.is_file():
        raise OSError(path.name)
    return path.open("rb")


def _read(path: Path) -> _File:
    try:
        with _plain(path) as file:
            raw = file.read(LARGEST_FILE + 1)
    except OSError:
        return _File(path.name, "", {}, errors.UnreadableDefinitionError(file=path.name))
    sha256 = hashlib.sha256(raw).hexdigest()
    if len(raw) > LARGEST_FILE:
        return _File(path.name, sha256, {}, errors.UnreadableDefinitionError(file=path.name))
    try:
        return _File(path.name, sha256, tomllib.loads(raw.decode("utf-8")), None)
    except (ValueError, RecursionError) as error:
        where = shown_name(str(error) or type(error).__name__)
        return _File(path.name, sha256, {}, errors.NotTomlError(file=path.name, where=where))


def _table(file: _File, shape: type[_T]) -> tuple[_T | None, list[FileFault]]:
    if file.error is not None:
        return None, [FileFault(file.name, Fault("", file.error))]
    try:
        return msgspec.convert(file.raw, shape), []
    except (msgspec.ValidationError, RecursionError):
        return None, [FileFault(file.name, fault) for fault in _shape_faults(file.raw, shape, "")]


def _shape_faults(raw: object, shape: Any, path: str) -> Iterator[Fault]:  # noqa: ANN401  a type
    """Every part that does not fit, not only the first one."""
    if isinstance(shape, type) and issubclass(shape, msgspec.Struct) and isinstance(raw, dict):
        yield from _struct_faults(raw, shape, path)
    elif _row_shape(shape) is not None and isinstance(raw, list) and raw:
        for index, element in enumerate(raw):
            yield from _shape_faults(element, _row_shape(shape), f"{path}[{index}]")
    else:
        try:
            msgspec.convert(raw, shape)
        except (msgspec.ValidationError, RecursionError) as error:
            yield Fault(path, errors.WrongShapeError(what=shown_name(str(error))))


def _struct_faults(raw: Mapping[str, object], shape: type, path: str) -> Iterator[Fault]:
    known = {field.encode_name: field for field in msgspec.structs.fields(shape)}
    dot = f"{path}." if path else ""
    for key in raw:
        if key not in known:
            what = f"unknown key {shown_name(key)}"
            yield Fault(f"{dot}{shown_name(key)}", errors.WrongShapeError(what=what))
    for name, field in known.items():
        if name in raw:
            yield from _shape_faults(raw[name], field.type, f"{dot}{name}")
        elif field.required:
            yield Fault(f"{dot}{name}", errors.WrongShapeError(what=f"missing key {name}"))


def _row_shape(shape: Any) -> Any:  # noqa: ANN401  a type or None
    """The struct of a list of structs, with or without annotations around it."""
    if get_origin(shape) is not list:
        inner = get_args(shape)
        return _row_shape(inner[0]) if hasattr(shape, "__metadata__") else None
    row = get_args(shape)[0]
    return row if isinstance(row, type) and issubclass(row, msgspec.Struct) else None
