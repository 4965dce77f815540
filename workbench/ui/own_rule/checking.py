# SPDX-License-Identifier: EUPL-1.2
"""The second person: at this screen with a tick for every row, or elsewhere with a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.instruments.definition import Definition
from workbench.instruments.local_rules import LARGEST_LOCAL, LocalRule
from workbench.services.assess import own_rules
from workbench.services.assess.own_rules import Beside, Kept
from workbench.ui.assess.vms import TICKED
from workbench.ui.confirm_rule.local_parts import first_unticked, local_parts
from workbench.ui.confirm_rule.parts import PartVm
from workbench.ui.gate_words import told_local
from workbench.ui.house_work import HouseWork, ToldView
from workbench.ui.kit.asking import Question
from workbench.words import _


@dataclass(frozen=True, slots=True)
class CheckVm:
    """How what was entered last stands. `digits` tell its content, `parts` are to be ticked."""

    standing: str = ""
    digits: str = ""
    waits: bool = False
    can_revoke: bool = False
    parts: tuple[PartVm, ...] = ()


NOTHING_STANDS = CheckVm()


def check_vm(definition: Definition, kept: Kept | None) -> CheckVm:
    """What was made for another edition of the definition can be revoked, and not checked."""
    if kept is None:
        return NOTHING_STANDS
    is_over = bool(kept.keeping.revoked_on)
    fits = not isinstance(kept.local, LocalRule) or (
        kept.local.definition_sha256 == definition.sha256
    )
    waits = fits and not kept.recorded.value.checked and not is_over
    return CheckVm(
        standing=told_local(kept),
        digits=own_rules.digits_of(kept.recorded.value.content_sha256),
        waits=waits,
        can_revoke=not is_over,
        parts=local_parts(definition, kept.local) if waits else (),
    )


class Checking:
    """What can be done with content that was entered. `done` is told what to say."""

    def __init__(self, house: HouseWork[ToldView], done: Callable[[str], None]) -> None:
        self._house, self._done = house, done
        self._kept: Kept | None = None
        self._vm = NOTHING_STANDS

    def show(self, kept: Kept | None, vm: CheckVm) -> None:
        """This is what is checked, and these are its rows."""
        self._kept, self._vm = kept, vm

    def check_here(self, place: str, passphrase: str, ticks: Mapping[str, str]) -> None:
        """A colleague has ticked every row, and signs with the own passphrase."""
        kept, house = self._kept, self._house
        missing = first_unticked(self._vm.parts, ticks)
        if not missing and not (place.strip().isdigit() and passphrase):
            missing = _("The colleague types user number and passphrase.")
        if kept is None or not self._vm.waits or missing:
            house.view.show_missing(missing)
            return
        beside, ticked = (
            Beside(int(place), passphrase),
            [k for k, t in ticks.items() if t == TICKED],
        )
        house.run(lambda: own_rules.check_here(house.desk, kept, beside, ticked), self._checked)

    def save_file(self) -> None:
        """For a second checker at another organisation."""
        self._house.asks.choose_folder(_("Where is the file saved?"), got=self._save)

    def take_file(self) -> None:
        """The checked file that came back."""
        title = _("Which file came back?")
        self._house.asks.choose_file(title, got=self._take, endings=(".json",))

    def revoke(self) -> None:
        question = Question(
            _("Why is it revoked?"),
            _("Nothing new is computed. Earlier results stay, marked: rule revoked."),
            _("Revoke"), _("Keep it"), is_grave=True,
        )  # fmt: skip
        self._house.asks.ask_text(question, got=self._revoke)

    def _save(self, folder: Path) -> None:
        kept, house = self._kept, self._house
        if kept is not None:
            name = f"r-{kept.recorded.value.content_sha256[:8]}.json"
            house.run(
                lambda: house.outside.files.write_new(folder, name, own_rules.file_of(kept)),
                lambda path: house.view.show_done(_("Saved: {path}").format(path=path)),
            )

    def _take(self, path: Path) -> None:
        house = self._house

        def work() -> object:
            came = house.outside.files.read(path, most_bytes=LARGEST_LOCAL)
            return own_rules.take_checked(house.desk, came)

        house.run(work, self._checked)

    def _revoke(self, why: str) -> None:
        kept, house = self._kept, self._house
        if kept is not None:
            house.run(
                lambda: own_rules.revoke_local(house.desk, kept, why),
                lambda _changes: self._done(_("It is revoked.")),
            )

    def _checked(self, _changes: object) -> None:
        self._done(_("Checked. It holds now."))
