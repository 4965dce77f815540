# SPDX-License-Identifier: EUPL-1.2
"""Where a pack lies on disk: one TOML file, or a folder with `pack.toml` and a text file an item.

A file may be sealed with a passphrase (age); it is opened by who has that, and then parsed. In a
folder `pack.toml` says what the pack is, and `q01.txt` beside it holds the words of item q01.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.instruments import pack_errors as errors
from workbench.instruments.errors import Fault, shown_name
from workbench.instruments.wording_packs import LARGEST_PACK

_SEALED = b"age-encryption.org/"
LARGEST_SEALED = 2 * LARGEST_PACK
"""What sealing adds to a pack is far less."""
_HEAD = "pack.toml"
_MOST_FILES = 600


@dataclass(frozen=True, slots=True)
class PackFiles:
    """What the files say together, and what could not be read of them."""

    said: Mapping[str, Any]
    faults: tuple[Fault, ...] = ()


def read_pack(path: Path) -> PackFiles:
    """Everything that a pack's file or folder says."""
    if path.is_dir():
        return _folder(path)
    if not path.is_file():
        return PackFiles({}, (_unreadable(path),))  # a pipe or a device may never end
    try:
        with path.open("rb") as file:
            return parse(file.read(LARGEST_PACK + 1), path.name)
    except OSError:
        return PackFiles({}, (_unreadable(path),))


def is_sealed(untrusted: bytes) -> bool:
    """Whether a passphrase is asked for first."""
    return untrusted.startswith(_SEALED)


def parse(untrusted: bytes, name: str) -> PackFiles:
    """The bytes of one file: TOML, or the JSON in which packs are kept; never a sealed one."""
    if is_sealed(untrusted):
        return PackFiles({}, (Fault(shown_name(name), errors.PackSealedError()),))
    if len(untrusted) > LARGEST_PACK:
        return PackFiles({}, (Fault(shown_name(name), errors.PackTooLargeError()),))
    try:
        text = untrusted.decode("utf-8-sig")
        said = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (UnicodeDecodeError, ValueError, RecursionError):
        return PackFiles({}, (Fault(shown_name(name), errors.PackNotTextError()),))
    return PackFiles(said)


def _folder(folder: Path) -> PackFiles:
    try:
        files = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return PackFiles({}, (_unreadable(folder),))
    texts = [path for path in files if path.suffix == ".txt" and path.is_file()]
    if len(files) > _MOST_FILES or sum(_size(path) for path in files) > LARGEST_PACK:
        return PackFiles({}, (Fault(shown_name(folder.name), errors.PackTooLargeError()),))
    head = read_pack(folder / _HEAD) if (folder / _HEAD).is_file() else _no_head(folder)
    faults = list(head.faults)
    for path in files:
        if path not in texts and path.name != _HEAD:
            named = shown_name(path.name)
            faults.append(Fault(named, errors.PackExtraError(named=named)))
    return _with_texts(head.said, texts, faults)


def _with_texts(said: Mapping[str, Any], texts: Iterable[Path], faults: list[Fault]) -> PackFiles:
    items = dict(said.get("items", {})) if isinstance(said.get("items", {}), dict) else {}
    for path in texts:
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except OSError:
            faults.append(_unreadable(path))
        except UnicodeDecodeError:
            faults.append(Fault(shown_name(path.name), errors.PackNotTextError()))
        else:
            if path.stem in items:
                named = shown_name(path.name)
                faults.append(Fault(named, errors.PackExtraError(named=named)))
            items[path.stem] = text.replace("\r\n", "\n")
    return PackFiles({**said, "items": items}, tuple(faults))


def _no_head(folder: Path) -> PackFiles:
    return PackFiles({}, (_unreadable(folder / _HEAD),))


def _unreadable(path: Path) -> Fault:
    named = shown_name(path.name)
    return Fault(named, errors.PackUnreadableError(name=named))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
