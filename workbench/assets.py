# SPDX-License-Identifier: EUPL-1.2
"""Where `resources/` lies: beside the package in a checkout, inside the bundle when frozen."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a file or folder under `resources/`.

    Raises:
        ValueError: a part that is absolute or climbs (a programming error, never user input).
    """
    if any(part.startswith("/") or ".." in Path(part).parts for part in parts):
        raise ValueError(parts)
    return _root().joinpath(*parts)


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    return Path(__file__).resolve().parent.parent / "resources"
