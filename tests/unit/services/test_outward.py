# SPDX-License-Identifier: EUPL-1.2
"""Before anything leaves: what is shown, what is ticked, and that nothing leaves without it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.desk import Bench
from workbench.domain.arrivals import Arrival
from workbench.domain.disclosures import Printed, Sent, Told
from workbench.domain.interpreters import InterpreterNeed
from workbench.domain.no_contact import NoContact
from workbench.domain.subject import Note, ProtectionNow, SafeContact
from workbench.services.arrival import arriving
from workbench.services.handing_over import outward, sharing
from workbench.services.handing_over.exchange import Ground
from workbench.services.handing_over.outward import (
    BY_COMMAND,
    LOOKED_THROUGH,
    NotLookedThroughError,
)
from workbench.services.handing_over.receiver_view import View
from workbench.services.person import no_contact
from workbench.services.person.no_contact import OnTheListError
from workbench.services.person.whom import note_protection_now, write_note
from workbench.services.records.akt import Akt, Draft

PRINTED = Printed("", "assessment", "Handläggaren", "0" * 64)


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def akt(bench: Bench) -> Akt:
    return bench.akt(bench.begin())


def test_a_paper_is_noted_only_with_what_was_ticked(bench: Bench, akt: Akt) -> None:
    desk, printed = bench.session.desk, replace(PRINTED, case=akt.case)
    with pytest.raises(NotLookedThroughError) as refused:
        sharing.note_paper(akt, desk, printed)
    assert refused.value.code == "OUTWARD-001"
    assert desk.house.all(Printed) == ()
    sharing.note_paper(akt, desk, replace(printed, checked=(LOOKED_THROUGH,)))
    (noted,) = desk.house.all(Printed)
    assert (noted.value.checked, noted.author) == ((LOOKED_THROUGH,), akt.user)


def test_a_bundle_is_refused_before_anything_is_looked_up_or_written(
    bench: Bench, akt: Akt, tmp_path: Path
) -> None:
    ground = Ground("consent", "Samtycke", "verbal", "2026-11-22")
    order = sharing.HandOver("okänt kort", View("referral", "", ""), ground, b"%PDF", tmp_path)
    with pytest.raises(NotLookedThroughError):
        sharing.seal_bundle(akt, bench.session.desk, None, order)  # type: ignore[arg-type]
    assert bench.session.desk.house.all(Sent) == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("receiver", ["SFI Exempelby", " sfi   exempelby "])
def test_nothing_is_made_for_somebody_on_the_list_until_the_row_is_ended(
    bench: Bench, akt: Akt, receiver: str
) -> None:
    desk = bench.session.desk
    row = NoContact("SFI Exempelby", "office", "Kusinen arbetar där.", "2026-11-01")
    record = akt.enter(Draft(row)).records[0]
    printed = replace(PRINTED, case=akt.case, receiver=receiver, checked=(LOOKED_THROUGH,))
    with pytest.raises(OnTheListError) as refused:
        sharing.note_paper(akt, desk, printed)
    assert refused.value.code == "NOCONTACT-004"
    sharing.note_paper(akt, desk, replace(printed, receiver="SFI Annorstad"))
    no_contact.end(akt, record, "Kusinen har slutat.")
    sharing.note_paper(akt, desk, printed)
    assert len(desk.house.all(Printed)) == 2


def test_what_is_told_needs_it_the_first_time_and_its_correction_does_not(akt: Akt) -> None:
    told = Told("Vakthavande", "consent", "Ja i dag.", "Att hon är i säkerhet.", "Alex",
                "2026-11-20", "phone")  # fmt: skip
    record = akt.new_record()
    with pytest.raises(NotLookedThroughError):
        outward.require_at_first(akt, told, record)
    outward.require_at_first(akt, replace(told, checked=(LOOKED_THROUGH,)), record)
    akt.enter(Draft(told, record))  # as it stood before this was asked for
    outward.require_at_first(akt, replace(told, what="Att hon mår bra."), record)


def test_a_bundle_from_the_command_line_says_that_nobody_was_shown_the_page(akt: Akt) -> None:
    outward.require_looked_through(akt, (BY_COMMAND,))
    with pytest.raises(NotLookedThroughError):
        outward.require_looked_through(akt, ("något annat",))


def test_everything_that_must_be_known_stands_there(akt: Akt) -> None:
    akt.enter(
        Draft(SafeContact("070-000 00 00", do_not_contact="Brodern")),
        Draft(NoContact("SFI Exempelby", "office", "Kusinen arbetar där.", "2026-11-01")),
        Draft(NoContact("Tolk 4711", "interpreter", "Känner familjen.", "2026-11-02")),
        Draft(NoContact("Skolan", "office", "Bytt skola.", "2026-10-01", "2026-11-01", "Bytt.")),
        Draft(InterpreterNeed("arabiska", gender="woman")),
    )
    known = outward.before(akt)
    assert [each.who for each in known.not_contacted] == ["SFI Exempelby", "Tolk 4711"]
    assert [each.who for each in known.refused_interpreters] == ["Tolk 4711"]
    assert known.said_with_contact == "Brodern"
    assert known.interpreter == InterpreterNeed("arabiska", gender="woman")
    assert known.ticks == (LOOKED_THROUGH,)


def test_what_was_said_at_arrival_stands_until_an_interpreter_is_recorded(akt: Akt) -> None:
    akt.enter(Draft(Arrival("2026-11-22T01:00:00Z", interpreter="arabiska, kvinna")))
    assert outward.before(akt).said_at_arrival == "arabiska, kvinna"
    akt.enter(Draft(InterpreterNeed("arabiska")))
    assert outward.before(akt).said_at_arrival == ""


def test_arrival_protection_now_and_a_note_never_ask_for_it(bench: Bench, akt: Akt) -> None:
    note_protection_now(akt, ProtectionNow("yes", "Han är utanför."))
    write_note(akt, Note("Ringde på kl 01."))
    adult = arriving.Adult(akt.new_record(), Arrival(akt.now()))
    arriving.enter(bench.session.desk, akt, adult)
    entered = (akt.all(Note), akt.all(ProtectionNow), akt.all(Arrival))
    assert [len(each) for each in entered] == [1, 1, 1]
