# SPDX-License-Identifier: EUPL-1.2
"""What is set on one computer, before anything is unlocked."""

import os
from pathlib import Path

import pytest

from tests.vault.damage import outcome
from workbench.app.preferences import NAME, Preferred, state_folder
from workbench.services.preferences import Preferences
from workbench.vault import installation

ENGLISH = Preferences("en", 150)


def test_what_was_set_holds_and_nothing_but_two_words_is_in_the_file(tmp_path):
    kept = Preferred(tmp_path / "state")
    assert kept.read() == Preferences()
    kept.write(ENGLISH)
    assert Preferred(tmp_path / "state").read() == ENGLISH
    assert (tmp_path / "state" / NAME).read_text() == "language en\nscale 150\n"
    assert [path.name for path in (tmp_path / "state").iterdir()] == [NAME]


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"language xx\nscale 9\n", b"scale", b"language en" * 9999]
)
def test_what_cannot_be_read_is_as_delivered_and_stays_as_it_is(tmp_path, content: bytes):
    (tmp_path / NAME).write_bytes(content)
    assert Preferred(tmp_path).read() == Preferences()
    assert (tmp_path / NAME).read_bytes() == content


def test_a_folder_without_leave_keeps_what_held_before(tmp_path):
    (tmp_path / "state").write_text("a file in the way")
    assert outcome(lambda: Preferred(tmp_path / "state").write(ENGLISH)) == "FILE-003"


def test_they_lie_where_the_vaults_room_keeps_its_notes(monkeypatch):
    for named in ("", "/somewhere/else"):
        monkeypatch.setenv("VARN_STATE_DIR", named)
        assert state_folder() == installation.state_folder(None)
    monkeypatch.delenv("VARN_STATE_DIR")
    monkeypatch.setenv("XDG_STATE_HOME", "/x/state")
    assert state_folder() == installation.state_folder(None)
    monkeypatch.delenv("XDG_STATE_HOME")
    assert state_folder() == installation.state_folder(None)
    assert Path(os.environ["HOME"]) in state_folder().parents
