# SPDX-License-Identifier: EUPL-1.2
"""An akt's link key, from which its pseudonyms in bundles are made. It lies in the akt's file.

Drawn when the akt is begun and never changed, so that a receiver knows the akt again after the
file has come under another key. Files of schema 1 had none: theirs was derived from the key that
they were under, and that one is put in when they come to schema 2.
"""

from workbench.crypto import kdf
from workbench.crypto.clearing import take, wipe
from workbench.crypto.labels import Label
from workbench.vault.cipher import Connection, translated
from workbench.vault.errors import DamagedFileError

_PUT = "INSERT OR IGNORE INTO link (one, key) VALUES (1, ?)"
_GET = "SELECT key FROM link"
_COUNT = "SELECT count(*) FROM link"


def put(connection: Connection, link: bytearray) -> None:
    """Put it into a file that has none. `link` is kept."""
    connection.execute(_PUT, (link,))


def put_derived(connection: Connection, key: bytearray) -> None:
    """The same for a file of before, which is under `key`. `key` is kept."""
    link = kdf.derive_buffer(key, Label.LINK)
    put(connection, link)
    wipe(link)


def require(connection: Connection, *, name: str) -> None:
    """Raises DamagedFileError: it has none."""
    with translated(name):
        found = connection.execute(_COUNT).fetchone()
    if found != (1,):
        raise DamagedFileError(file=name)


def read(connection: Connection, *, name: str) -> bytearray:
    """The link key, in a buffer that is the caller's to clear.

    Raises:
        DamagedFileError: it has none.
    """
    require(connection, name=name)
    with translated(name):
        return take(connection.execute(_GET).fetchone()[0])
