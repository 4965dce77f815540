# SPDX-License-Identifier: EUPL-1.2
"""A passphrase from a file is the one that the window would have derived from."""

from pathlib import Path

import pytest

from workbench.cli.inputs import read_passphrase
from workbench.crypto.passphrases import word_list

OURS = " ".join(word_list()[:5])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (OURS, OURS),
        (OURS.upper().replace(" ", "   ") + " \r\nmore", OURS),
        ("Granit Vinter ", "Granit Vinter "),
        ("KöRsBäR", "KöRsBäR"),
    ],
)
def test_only_one_of_our_own_is_read_as_it_was_drawn(
    written: str, read: str, tmp_path: Path
) -> None:
    path = tmp_path / "p"
    path.write_bytes(written.encode())
    assert read_passphrase(path) == read
