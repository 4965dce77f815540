# SPDX-License-Identifier: EUPL-1.2
"""Where somebody is protected stands on no paper and in nothing that leaves."""

import json
from dataclasses import asdict

from tests.support.desk import Bench
from tests.support.protected_case import AREAS, protected_case
from workbench.services import working
from workbench.services.papers.journal import journal_document
from workbench.services.papers.shared import Writing
from workbench.services.receiver_view import View, shared_record


def test_the_areas_of_an_order_are_on_no_paper_entered_or_not() -> None:
    bench = Bench()
    case, order = protected_case(bench)
    akt = bench.akt(case)
    field = working.Field("restraining_order", order, "areas")
    working.type_field(akt, field, "Vid dammen i Påhittinge")
    for language in ("sv", "en"):
        writing = Writing(akt, bench.session.desk, language)
        said = json.dumps(asdict(journal_document(writing)), default=str, ensure_ascii=False)
        assert "Sam Påhittad" in said
        assert AREAS not in said
        assert "dammen" not in said


def test_orders_and_dates_are_in_no_bundle_by_themselves() -> None:
    bench = Bench()
    case, _order = protected_case(bench)
    akt = bench.akt(case)
    shared = shared_record(akt, bench.session.desk, View("risk-assessment", "", ""), "")
    said = json.dumps(asdict(shared), default=str, ensure_ascii=False)
    for secret in (AREAS, "den blå väskan", "Ring skolan", "Brottsofferhandläggare"):
        assert secret not in said
