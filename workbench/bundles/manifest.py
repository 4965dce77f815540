# SPDX-License-Identifier: EUPL-1.2
"""The manifest of a bundle: what is signed, and every rule that it must keep.

The typed border is msgspec over `manifest_fields` (types, closed sets, lengths, no unknown
field); what types cannot say is in `manifest_rules`. Format: docs/formats/bundle.md, section 4.
"""

import re

import msgspec

from workbench.bundles import manifest_rules
from workbench.bundles.errors import AmbiguousManifestError, ManifestError, NewerFormatError
from workbench.bundles.manifest_fields import Manifest
from workbench.bundles.strict_json import (
    AmbiguousJsonError,
    MalformedJsonError,
    Path,
    encode,
    is_plain,
    leaves,
    parse,
    require_canonical,
)

FORMAT = "sb1"
MOST_MANIFEST_BYTES = 1024 * 1024

_LONGEST_TEXT = 2000
_TEXT_WITH_LINES: Path = ("basis", "text")
_NEWER = re.compile(r"sb[1-9][0-9]{0,8}")


def read_manifest(untrusted_bytes: bytes) -> Manifest:
    """Check and type the manifest of a bundle; nothing here depends on who signed it.

    Raises:
        BundleError: SB-21 (types, fields, text), SB-22 (ambiguous), SB-23 (object ids),
            SB-24 (number of records), SB-28 (a newer format).
    """
    try:
        value = parse(untrusted_bytes)
        _require_our_version(value)
        _require_plain_texts(value)
        manifest = msgspec.convert(value, Manifest)
        require_canonical(untrusted_bytes, value)
    except (MalformedJsonError, msgspec.ValidationError):
        raise ManifestError from None
    except AmbiguousJsonError:
        raise AmbiguousManifestError from None
    manifest_rules.check(manifest)
    return manifest


def encode_manifest(manifest: Manifest) -> bytes:
    """The one spelling of a manifest, which `read_manifest` takes.

    Raises:
        BundleError: SB-21 to SB-24, as in reading: we never write what we would refuse.
    """
    try:
        encoded = encode(msgspec.to_builtins(manifest))
    except AmbiguousJsonError:
        raise ManifestError from None
    read_manifest(encoded)
    return encoded


def _require_our_version(value: object) -> None:
    """Before the fields: a newer format may have others."""
    version = value.get("fmt") if isinstance(value, dict) else None
    if isinstance(version, str) and version != FORMAT and _NEWER.fullmatch(version):
        raise NewerFormatError


def _require_plain_texts(value: object) -> None:
    for path, leaf in leaves(value):
        if isinstance(leaf, str) and not is_plain(
            leaf, most=_LONGEST_TEXT, has_lines=path == _TEXT_WITH_LINES
        ):
            raise MalformedJsonError("text")
