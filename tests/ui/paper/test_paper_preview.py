# SPDX-License-Identifier: EUPL-1.2
"""The preview of a paper: what stands in a received one leads nowhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.outside_files import linking_pdf
from workbench.ui.paper.pdf_view import PdfPreview

pytestmark = pytest.mark.ui


def test_a_link_in_a_received_pdf_leads_nowhere(qtbot) -> None:
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.resize(700, 700)
    preview.show()
    preview.show_pdf(linking_pdf(), "Brev")
    pages = preview.pages.viewport()
    QTest.mouseMove(pages, pages.rect().center())
    QTest.mouseClick(pages, Qt.MouseButton.LeftButton, pos=pages.rect().center())
    QApplication.processEvents()
    assert preview.document.pageCount() == 3
    assert preview.pages.pageNavigator().currentPage() == 0
