# SPDX-License-Identifier: EUPL-1.2
"""The pages of documents over a bench, with fictional documents read in."""

from collections.abc import Sequence
from pathlib import Path

from tests.support.desk import Answers, Bench
from tests.support.read_in import read_in
from workbench.domain.ids import CaseId, RecordId
from workbench.ui.document.page import DocumentPage
from workbench.ui.document.presenter import DocumentPresenter
from workbench.ui.documents.page import DocumentsPage
from workbench.ui.documents.presenter import DocumentsPresenter
from workbench.ui.personal_file.page import PersonalFilePage
from workbench.ui.personal_file.presenter import PersonalFilePresenter


def put(bench: Bench, case: CaseId, content: bytes, title: str, who: str = "Polisen") -> RecordId:
    """A document read in, without a stick."""
    return read_in(bench.akt(case), content, title, who=who)


def list_page(bench: Bench, case: CaseId, files: Sequence[Path | bool] = ()) -> DocumentsPage:
    """`files` are what is chosen, in turn."""
    asks = Answers(*files)
    return DocumentsPage(
        lambda view: DocumentsPresenter(view, bench.open_case(case), asks, bench.go)
    )


def document_page(
    bench: Bench, case: CaseId, record: RecordId, answers: Sequence[bool] = ()
) -> DocumentPage:
    asks = Answers(*answers)
    return DocumentPage(
        lambda view: DocumentPresenter(view, bench.open_case(case), asks, bench.go, record)
    )


def personal_file_page(bench: Bench, case: CaseId) -> PersonalFilePage:
    return PersonalFilePage(
        lambda view: PersonalFilePresenter(view, bench.open_case(case), Answers(), bench.go)
    )
