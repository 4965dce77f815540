# SPDX-License-Identifier: EUPL-1.2
"""Where somebody is protected stands on no paper and in nothing that leaves."""

import json
from dataclasses import asdict
from datetime import date, timedelta
from io import BytesIO

import pytest

from tests.reports.reading import pages, squeezed
from tests.support.desk import Bench
from tests.support.protected_case import AREAS, protected_case
from workbench.domain.orders import Alarm, RestrainingOrder
from workbench.domain.plans import ProtectionPlan
from workbench.reports.protection_plan import write_protection_plan
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.services.papers.journal import journal_document
from workbench.services.papers.protection_plan import protection_plan_document
from workbench.services.papers.shared import Writing
from workbench.services.records import working
from workbench.services.records.akt import Draft


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


def test_the_protection_plan_says_what_protects_today_and_never_where() -> None:
    bench = Bench()
    case, _order = protected_case(bench)
    akt = bench.akt(case)
    akt.enter(
        Draft(RestrainingOrder("no_contact", "Brodern", decision="granted",
                               decided_on="2025-02-01", begins="2025-02-01", ends="2025-08-01")),
        Draft(RestrainingOrder("no_contact", "Systern", decision="granted",
                               decided_on="2026-11-01", lifted_on="2026-11-20")),
        Draft(Alarm("scream_alarm", "2026-01-10", until="2026-05-01")),
    )  # fmt: skip
    assert akt.all(ProtectionPlan)
    made = protection_plan_document(Writing(akt, bench.session.desk, "sv"))
    assert [(row.kind, row.ends_on) for row in made.orders] == [
        ("Utvidgat kontaktförbud", date(2026, 11, 29)),
        ("Kontaktförbud för gemensam bostad", date(2026, 12, 20)),
        ("Larmnummer", None),
        ("Larmtelefon", None),
    ]
    covers = [row.note for row in made.orders]
    assert covers[0] == "Mot Sam Påhittad. Med elektronisk övervakning. C-00-000-26"
    assert "visar inte polisen var hon är" in covers[2]
    assert covers[3] == "Inte provat."
    out = BytesIO()
    write_protection_plan(made, language="sv", out=out)
    said = squeezed("".join(pages(out.getvalue())))
    assert squeezed("Skydd som gäller") in said
    assert squeezed("Mot Sam Påhittad") in said
    for place in (AREAS, "den blå väskan", "hämta sina saker"):
        assert squeezed(place) not in said


@pytest.mark.parametrize(("days", "holds"), [(-1, True), (0, True), (1, False)])
def test_an_order_is_in_force_to_the_end_of_its_last_day(days: int, *, holds: bool) -> None:
    bench = Bench()
    akt = bench.akt(bench.begin())
    last = bench.clock.today() - timedelta(days=days)
    first = last - timedelta(days=30)
    order = RestrainingOrder("no_contact", decision="granted", decided_on=first.isoformat(),
                             ends=last.isoformat())  # fmt: skip
    akt.enter(Draft(order), Draft(ProtectionPlan("Bara sms", "", "", "")))
    made = protection_plan_document(Writing(akt, bench.session.desk, "sv"))
    assert bool(made.orders) is holds


def test_orders_and_dates_are_in_no_bundle_by_themselves() -> None:
    bench = Bench()
    case, _order = protected_case(bench)
    akt = bench.akt(case)
    shared = shared_record(akt, bench.session.desk, View("risk-assessment", "", ""), "")
    said = json.dumps(asdict(shared), default=str, ensure_ascii=False)
    for secret in (AREAS, "den blå väskan", "Ring skolan", "Brottsofferhandläggare"):
        assert secret not in said
