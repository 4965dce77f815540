# SPDX-License-Identifier: EUPL-1.2
"""The library: every instrument version that is offered, and what was refused and why."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from workbench.domain.assessments import InstrumentPin
from workbench.instruments import errors
from workbench.instruments.definition import Definition
from workbench.instruments.errors import FileFault, shown_name
from workbench.instruments.golden import golden_faults
from workbench.instruments.lines import line_of, stated_line
from workbench.instruments.loader import (
    ABOUT_FILES,
    FROZEN_FILES,
    INSTRUMENT,
    LARGEST_FILE,
    Loaded,
    Published,
    load,
    published_hashes,
)

LIBRARY = Path(__file__).resolve().parent / "library"


class OwnShelf:
    """The organisation's own forms beside the library. They come and go with the open vault."""

    def __init__(self) -> None:
        self.definitions: tuple[Definition, ...] = ()
        self.withdrawn: frozenset[InstrumentPin] = frozenset()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sound definitions, in order of id and version, and the faults of the others.

    `own` holds what the organisation made itself; it is empty until somebody puts it there.
    """

    definitions: tuple[Definition, ...]
    refused: tuple[Loaded, ...] = ()
    own: OwnShelf = field(default_factory=OwnShelf, compare=False)

    def all(self) -> tuple[Definition, ...]:
        return (*self.definitions, *self.own.definitions)

    def offered(self) -> tuple[Definition, ...]:
        """What a new assessment may be begun with: all but withdrawn forms."""
        return tuple(each for each in self.all() if not self.is_withdrawn(each.pin))

    def is_withdrawn(self, pin: InstrumentPin) -> bool:
        """Whether it is an own form with which nothing new is begun."""
        return pin in self.own.withdrawn

    def find(self, instrument: str, version: str | None = None) -> Definition:
        """The definition with this id; without a version, the only one offered.

        Raises:
            UnknownInstrumentError, UnknownVersionError: there is none.
            SeveralVersionsError: no version was given and several are offered.
            DefinitionRefusedError: it lies in the library but has faults.
        """
        offered = [d for d in self.all() if d.id == instrument]
        name = shown_name(instrument)
        found = [d for d in offered if version in (None, d.version)]
        if len(found) > 1:
            raise errors.SeveralVersionsError(instrument=name)
        if found:
            return found[0]
        self._raise_if_refused(instrument, version)
        if offered:
            raise errors.UnknownVersionError(instrument=name, version=shown_name(version or ""))
        raise errors.UnknownInstrumentError(instrument=name)

    def _raise_if_refused(self, instrument: str, version: str | None) -> None:
        for loaded in self.refused:
            folder = loaded.file.parent
            if folder.parent.name == instrument and version in (None, folder.name):
                reason = loaded.faults[0].fault.code
                name = shown_name(instrument)
                raise errors.DefinitionRefusedError(instrument=name, reason=reason)


def load_catalogue(library: Path = LIBRARY) -> Catalogue:
    """Read and check every definition below `library`; a faulty one is refused by itself.

    Raises:
        InstrumentError: the list of published versions is missing or damaged.
    """
    published = published_hashes(library)
    loaded = [_named(load(path, published)) for path in _instrument_files(library)]
    return Catalogue(
        definitions=tuple(one.definition for one in loaded if one.definition is not None),
        refused=tuple(one for one in loaded if one.definition is None),
    )


def check_paths(paths: Iterable[Path], library: Path = LIBRARY) -> tuple[FileFault, ...]:
    """Every fault of the definitions at or below these paths, golden vectors included.

    A path is a definition's folder, a folder of such folders, or an instrument file.
    """
    published = published_hashes(library)
    files = dict.fromkeys(file for path in paths for file in _files_at(path))
    return tuple(fault for file in files for fault in _check(file, published))


def _check(file: Path, published: Published) -> tuple[FileFault, ...]:
    loaded = load(file, published)
    faults = loaded.faults
    if loaded.built is not None and loaded.built.id in never_offered():
        never = errors.NeverOfferedError(instrument=loaded.built.id)
        faults += (FileFault(str(file.absolute()), errors.Fault("id", never)),)
    if file.is_file():
        faults += golden_faults(loaded.built, file.parent, published)
    return tuple(_with_line(fault) for fault in faults)


def _with_line(found: FileFault) -> FileFault:
    """The fault with the line that its path speaks of."""
    error, file = found.fault.error, Path(found.file)
    if isinstance(error, errors.NotTomlError):
        return replace(found, line=stated_line(str(error.facts.get("where", ""))))
    if not file.is_file():
        return found
    with file.open("rb") as opened:
        text = opened.read(LARGEST_FILE).decode("utf-8", "replace")
    return replace(found, line=line_of(text, found.fault.path))


def _files_at(path: Path) -> list[Path]:
    if path.is_dir():
        return _instrument_files(path) or [path / INSTRUMENT]
    is_a_part = path.name in (*FROZEN_FILES, *ABOUT_FILES)
    return [path.parent / INSTRUMENT] if is_a_part else [path]


def _instrument_files(folder: Path) -> list[Path]:
    return sorted(folder.rglob(INSTRUMENT))


def _named(loaded: Loaded) -> Loaded:
    """In the library the folders say id and version, so that nothing hides under another name."""
    definition, folder = loaded.definition, loaded.file.parent
    named = (folder.parent.name, folder.name)
    if definition is None:
        return loaded
    if definition.id in never_offered():
        refused: errors.InstrumentError = errors.NeverOfferedError(instrument=definition.id)
    elif (definition.id, definition.version) != named:
        refused = errors.FolderNameError(folder=shown_name("/".join(named)))
    else:
        return loaded
    return Loaded(loaded.file, None, (FileFault(str(loaded.file), errors.Fault("id", refused)),))


@cache
def never_offered() -> frozenset[str]:
    """Instruments of which there is no definition until the official form is at hand."""
    with (LIBRARY / "never.toml").open("rb") as file:
        return frozenset(tomllib.load(file)["instruments"])
