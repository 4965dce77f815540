# SPDX-License-Identifier: EUPL-1.2
"""Datorns säkerhet: a laptop with much to do, and one where all is well."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.desk import Answers, Bench
from workbench.domain.self_checks import Finding
from workbench.ui.handing_over.outside import Outside
from workbench.ui.security.page import SecurityPage
from workbench.ui.security.presenter import SecurityPresenter

MUCH = (
    Finding("disk", "duty", "plain"),
    Finding("swap", "duty", "plain"),
    Finding("backup", "duty", "never"),
    Finding("drill", "duty", "old", {"days": 131}),
    Finding("place", "good", "local"),
    Finding("cipher", "good", "as-they-should"),
    Finding("clock", "danger", "before-entry", {"newest": "2026-11-22 15:30"}),
    Finding("dumps", "good", "on"),
    Finding("lock-signals", "duty", "none"),
    Finding("capture", "unknown", "impossible"),
)
WELL = (
    Finding("disk", "good", "encrypted"),
    Finding("swap", "good", "protected"),
    Finding("backup", "good", "recent", {"days": 2}),
    Finding("drill", "good", "recent", {"days": 31}),
    Finding("place", "good", "local"),
    Finding("cipher", "good", "as-they-should"),
    Finding("clock", "good", "plausible"),
    Finding("dumps", "good", "on"),
    Finding("lock-signals", "good", "heard"),
    Finding("capture", "unknown", "impossible"),
)


def _page(findings: Sequence[Finding]) -> QWidget:
    bench = Bench()
    outside = Outside(None, None, None, None, lambda _desk: tuple(findings))  # type: ignore[arg-type]
    return in_window(
        SecurityPage(
            lambda v: SecurityPresenter(v, bench.jobs, bench.session, Answers(), bench.go, outside)
        )
    )


PAGES = (("security", lambda: _page(MUCH)), ("security-well", lambda: _page(WELL)))
