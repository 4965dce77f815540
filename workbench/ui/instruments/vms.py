# SPDX-License-Identifier: EUPL-1.2
"""What the pages about instruments show. Nothing of any person's case file."""

from dataclasses import dataclass

from workbench.ui.kit.pills import Tone


@dataclass(frozen=True, slots=True)
class ListedVm:
    """One instrument of the list. `key` is id@version."""

    key: str
    title: str
    caption: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class GroupVm:
    """Instruments of one kind."""

    title: str
    caption: str
    listed: tuple[ListedVm, ...]


@dataclass(frozen=True, slots=True)
class FactVm:
    """A heading and what it says, one text a line."""

    title: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatusVm:
    """How something stands: a word, and what it means."""

    state: str
    told: str
    tone: Tone = "calm"


@dataclass(frozen=True, slots=True)
class RuleRowVm:
    """One rule that waits for a confirmation or has one. `key` is id@version/rule."""

    key: str
    title: str
    caption: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class TrainedVm:
    """Somebody who is noted as trained."""

    record: str
    name: str
    caption: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class QuestionVm:
    """A question of the form as the program shows it."""

    label: str
    answers: str


@dataclass(frozen=True, slots=True)
class OneVm:
    """The whole page of one instrument.

    `pack`: the record of the wording pack that is loaded, or "". `own_rule`: that of the local
    rule that stands last, or "". `people`: (user, name) of everybody who has a place here.
    `is_shell`: nothing of the manual is here; one's own structure is entered as a worksheet.
    """

    key: str
    title: str
    caption: str
    facts: tuple[FactVm, ...]
    wording: StatusVm
    pack: str
    rule: StatusVm
    rules: tuple[RuleRowVm, ...]
    can_have_own_rule: bool
    wants_table: bool
    warning: str
    trained: tuple[TrainedVm, ...]
    people: tuple[tuple[str, str], ...]
    preview: tuple[QuestionVm, ...]
    may_change: bool
    today: str
    is_shell: bool = False
