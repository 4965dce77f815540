# SPDX-License-Identifier: EUPL-1.2
"""Two runs put into words, place by place. Nothing is counted over the places."""

from workbench.domain.assessments import Assessment
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.services import labels
from workbench.services.assess import comparing, keyed_in, rating
from workbench.services.assess.comparing import Pair, Said
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.alongside.vms import ComparisonVm, PlaceVm, Sameness
from workbench.ui.assess.keys import STATE_KEYS
from workbench.ui.assess.shapes import titled
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _, language


def run_name(akt: Akt, desk: Desk, made: Recorded[Assessment]) -> str:
    """`2026-08-12 · Karin Exempelgren`, and what it is when it stands beside others."""
    tie = rating.tie_of(akt, made.record)
    is_second = tie is not None and tie.value.why == "second"
    author = tie.value.rater if tie is not None and is_second else made.author
    who = name_of(author, names_of(desk))
    told = _("{day} · {who}").format(day=made.value.begun_on, who=who)
    if tie is None or tie.value.why == "again":
        return told
    kind = _("second rater") if is_second else _("consensus")
    return _("{run} · {kind}").format(run=told, kind=kind)


def comparison_vm(akt: Akt, desk: Desk, one: RecordId, other: RecordId) -> ComparisonVm | None:
    """Both runs beside each other; None where they are not compared."""
    try:
        found = comparing.compare(akt, desk, one, other)
    except WorkbenchError:
        return None
    names = run_name(akt, desk, found.left), run_name(akt, desk, found.right)
    return ComparisonVm(
        other=other,
        left=names[0],
        right=names[1],
        told=_told(found.relation),
        places=tuple(_place(pair, names) for pair in found.pairs),
    )


def _told(relation: str) -> str:
    if relation == "raters":
        return _(
            "Two raters of the same matter. Where they differ, talk about the reasons; neither is "
            "changed by the other."
        )
    return _("The same version, question by question. A later answer is not a trend.")


def _place(pair: Pair, names: tuple[str, str]) -> PlaceVm:
    where = titled(pair.item)
    if pair.column is not None:
        column = pair.column.labels[language()]
        where = _("{factor} · {column}").format(factor=where, column=column)
    sameness = _sameness(pair)
    words = {"same": _("Same"), "different": _("Different"), "not-both": _not_both(pair)}
    lines = [
        line
        for name, said in zip(names, (pair.left, pair.right), strict=True)
        for line in _reasons(name, _answer(pair, said), said)
    ]
    return PlaceVm(
        where, _short(pair, pair.left), _short(pair, pair.right), sameness, words[sameness],
        tuple(lines),
    )  # fmt: skip


def _sameness(pair: Pair) -> Sameness:
    if pair.is_same is None:
        return "not-both"
    return "same" if pair.is_same else "different"


def _not_both(pair: Pair) -> str:
    """What nobody said in one of them is neither the same nor a difference."""
    if not pair.is_asked:
        return _("Not asked in both")
    return _("Not coded in both") if pair.column is not None else _("Not answered in both")


def _reasons(name: str, answer: str, said: Said) -> list[str]:
    """What one of the two said, and the note and source that stand beside it."""
    lines = [_("{run}: {answer}").format(run=name, answer=answer)]
    if said.note:
        lines.append(_("Note: {text}").format(text=said.note))
    if said.source:
        lines.append(_("Source: {text}").format(text=said.source))
    if said.paper is not None:
        lines.append(keyed_in.short(said.paper.value, _).capitalize())
    return lines


def _short(pair: Pair, said: Said) -> str:
    """For the table: a presence code as the worksheet prints it, else the words."""
    return said.code if pair.column is not None and said.code else _answer(pair, said)


def _answer(pair: Pair, said: Said) -> str:
    """What was said, in the instrument's own words; a code that is not known stands as it is."""
    if not said.is_asked:
        return _("Not asked")
    if not said.code:
        return _("Not yet coded") if pair.column else labels.answer_state("unanswered", _)
    choices = {choice.code: choice.labels[language()] for choice in pair.item.choices}
    if said.code in choices:
        return choices[said.code]
    state = next((state for state in STATE_KEYS if state == said.code), None)
    return labels.answer_state(state, _) if state is not None else said.code
