# SPDX-License-Identifier: EUPL-1.2
"""What the editor of own forms shows, and what lacks in words. No Qt."""

from dataclasses import dataclass

from workbench.domain.own_forms import OwnForm
from workbench.instruments.own_form_drafts import (
    CHOOSING,
    KINDS_OF,
    FormDraft,
    FormLine,
    LineKind,
    Shape,
    what_lacks,
)
from workbench.instruments.own_forms import MARKS
from workbench.services.assess import own_forms
from workbench.services.desk import Desk
from workbench.services.records.akt import Recorded
from workbench.words import _, language

PARTED_BY = ";"


@dataclass(frozen=True, slots=True)
class InUseVm:
    """One version in use, or one that was withdrawn."""

    key: str
    title: str
    caption: str
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class LineVm:
    """A heading, question, factor or conclusion in the editor; `choices` parted by semicolons."""

    kind: LineKind
    words: str
    choices: str
    only_if: str = ""


@dataclass(frozen=True, slots=True)
class EditorVm:
    """The form that is being written; `lacks` is one sentence, empty when it can be used.

    `columns` are parted by semicolons, and empty in a form of questions.
    """

    shape: Shape
    heading: str
    title: str
    owner: str
    made_on: str
    columns: str
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
        shape=draft.shape,
        heading=_heading(draft.shape, is_again=is_again),
        title=draft.title,
        owner=draft.owner,
        made_on=draft.made_on,
        columns=f"{PARTED_BY} ".join(draft.columns),
        lines=tuple(
            LineVm(line.kind, line.words, f"{PARTED_BY} ".join(line.choices), line.only_if)
            for line in draft.lines
        ),
        lacks=lacking(draft),
    )


def mark() -> str:
    """What every own form is marked with."""
    return MARKS[language()]


def line_of(vm: LineVm) -> FormLine:
    """A line as it is kept."""
    choices = parts_of(vm.choices) if vm.kind in CHOOSING else ()
    return FormLine(vm.kind, vm.words, choices, "" if vm.kind == "section" else vm.only_if)


def parts_of(text: str) -> tuple[str, ...]:
    """What stands between semicolons."""
    parts = (part.strip() for part in text.split(PARTED_BY))
    return tuple(part for part in parts if part)


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
        "factor": _("The worksheet needs at least one factor."),
        "columns": _("The worksheet needs one to three different times, with a semicolon between."),
        "words": _("Line {n} is empty."),
        "choices": _("Line {n} needs two to nine different choices, with a semicolon between."),
        "only-if": _("The answer that line {n} waits for is no choice of the question above it."),
        "empty-section": _("The heading on line {n} has no factor under it.")
        if draft.shape == "worksheet"
        else _("The heading on line {n} has no question under it."),
        "too-many": _("The form is too long."),
        "unseen": _("Line {n} holds characters that cannot be seen. Write it anew.")
        if line
        else _("The name, owner or date holds characters that cannot be seen. Write it anew."),
        "shape": _("The form cannot be read."),
    }[what]
    return told.format(n=line)


def kind_words(shape: Shape) -> tuple[tuple[LineKind, str], ...]:
    """The sorts of lines, in the order in which they are offered."""
    is_worksheet = shape == "worksheet"
    words: dict[LineKind, str] = {
        "choice": _("Question with choices"),
        "text": _("Conclusion in own words") if is_worksheet else _("Question in own words"),
        "date": _("Question about a day"),
        "number": _("Question about a number"),
        "section": _("Heading"),
        "factor": _("Factor"),
        "level": _("Conclusion in levels"),
    }
    return tuple((kind, words[kind]) for kind in KINDS_OF[shape])


def _heading(shape: Shape, *, is_again: bool) -> str:
    if is_again:
        return _("Another version")
    return _("A new worksheet") if shape == "worksheet" else _("A new form")
