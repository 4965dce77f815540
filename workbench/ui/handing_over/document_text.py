# SPDX-License-Identifier: EUPL-1.2
"""A document that goes along, as sender and receiver read of it: number, what it is, its hash.

A body that arrived is its sender's own: any shape of it is shown, and none is believed.
"""

from collections.abc import Mapping
from typing import Any

from workbench.domain.documents import WAYS
from workbench.services.facts import document_words
from workbench.words import _, ngettext

KIND = "document"
_GROUP = 8


def heading_of(body: Mapping[str, Any]) -> str:
    """`Document 3: Police report`, by the number that it has in its sender's case file."""
    told = _("Document {number}: {title}")
    return told.format(number=body.get("number", "?"), title=body.get("title", ""))


def lines_of(body: Mapping[str, Any]) -> tuple[str, ...]:
    """What kind of file, how large; how its sender got it; its fingerprint, whole."""
    came = [str(body.get(name, "")) for name in ("received_on", "came_from")]
    ways = [document_words.way(each, _) for each in WAYS if each == body.get("way")]
    received = " · ".join(text for text in (*came, *ways) if text)
    told = (
        " · ".join(_of_the_file(body)),
        _("Received by its sender: {how}").format(how=received) if received else "",
        _("Fingerprint (SHA-256): {sha256}").format(sha256=grouped(str(body.get("sha256", "")))),
    )
    return tuple(line for line in told if line)


def grouped(sha256: str) -> str:
    """In groups that an eye can compare, and that a narrow window can break between."""
    return " ".join(sha256[at : at + _GROUP] for at in range(0, len(sha256), _GROUP))


def _of_the_file(body: Mapping[str, Any]) -> tuple[str, ...]:
    pages, size = body.get("pages"), body.get("size_bytes")
    parts = [document_words.media(str(body.get("media", "")), _)]
    if isinstance(pages, int) and pages > 0:
        parts.append(ngettext("{n} page", "{n} pages", pages).format(n=pages))
    if isinstance(size, int):
        parts.append(document_words.size(size, _))
    return tuple(part for part in parts if part)
