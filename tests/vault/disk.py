# SPDX-License-Identifier: EUPL-1.2
"""A disk that does what it is asked, and remembers what it has not promised to keep.

Files and folders as a program sees them now, as they are for good, and what was asked since.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from tests.vault.tracing import Event

SECTOR_BYTES = 512
KEPT, LOST, TORN = "kept", "lost", "torn"
# How much of what was not synced is kept of one file, when some is.
_SHARES = (0.0, 0.5, 0.9, 1.0)
Tree = dict[str, bytes | None]


@dataclass(slots=True, eq=False)
class _File:
    """What is in a file, what is so for good, and what was asked of it since."""

    now: bytearray
    kept: bytes
    since: list[Event] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Change:
    """One change of names: (folder, name, what it now means or None); whole or not at all."""

    names: tuple[tuple["_Folder", str, "_File | _Folder | None"], ...]


@dataclass(slots=True, eq=False)
class _Folder:
    now: "_Names" = field(default_factory=dict)
    kept: "_Names" = field(default_factory=dict)
    since: list[_Change] = field(default_factory=list)


_Names = dict[str, _File | _Folder]


class Disk:
    """Folders and files, and what is asked of them."""

    def __init__(self, before: Tree) -> None:
        self._top = _Folder()
        for path in sorted(before):
            content = before[path]
            node = _Folder() if content is None else _File(bytearray(content), content)
            folder, name = self._place(path)
            folder.now[name] = folder.kept[name] = node

    def ask(self, event: Event) -> None:
        """Do what an event says."""
        getattr(self, f"_{event.does}")(event)

    def tree(self) -> Tree:
        """Everything as the program sees it."""
        return dict(_walk(self._top, "", lambda f: f.now, lambda f: bytes(f.now)))

    def left(self, content: str, names: str, chance: Random) -> Tree:
        """Everything as it may lie there after the power went."""
        meant = _left_names(self._top, names, chance)
        contents: dict[_File, bytes] = {}  # one file may have two names

        def of(file: _File) -> bytes:
            if file not in contents:
                contents[file] = _left_content(file, content, chance)
            return contents[file]

        return dict(_walk(self._top, "", lambda folder: meant[folder], of))

    def _find(self, path: str) -> _File | _Folder:
        node: _File | _Folder = self._top
        for part in path.split("/") if path else ():
            assert isinstance(node, _Folder)
            node = node.now[part]
        return node

    def _place(self, path: str) -> tuple[_Folder, str]:
        above, _, name = path.rpartition("/")
        folder = self._find(above)
        assert isinstance(folder, _Folder)
        return folder, name

    def _file(self, path: str) -> _File:
        file = self._find(path)
        assert isinstance(file, _File)
        return file

    def _say(self, event: Event) -> None:
        pass

    def _make(self, event: Event) -> None:
        folder, name = self._place(event.path)
        if name not in folder.now:
            _change((folder, name, _File(bytearray(), b"")))

    def _folder(self, event: Event) -> None:
        _change((*self._place(event.path), _Folder()))

    def _write(self, event: Event) -> None:
        file = self._file(event.path)
        at = len(file.now) if event.at is None else event.at
        placed = Event("write", event.path, at, event.data)
        _apply(file.now, placed)
        file.since.append(placed)

    def _size(self, event: Event) -> None:
        file = self._file(event.path)
        _apply(file.now, event)
        file.since.append(event)

    def _copy(self, event: Event) -> None:
        begun = event.at or 0
        data = bytes(self._file(event.path).now[begun : begun + event.size])
        self._write(Event("write", event.to, None, data))

    def _sync(self, event: Event) -> None:
        node = self._find(event.path)
        if isinstance(node, _File):
            node.kept = bytes(node.now)
            node.since.clear()
        else:
            for change in list(node.since):
                _keep(change)

    def _rename(self, event: Event) -> None:
        node = self._find(event.path)
        _change((*self._place(event.path), None), (*self._place(event.to), node))

    def _link(self, event: Event) -> None:
        _change((*self._place(event.to), self._find(event.path)))

    def _remove(self, event: Event) -> None:
        _change((*self._place(event.path), None))


def _change(*names: tuple[_Folder, str, _File | _Folder | None]) -> None:
    change = _Change(names)
    for folder, name, node in names:
        _put(folder.now, name, node)
        if not any(known is change for known in folder.since):
            folder.since.append(change)


def _keep(change: _Change) -> None:
    """Make a change last, and in each folder that it touches what was changed before it."""
    for folder, _, _ in change.names:
        while folder.since and folder.since[0] is not change and change in folder.since:
            _keep(folder.since[0])
    for folder, name, node in change.names:
        _put(folder.kept, name, node)
        if change in folder.since:
            folder.since.remove(change)


def _put(names: _Names, name: str, node: _File | _Folder | None) -> None:
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node


def _left_names(top: _Folder, way: str, chance: Random) -> dict[_Folder, _Names]:
    """What each folder holds after the power went."""
    folders = list(_folders(top))
    lasting = {change for folder in folders for change in _lasting(folder, way, chance)}
    left: dict[_Folder, _Names] = {}
    for folder in folders:
        left[folder] = dict(folder.kept)
        for change in folder.since:
            for of, name, node in change.names:
                if of is folder and change in lasting:
                    _put(left[folder], name, node)
    return left


def _lasting(folder: _Folder, way: str, chance: Random) -> list[_Change]:
    """The changes that a folder remembers: the oldest so many. The last name's folder decides."""
    own = [change for change in folder.since if change.names[-1][0] is folder]
    return own[: {KEPT: len(own), LOST: 0}.get(way, chance.randint(0, len(own)))]


def _folders(top: _Folder) -> Iterator[_Folder]:
    """Every folder there is or was."""
    found, waiting = {top: None}, [top]
    while waiting:
        folder = waiting.pop()
        nodes = [*folder.now.values(), *folder.kept.values()]
        nodes += [node for change in folder.since for _, _, node in change.names if node]
        for node in nodes:
            if isinstance(node, _Folder) and node not in found:
                found[node] = None
                waiting.append(node)
    return iter(found)


def _left_content(file: _File, way: str, chance: Random) -> bytes:
    if way == KEPT:
        return bytes(file.now)
    content = bytearray(file.kept)
    if way == TORN:
        share = chance.choice(_SHARES)
        for event in file.since:
            if chance.random() < share:
                _apply(content, event)
            elif event.does == "write" and chance.random() < 0.5:
                _apply_sectors(content, event, chance)
    return bytes(content)


def _apply(content: bytearray, event: Event) -> None:
    """Do a write or a change of size; what lies between is zeros."""
    at = event.at or 0
    if event.does == "size":
        del content[at:]
        content.extend(bytes(at - len(content)))
        return
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(event.data)] = event.data


def _apply_sectors(content: bytearray, event: Event, chance: Random) -> None:
    """Some sectors of a write reach the disk, in whatever order."""
    begun, at = 0, event.at or 0
    while begun < len(event.data):
        stop = min(len(event.data), begun + SECTOR_BYTES - (at + begun) % SECTOR_BYTES)
        if chance.random() < 0.5:
            _apply(content, Event("write", "", at + begun, event.data[begun:stop]))
        begun = stop


def _walk(
    folder: _Folder,
    above: str,
    names: Callable[[_Folder], _Names],
    content: Callable[[_File], bytes],
) -> Iterator[tuple[str, bytes | None]]:
    for name, node in names(folder).items():
        path = f"{above}{name}"
        if isinstance(node, _Folder):
            yield path, None
            yield from _walk(node, f"{path}/", names, content)
        else:
            yield path, content(node)
