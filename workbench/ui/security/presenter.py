# SPDX-License-Identifier: EUPL-1.2
"""Datorns säkerhet: run the checks, say what they found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from workbench.domain.self_checks import Finding, State
from workbench.services.akter.session import Session
from workbench.services.jobs import Jobs
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.security.sentences import said_of, title_of
from workbench.words import _, ngettext

Tone = Literal["calm", "done", "amber", "red"]
_TONES: dict[State, Tone] = {"good": "done", "duty": "amber", "danger": "red", "unknown": "calm"}


@dataclass(frozen=True, slots=True)
class CheckVm:
    """One check: what was looked at, how it is, what to do."""

    check: str
    title: str
    state: str
    tone: Tone
    sentence: str
    remedy: str


@dataclass(frozen=True, slots=True)
class SecurityVm:
    """All of them. `summary`: how many there is something to do about."""

    summary: str
    checks: tuple[CheckVm, ...]


class SecurityView(Protocol):
    """What the page must be able to show."""

    def show_checks(self, vm: SecurityVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class SecurityPresenter:
    """Decides what Datorns säkerhet shows."""

    def __init__(
        self,
        view: SecurityView,
        jobs: Jobs,
        session: Session,
        asks: Asks,
        go: Go,
        outside: Outside,
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._go, self._outside = go, outside

    def look(self) -> None:
        """Run every check, now."""
        desk, look = self._session.desk, self._outside.look_at_computer
        self._jobs.run(
            lambda: look(desk),
            done=lambda findings: self._view.show_checks(security_vm(findings)),
            failed=self._view.show_problem,
        )

    def leave(self) -> None:
        self._go(Place("organisation"))


def security_vm(findings: Sequence[Finding]) -> SecurityVm:
    """What was found, in words; in the order of the checks."""
    return SecurityVm(_summary(findings), tuple(_vm(finding) for finding in findings))


def _vm(finding: Finding) -> CheckVm:
    said = said_of(finding)
    return CheckVm(
        check=finding.check,
        title=title_of(finding.check),
        state=_state(finding),
        tone=_TONES[finding.state],
        sentence=said.sentence,
        remedy=said.remedy,
    )


def _state(finding: Finding) -> str:
    if finding.how == "impossible":
        return _("Not possible")
    words: dict[State, str] = {
        "good": _("In order"),
        "duty": _("To do"),
        "danger": _("Act now"),
        "unknown": _("Cannot be seen"),
    }
    return words[finding.state]


def _summary(findings: Sequence[Finding]) -> str:
    open_ones = sum(finding.state in ("duty", "danger") for finding in findings)
    if not open_ones:
        return _("Nothing to do. What cannot be seen from here is said.")
    return ngettext(
        "{count} thing to do. Nothing here stops the work.",
        "{count} things to do. Nothing here stops the work.",
        open_ones,
    ).format(count=open_ones)
