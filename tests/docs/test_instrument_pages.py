# SPDX-License-Identifier: EUPL-1.2
"""The pages about instruments say what the definitions say, and nothing of the forms' words."""

import subprocess
import sys
from pathlib import Path

from workbench.instruments.catalogue import load_catalogue

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "instruments"


def test_the_pages_are_fresh() -> None:
    checked = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "instrument_pages.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_no_page_lists_the_questions() -> None:
    """One may be named where the limits of the instrument are told; never a form."""
    for definition in load_catalogue().all():
        page = (PAGES / f"{definition.id}-{definition.version}.md").read_text(encoding="utf-8")
        long = [item.labels["en"] for item in definition.items if len(item.labels["en"]) > 24]
        assert len([label for label in long if label in page]) <= 1, definition.id
