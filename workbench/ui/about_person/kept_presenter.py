# SPDX-License-Identifier: EUPL-1.2
"""Where the personakt is kept, and the way to the page where it is said and filed."""

from typing import Protocol

from workbench.services.handing_over import personal_file
from workbench.services.records.akt import Akt
from workbench.ui.about_person.presenter import Around
from workbench.ui.places import Place
from workbench.words import _


class KeptView(Protocol):
    """What the section must be able to show."""

    def tell(self, line: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class KeptPresenter:
    """Decides what is told of it."""

    def __init__(self, view: KeptView, around: Around) -> None:
        self._view, self._around = view, around

    def refresh(self) -> None:
        self._around.case.run(_told, done=self._view.tell, failed=self._view.show_problem)

    def go_on(self) -> None:
        """To where it is said, and where what was carried over is noted."""
        self._around.go(Place("personal-file", self._around.case.case))


def _told(akt: Akt) -> str:
    found = personal_file.kept_where(akt)
    return personal_file.in_words(found.value, _) if found is not None else _("Not said yet.")
