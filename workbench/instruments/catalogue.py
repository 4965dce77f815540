# SPDX-License-Identifier: EUPL-1.2
"""The library: every instrument version that is offered, and what was refused and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workbench.instruments import errors
from workbench.instruments.definition import Definition
from workbench.instruments.errors import FileFault, shown_name
from workbench.instruments.golden import golden_faults
from workbench.instruments.loader import INSTRUMENT, Loaded, Published, load, published_hashes

LIBRARY = Path(__file__).resolve().parent / "library"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sound definitions, in order of id and version, and the faults of the others."""

    definitions: tuple[Definition, ...]
    refused: tuple[Loaded, ...] = ()

    def all(self) -> tuple[Definition, ...]:
        return self.definitions

    def find(self, instrument: str, version: str | None = None) -> Definition:
        """The definition with this id; without a version, the only one offered.

        Raises:
            UnknownInstrumentError, UnknownVersionError: there is none.
            SeveralVersionsError: no version was given and several are offered.
            DefinitionRefusedError: it lies in the library but has faults.
        """
        offered = [d for d in self.definitions if d.id == instrument]
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
            folder = (loaded.folder.parent.name, loaded.folder.name)
            if folder in ((instrument, version), (instrument, version or loaded.folder.name)):
                first = loaded.faults[0].fault
                raise errors.DefinitionRefusedError(
                    instrument=shown_name(instrument), reason=first.code
                )


def load_catalogue(library: Path = LIBRARY) -> Catalogue:
    """Read and check every definition below `library`; a faulty one is refused by itself."""
    published = published_hashes(library)
    loaded = [_named(load(path.parent, published)) for path in _definitions(library)]
    return Catalogue(
        definitions=tuple(one.definition for one in loaded if one.definition is not None),
        refused=tuple(one for one in loaded if one.definition is None),
    )


def check_paths(paths: Iterable[Path], library: Path = LIBRARY) -> tuple[FileFault, ...]:
    """Every fault of the definitions at or below these paths, golden vectors included."""
    published = published_hashes(library)
    found: list[FileFault] = []
    for path in paths:
        folders = [file.parent for file in _definitions(path)]
        for folder in folders or [path.parent if path.is_file() else path]:
            found += _check(folder, published)
    return tuple(dict.fromkeys(found))


def _check(folder: Path, published: Published) -> tuple[FileFault, ...]:
    loaded = load(folder, published)
    if loaded.definition is None:
        return loaded.faults
    return golden_faults(loaded.definition, folder, published)


def _definitions(path: Path) -> list[Path]:
    """The instrument files at `path` (a folder, or one such file) and below it."""
    if path.is_file():
        return [path] if path.name == INSTRUMENT else []
    return sorted(path.rglob(INSTRUMENT))


def _named(loaded: Loaded) -> Loaded:
    """In the library the folders say id and version, so that nothing hides under another name."""
    definition = loaded.definition
    folder = loaded.folder
    if definition is None or (definition.id, definition.version) == (
        folder.parent.name,
        folder.name,
    ):
        return loaded
    error = errors.FolderNameError(folder=shown_name(f"{folder.parent.name}/{folder.name}"))
    fault = FileFault(str(folder / INSTRUMENT), errors.Fault("id", error))
    return Loaded(folder, None, (fault,))
