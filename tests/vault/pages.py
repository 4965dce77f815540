# SPDX-License-Identifier: EUPL-1.2
"""Every page of an encrypted file in clear, freed ones and those of its log too.

SQLCipher 4 with a raw key, read without it: AES-256-CBC, the last 80 bytes of a page are its
initial vector and MAC; the first page begins with the salt.
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from workbench.crypto import kdf
from workbench.crypto.labels import Label
from workbench.vault import cipher
from workbench.vault.unlocked import UnlockedVault

PAGE, RESERVE, IV = 4096, 80, 16
LOG_HEADER, FRAME_HEADER = 32, 24


def file_key(vault: UnlockedVault, case) -> bytes:
    """The raw key of an akt's file, as whoever has a grant to it could have it."""
    inside = vault._inside
    key = inside.keychain.keys(case, inside.shelf.files(case))[0]
    return bytes(kdf.derive_buffer(key, Label.FILE_KEY, size_bytes=cipher.RAW_KEY_BYTES))[:32]


def in_clear(path: Path, key: bytes) -> bytes:
    """All pages of the file, and of the log beside it."""
    content = path.read_bytes()
    assert len(content) % PAGE == 0
    pages = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    clear = [_page(pages[0][16:], key, first=True), *(_page(page, key) for page in pages[1:])]
    return b"\0".join([*clear, *_frames(path.with_name(path.name + "-wal"), key)])


def _frames(log: Path, key: bytes) -> list[bytes]:
    content = log.read_bytes() if log.exists() else b""
    step = FRAME_HEADER + PAGE
    starts = range(LOG_HEADER, len(content) - step + 1, step)
    frames = [content[at : at + step] for at in starts]
    return [_log_page(frame, key) for frame in frames]


def _log_page(frame: bytes, key: bytes) -> bytes:
    number, page = int.from_bytes(frame[:4], "big"), frame[FRAME_HEADER:]
    return _page(page[16:] if number == 1 else page, key, first=number == 1)


def _page(page: bytes, key: bytes, *, first: bool = False) -> bytes:
    body, tail = page[:-RESERVE], page[-RESERVE:]
    assert len(body) % 16 == 0
    decryptor = Cipher(algorithms.AES(key), modes.CBC(tail[:IV])).decryptor()
    clear = decryptor.update(body) + decryptor.finalize()
    assert not first or b"\x10\x00\x02\x02" in clear[:16]  # page size, WAL mode: it is decrypted
    return clear
