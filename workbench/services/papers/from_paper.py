# SPDX-License-Identifier: EUPL-1.2
"""What a paper says of answers that were written by hand first and keyed in later."""

from workbench.services.assess import keyed_in
from workbench.services.assess.results import Outcome
from workbench.services.papers import worksheets
from workbench.services.papers.shared import Writing, local, staff


def keyed_in_of(writing: Writing, shown: Outcome) -> str:
    """Every paper that answers stood on: whose hand and when, keyed in by whom and when."""
    said = []
    for each in keyed_in.papers(shown.sheet.keyed):
        on = f"{local(writing, each.recorded_at):%Y-%m-%d}"
        who = staff(writing, each.author).name
        said.append(keyed_in.told(each.value, on, who, writing.speech))
    return " ".join(said)


def beside_answer(writing: Writing, shown: Outcome, item: str) -> str:
    """The note of an answer, and that it stood on paper first."""
    paper = shown.sheet.keyed.get((item, ""))
    mark = keyed_in.short(paper.value, writing.speech) if paper is not None else ""
    return "\n".join(text for text in (shown.sheet.notes.get(item, ""), mark) if text)


def noted(writing: Writing, shown: Outcome, item: str) -> str:
    """The note of a factor, and in which time columns its code stood on paper first."""
    columns = {column.id: column.labels[writing.language] for column in shown.definition.columns}
    marks = [
        f"{columns.get(column, column)}: {keyed_in.short(each.value, writing.speech)}"
        for (of, column), each in shown.sheet.keyed.items()
        if of == item and column
    ]
    return "\n".join(text for text in (worksheets.noted(writing, shown, item), *marks) if text)
