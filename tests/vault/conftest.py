# SPDX-License-Identifier: EUPL-1.2
"""A fresh place for a real vault."""

from pathlib import Path

import pytest

from tests.vault.making import Workplace


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path)
