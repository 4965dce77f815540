# SPDX-License-Identifier: EUPL-1.2
"""A small text under a passphrase: an age file of profile P, opened whole, in memory.

For what travels beside bundles and is about no person, like the wording of a form. Any age program
can make one and open one.
"""

import io

from workbench.bundles import profile
from workbench.bundles.errors import NotABundleError
from workbench.bundles.recipients import RandomBytes
from workbench.crypto.passphrases import canonical


def open_text(untrusted: bytes, passphrase: str, most_bytes: int) -> bytes:
    """What is inside, never more than one byte beyond `most_bytes`: who reads it refuses that.

    Raises:
        BundleError: SB-01 to SB-04, SB-10 to SB-13. Nothing of a damaged text is given.
    """
    source = io.BytesIO(untrusted)
    if profile.inspect(source).profile is not profile.Profile.PASSPHRASE:
        raise NotABundleError
    source.seek(0)
    opened = profile.open_bundle(source, [], passphrase=canonical(passphrase))
    content = b""
    while len(content) <= most_bytes and (more := opened.payload.read(most_bytes + 1)):
        content += more  # to the end: a text that was cut short is refused
    return content[: most_bytes + 1]


def seal_text(content: bytes, passphrase: str, random_bytes: RandomBytes) -> bytes:
    """The sealed file. Raises ValueError for an empty passphrase."""
    out = io.BytesIO()
    writer = profile.passphrase_writer(out, canonical(passphrase), random_bytes)
    writer.write(content)
    writer.finish()
    return out.getvalue()
