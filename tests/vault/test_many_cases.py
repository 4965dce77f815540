# SPDX-License-Identifier: EUPL-1.2
"""What a user's own akter cost, in files and reads: figures are for `make bench`, this is for ever.

An unlock and a listing read the register alone; one change reads one row; nothing that is listed
opens an akt, and what is listed lets nobody in.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.support.many_cases import add_reader, fill, learn, name, personal_number
from tests.unit.services.offices import Office
from tests.vault.making import CHEAP, PASSPHRASE
from workbench.app.opening import open_session
from workbench.domain.ids import CaseId
from workbench.domain.subject import Note, Subject
from workbench.services.access_ports import NewUser
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.person.whom import set_subject
from workbench.services.records import working
from workbench.services.records.akt import Draft
from workbench.vault.own_cases import LOOKED_INTO_AT_ONCE, UNWRAPPED_AT_ONCE

AKTER = 120
OTHER = "lykta bro moln sten norr"
_opened: list[str] = []
_is_listening = False


def _hear(event: str, args: tuple) -> None:
    if _is_listening and event in ("open", "sqlite3.connect"):
        _opened.append(str(args[0]))


sys.addaudithook(_hear)


@contextmanager
def listening() -> Iterator[list[str]]:
    """The files that Python opens meanwhile."""
    global _is_listening  # noqa: PLW0603  an audit hook cannot be taken out again
    _opened.clear()
    _is_listening = True
    try:
        yield _opened
    finally:
        _is_listening = False


@pytest.fixture(scope="module")
def big(tmp_path_factory) -> Iterator[tuple[Office, list[CaseId]]]:
    office = Office(tmp_path_factory.mktemp("many") / "office")
    made = fill(office.session, AKTER)
    new = NewUser(2, OTHER, ("practitioner",), CHEAP)
    add_reader(office.session, new, made[::3])
    learn(office.session)
    office.relock()
    yield office, made
    office.session.close()


@pytest.fixture
def office(tmp_path) -> Iterator[Office]:
    made = Office(tmp_path / "small")
    yield made
    made.session.close()


def colleague(office: Office) -> Session:
    office.session.close()
    return open_session(office.place.folder, 2, OTHER, office.place.around)


def sql(session: Session) -> list[str]:
    """Every statement that the register is asked from now on."""
    asked: list[str] = []
    connection = session.desk.vault._register._connection
    connection.set_trace_callback(asked.append)
    return asked


def keys_files(opened: list[str]) -> list[str]:
    return [path for path in opened if path.endswith(".keys") and "/cases/" in path]


def test_an_unlock_and_a_listing_read_no_keys_file_and_open_no_akt(big):
    office, _made = big
    office.session.close()
    with listening() as opened:
        office.session = open_session(office.place.folder, 1, PASSPHRASE, office.place.around)
        rows = cases.open_cases(office.desk)
        assert office.desk.vault.own.unread() == 0
        office.desk.vault.own.unentered()
    assert len(rows) == AKTER
    assert rows[0].summary.names == (name(AKTER - 1),)
    assert keys_files(opened) == []
    assert office.desk.vault._shelf._open.keys() == {office.desk.house.case}


def test_listing_and_finding_again_ask_the_register_nothing_but_whether_it_changed(big):
    office, _made = big
    cases.find_cases(office.desk, "vera")
    asked = sql(office.session)
    for _again in range(5):
        cases.open_cases(office.desk)
        cases.find_cases(office.desk, "vera")
    assert {statement.split()[1] for statement in asked} == {"vault,"}, asked[:3]
    assert len(asked) == 10


def test_one_change_reads_one_row_and_its_case_is_found_by_the_new_name(big):
    office, made = big
    akt = office.akt(made[5])
    cases.find_cases(office.desk, "x")
    asked = sql(office.session)
    set_subject(akt, Subject("Zacharias Ny", "19130101-9999"))
    found = cases.find_cases(office.desk, "zach")
    assert [row.case for row in found] == [made[5]]
    assert cases.find_cases(office.desk, "191301019999") == found
    whole = [s for s in asked if "JOIN case_row" in s and "AND g.case_id" not in s]
    assert whole == []
    set_subject(akt, Subject(name(5), personal_number(5)))
    assert cases.find_cases(office.desk, "zach") == ()


def test_finding_gives_what_a_look_at_every_row_gives(big):
    office, _made = big
    rows = cases.open_cases(office.desk)
    for sought in ("ve", "Vera Ex", "örj", "2026-0001", personal_number(7), "ingen", "13", " e "):
        wanted = sought.strip().casefold()
        digits = "".join(c for c in wanted if c.isdigit())
        looked = [
            row.case
            for row in rows
            if row.number.startswith(wanted)
            or any(
                text.startswith(wanted)
                for each in row.summary.names
                for text in (each.casefold(), *each.casefold().split())
            )
            or (digits and any(
                digits in (plain, plain[2:])
                for plain in (n.replace("-", "") for n in row.summary.personal_numbers)
            ))
        ]  # fmt: skip
        assert [row.case for row in cases.find_cases(office.desk, sought)] == looked, sought


def test_a_user_lists_and_finds_their_own_only(big):
    office, made = big
    session = colleague(office)
    rows = cases.open_cases(session.desk)
    assert [row.case for row in rows] == made[::3][::-1]
    found = cases.find_cases(session.desk, "2026-")
    assert {row.case for row in found} == set(made[::3])
    assert all(row.summary.names for row in found)
    session.close()
    office.session = open_session(office.place.folder, 1, PASSPHRASE, office.place.around)


def test_new_grants_are_read_in_slices_and_finding_waits_for_all_of_them(tmp_path):
    office = Office(tmp_path / "office")
    made = fill(office.session, UNWRAPPED_AT_ONCE + 12)
    add_reader(office.session, NewUser(2, OTHER, ("practitioner",), CHEAP), made)
    session = colleague(office)
    own = session.desk.vault.own
    rows = own.rows()
    assert len(rows) == len(made)
    assert sum(not row.summary.names for row in rows) == 12
    assert len(own.find("2026-")) == len(made)
    assert all(row.summary.names for row in own.rows())
    left = own.unread()
    own.read_more()
    assert own.unread() == left - LOOKED_INTO_AT_ONCE
    learn(session)
    session.close()
    again = open_session(office.place.folder, 2, OTHER, office.place.around)
    with listening() as opened:
        assert all(row.summary.names for row in again.desk.vault.own.rows())
        assert again.desk.vault.own.unread() == 0
    assert keys_files(opened) == []
    again.close()


def test_what_is_not_entered_waits_after_a_lock_and_is_gone_once_it_is_entered(office):
    case, other = office.begin(), office.begin("Vera Exempel")
    field = working.Field("note", office.akt(case).new_record(), "text")
    working.type_field(office.akt(case), field, "halv mening")
    office.relock()
    with listening() as opened:
        (waits,) = office.desk.vault.own.unentered()
    assert (waits.case, waits.kind, waits.record) == (case, "note", field.record)
    assert keys_files(opened) == []
    akt = office.akt(case)
    akt.enter(
        Draft(Note("hel mening"), field.record),
        clearing=working.keys_of(working.rows_of(akt, "note", field.record)),
    )
    assert office.desk.vault.own.unentered() == ()
    office.relock()
    assert office.desk.vault.own.unentered() == ()
    assert office.desk.vault.own.row(other) is not None


def test_typing_on_in_one_record_writes_the_register_once(office):
    case = office.begin()
    akt = office.akt(case)
    asked = sql(office.session)
    record = akt.new_record()
    for letter in range(9):
        working.type_field(akt, working.Field("note", record, "text"), "x" * letter)
        working.type_field(akt, working.Field("note", record, "source"), "y" * letter)
    assert sum("INTO own_note" in statement for statement in asked) == 1
    working.discard(akt, "note", record)
    assert sum("FROM own_note" in statement for statement in asked) == 1


def test_a_list_that_tells_too_much_is_mended_when_the_akt_is_opened(office):
    """A power cut between the list and the row: the list is written first."""
    case = office.begin()
    own = office.desk.vault.own
    row = working.WorkingRow(
        working.WorkingKey("note", office.akt(case).new_record(), "text", "", own._user),
        '"x"', "2026-11-22T01:00:00Z",
    )  # fmt: skip
    own._note(case, [row])
    office.relock()
    assert len(office.desk.vault.own.unentered()) == 1
    office.akt(case)
    assert office.desk.vault.own.unentered() == ()


@pytest.mark.parametrize("spoilt", ["changed", "cut", "another-akt", "another-user"])
def test_a_sealed_key_that_is_not_this_users_for_this_akt_is_ignored_and_made_anew(office, spoilt):
    case, other = office.begin(), office.begin("Vera Exempel")
    office.relock()
    grants = office.desk.vault._register.grants
    user = office.desk.vault.signer.user
    kept = grants.of(user)
    blob = bytearray(kept[case])
    blob[-1] ^= 1
    bad = {
        "changed": bytes(blob),
        "cut": kept[case][:40],
        "another-akt": kept[other],
        "another-user": kept[case][:32] + bytes(60),
    }[spoilt]
    grants.cache(user, {case: bad})
    office.relock()
    assert office.desk.vault.own.row(case).summary.names == ("Karin Exempelgren",)
    learn(office.session)
    office.relock()
    mended = office.desk.vault._register.grants.of(user)[case]
    assert mended != bad
    assert mended[:32] == kept[case][:32]


def test_what_is_listed_lets_nobody_in(office):
    """The row and the sealed key stay; the grant in the keys file is gone."""
    case = office.begin()
    office.session.close()
    keys = next((office.place.folder / "cases").glob("*.keys"))
    content = keys.read_bytes()
    keys.write_bytes(content.replace(content[20:40], bytes(20)))
    office.session = open_session(office.place.folder, 1, PASSPHRASE, office.place.around)
    assert office.desk.vault.own.row(case).summary.names == ("Karin Exempelgren",)
    with pytest.raises(Exception, match="VAULT-006"):
        office.akt(case)
    keys.write_bytes(content)


def test_a_register_from_before_these_rows_is_brought_up_and_lists_the_same(office):
    case = office.begin()
    working.type_field(
        office.akt(case), working.Field("note", office.akt(case).new_record(), "text"), "x"
    )
    office.relock()
    connection = office.desk.vault._register._connection
    connection.execute("UPDATE grant_row SET cached = NULL")
    connection.execute("DELETE FROM own_note")
    office.relock()
    assert office.desk.vault.own.row(case).summary.names == ("Karin Exempelgren",)
    assert office.desk.vault.own.unentered() == ()
    learn(office.session)
    assert [each.case for each in office.desk.vault.own.unentered()] == [case]
