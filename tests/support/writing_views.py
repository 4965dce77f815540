# SPDX-License-Identifier: EUPL-1.2
"""Views that only keep what they were shown: the other half of presenters in tests."""

from collections.abc import Mapping

from workbench.ui.writing.spec import Missing, WritingVm


class KeptWriting:
    """A `WritingView`. `values` is what stands in the fields."""

    def __init__(self) -> None:
        self.vm: WritingVm | None = None
        self.saved: list[str] = []
        self.problems: list[Exception] = []
        self.missing: Missing | None = None
        self.hints: Mapping[str, str] = {}
        self.busy = False

    @property
    def values(self) -> Mapping[str, str]:
        assert self.vm is not None
        return self.vm.values

    def show_writing(self, vm: WritingVm) -> None:
        self.vm, self.missing = vm, None

    def show_saving(self) -> None:
        self.saved.append("")

    def show_saved(self, at: str) -> None:
        self.saved.append(at)

    def show_not_saved(self, error: Exception) -> None:
        self.saved.append("not saved")
        self.problems.append(error)

    def show_problem(self, error: Exception) -> None:
        self.problems.append(error)

    def show_hints(self, hints: Mapping[str, str]) -> None:
        self.hints = dict(hints)

    def show_missing(self, missing: Missing) -> None:
        self.missing = missing

    def show_busy(self, *, busy: bool) -> None:
        self.busy = busy
