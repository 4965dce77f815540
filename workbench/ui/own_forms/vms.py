# SPDX-License-Identifier: EUPL-1.2
"""What the editor of own forms shows, and what lacks in words. No Qt."""

from dataclasses import dataclass

from workbench.domain.own_forms import OwnForm
from workbench.instruments.own_forms import MARKS, FormDraft, FormLine, LineKind, what_lacks
from workbench.services import own_forms
from workbench.services.akt import Recorded
from workbench.services.desk import Desk
from workbench.words import _, language

CHOICES_PARTED_BY = ";"


@dataclass(frozen=True, slots=True)
class InUseVm:
    """One version in use, or one that was withdrawn."""

    key: str
    title: str
    caption: str
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class LineVm:
    """A heading or a question as it stands in the editor; `choices` parted by semicolons."""

    kind: LineKind
    words: str
    choices: str
    only_if: str = ""


@dataclass(frozen=True, slots=True)
class EditorVm:
    """The form that is being written; `lacks` is one sentence, empty when it can be used."""

    heading: str
    title: str
    owner: str
    made_on: str
    lines: tuple[LineVm, ...]
    lacks: str


@dataclass(frozen=True, slots=True)
class OwnFormsVm:
    """The whole page; no editor while nothing is being written."""

    mark: str
    in_use: tuple[InUseVm, ...]
    editor: EditorVm | None


def page_vm(desk: Desk, written: own_forms.Written | None) -> OwnFormsVm:
    """What there is to see. Runs on the vault's thread."""
    made = reversed(own_forms.forms(desk))
    return OwnFormsVm(
        mark=mark(),
        in_use=tuple(_in_use(each) for each in made),
        editor=None if written is None else editor_vm(written.draft, is_again=bool(written.of)),
    )


def _in_use(made: Recorded[OwnForm]) -> InUseVm:
    form = made.value
    told = _("Version {version} · {owner} · {day} · hash {digits}").format(
        version=form.version, owner=form.owner, day=form.made_on, digits=form.sha256[:8]
    )
    if form.withdrawn_on:
        told = _("Withdrawn {day}").format(day=form.withdrawn_on) + " · " + told
    return InUseVm(
        str(made.record), f"{form.title} ({mark()})", told, is_withdrawn=bool(form.withdrawn_on)
    )


def editor_vm(draft: FormDraft, *, is_again: bool) -> EditorVm:
    """The editor."""
    return EditorVm(
        heading=_("Another version") if is_again else _("A new form"),
        title=draft.title,
        owner=draft.owner,
        made_on=draft.made_on,
        lines=tuple(
            LineVm(line.kind, line.words, f"{CHOICES_PARTED_BY} ".join(line.choices), line.only_if)
            for line in draft.lines
        ),
        lacks=lacking(draft),
    )


def mark() -> str:
    """What every own form is marked with."""
    return MARKS[language()]


def line_of(vm: LineVm) -> FormLine:
    """A line as it is kept."""
    parts = (part.strip() for part in vm.choices.split(CHOICES_PARTED_BY))
    choices = tuple(part for part in parts if part) if vm.kind == "choice" else ()
    return FormLine(vm.kind, vm.words, choices, "" if vm.kind == "section" else vm.only_if)


def lacking(draft: FormDraft) -> str:
    """One sentence about the first thing that lacks."""
    lacks = what_lacks(draft)
    if lacks is None:
        return ""
    what, line = lacks
    told = {
        "title": _("The form needs a name."),
        "owner": _("The form needs somebody who answers for it."),
        "day": _("The form needs a date."),
        "question": _("The form needs at least one question."),
        "words": _("Line {n} is empty."),
        "choices": _("Line {n} needs two to nine different choices, with a semicolon between."),
        "only-if": _("The answer that line {n} waits for is no choice of the question above it."),
        "empty-section": _("The heading on line {n} has no question under it."),
        "too-many": _("The form is too long."),
        "unseen": _("Line {n} holds characters that cannot be seen. Write it anew.")
        if line
        else _("The name, owner or date holds characters that cannot be seen. Write it anew."),
        "shape": _("The form cannot be read."),
    }[what]
    return told.format(n=line)


def kind_words() -> tuple[tuple[LineKind, str], ...]:
    """The sorts of lines, in the order in which they are offered."""
    return (
        ("choice", _("Question with choices")),
        ("text", _("Question in own words")),
        ("date", _("Question about a day")),
        ("number", _("Question about a number")),
        ("section", _("Heading")),
    )
