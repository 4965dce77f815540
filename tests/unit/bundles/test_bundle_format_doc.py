# SPDX-License-Identifier: EUPL-1.2
"""The reader printed in docs/formats/bundle.md works, alone and on the whole file."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.vectors.sb1 import world
from tests.vectors.sb1.sample import FOLDER, read
from tests.vectors.sb1.world import SHELTER, card
from workbench.bundles.records import encode_record

DOCUMENT = Path(__file__).parents[3] / "docs" / "formats" / "bundle.md"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    text = DOCUMENT.read_text(encoding="utf-8")
    path = tmp_path / "verify.py"
    path.write_text(text.split("```python\n", 1)[1].split("```", 1)[0], encoding="utf-8")
    return path


def run(script: Path, inner: bytes, card_file: bytes) -> subprocess.CompletedProcess[str]:
    (script.parent / "inner").write_bytes(inner)
    (script.parent / "card").write_bytes(card_file)
    command = [sys.executable, "-I", str(script), "inner", "card"]
    return subprocess.run(command, cwd=script.parent, capture_output=True, text=True, check=False)


def test_the_printed_reader_splits_and_verifies(script: Path) -> None:
    done = run(script, read(FOLDER / "good").inner, card(SHELTER).content)
    assert done.returncode == 0, done.stderr
    assert card(SHELTER).digits in done.stdout
    assert SHELTER in done.stdout
    assert (script.parent / "object-1").read_bytes() == encode_record(world.record())
    assert (script.parent / "object-2").read_bytes() == world.PDF


@pytest.mark.parametrize(
    "name", ["signature-of-another", "signature-twice", "object-changed", "padding-first-byte"]
)
def test_the_printed_reader_refuses(script: Path, name: str) -> None:
    assert run(script, read(FOLDER / name).inner, card(SHELTER).content).returncode != 0
    assert not (script.parent / "object-2").exists() or name == "padding-first-byte"


def test_the_printed_reader_is_short(script: Path) -> None:
    assert len([line for line in script.read_text().splitlines() if line.strip()]) <= 40
