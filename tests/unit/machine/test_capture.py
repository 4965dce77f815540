# SPDX-License-Identifier: EUPL-1.2
"""Screen pictures: what cannot be done is said, and what can be done is asked of the right window."""

import sys

import pytest

from workbench.machine import capture


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what Linux cannot do")
def test_linux_has_no_way_and_says_so():
    assert not capture.can_block_capture()
    assert capture.block_capture(1) == "impossible"


@pytest.mark.parametrize(("answer", "told"), [(True, "blocked"), (False, "refused")])
@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_where_there_is_a_way_its_answer_is_told(monkeypatch, system, answer, told):
    asked = []
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setitem(capture._WAYS, system, lambda window: asked.append(window) or answer)
    assert capture.can_block_capture()
    assert capture.block_capture(77) == told
    assert asked == [77]
