# SPDX-License-Identifier: EUPL-1.2
"""The dated table of deadlines: strict, ageing in sight, edited by the house but never laxer."""

import re
from datetime import date

import pytest

from tests.support.desk import Bench
from tests.tools import ROOT
from tests.unit.services.offices import Office
from workbench import words
from workbench.domain.deadlines import Period
from workbench.services.house.settings import NotAllowedError, SettingOutsideError
from workbench.services.law import deadline_rules, law_files, order_limits
from workbench.services.law.deadline_rules import (
    DeadlineEntry,
    LaxerThanLawError,
    UnknownRuleError,
)
from workbench.services.law.law_files import DamagedLawError
from workbench.services.law.order_limits import OrderEntry

LAW = ROOT / "resources" / "law"
SHIPPED = LAW / "deadlines.2025-09-01.toml"
TABLE = {
    "D1": ("at-once", 0), "D2": ("same-or-next-day", 0), "D3": ("days", 14), "D4": ("weeks", 1),
    "D5": ("weeks", 6), "D6": ("weeks", 4), "D7": ("months", 6), "D8": ("months", 6),
    "D9": ("days", 7), "D11": ("months", 2), "D12": ("months", 3), "D13": ("days", 14),
    "D16": ("months", 12), "D17": ("at-once", 0), "D18": ("hours", 72), "D19": ("at-once", 0),
    "D20": ("at-once", 0), "D21": ("months", 3), "D23": ("months", 1),
}  # fmt: skip
SEVERAL = {
    "D10": [("days", 7), ("days", 30)],
    "D14": [("at-once", 0), ("days", 5), ("days", 30), ("days", 90)],
    "D15": [("days", 3), ("days", 0)],
    "D22": [("months", 1), ("months", 3), ("months", 6)],
    "D24": [("year-end", 5), ("months", 24)],
}


def test_every_row_of_the_table_is_there_with_its_period() -> None:
    found: dict[str, list[tuple[str, int]]] = {}
    for each in deadline_rules.rules().values():
        found.setdefault(each.row, []).append((each.period.unit, each.period.number))
    assert found == {row: [period] for row, period in TABLE.items()} | SEVERAL


@pytest.mark.parametrize(
    ("path", "table", "of"),
    [(SHIPPED, "deadline", DeadlineEntry), (LAW / "orders.2025-09-01.toml", "order", OrderEntry)],
)
def test_what_is_shipped_is_unreviewed_dated_and_says_how_sure_it_is(path, table, of) -> None:
    as_of, entries = law_files.read_file(path, table, of)
    sure = r"(statute text read as of \d{4}-\d\d-\d\d|public source|number only|recalled|inference)"
    assert as_of == "2025-09-01"
    for entry in entries.values():
        assert entry.review_status == "kontrollera"
        assert not entry.reviewed_by
        assert re.match(sure, entry.certainty), entry.id
        assert entry.title_sv
        assert entry.title_en
        assert entry.text_sv
        assert entry.text_en


def test_what_is_recalled_or_known_by_number_only_shows_no_wording() -> None:
    known = deadline_rules.rules()
    assert known["lex-sarah"].text.text == known["retention-private"].text.text == ""
    assert known["lex-sarah"].text.ground
    assert known["immediate-measure-submission"].text.text


def test_what_is_recalled_shows_no_ground_either(tmp_path, monkeypatch) -> None:
    recalled = SHIPPED.read_text(encoding="utf-8").replace('"number only;', '"recalled;')
    _laid(tmp_path, monkeypatch, "deadlines.2025-09-01.toml", recalled)
    shown = deadline_rules.rules()["lex-sarah"].text
    assert shown.title
    assert (shown.text, shown.ground) == ("", "")


def _laid(folder, monkeypatch, name: str, text: str) -> None:
    folder.joinpath(name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(law_files, "resource", lambda *_parts: folder)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('unit = "at-once"', 'unit = "soon"'),
        ('certainty = "inference"', 'certainly = "inference"'),
        ("count = 14", 'count = "14"'),
        ('id = "preliminary-assessment"', 'id = "child-concern-report"'),
        ('as_of = "2025-09-01"', 'as_of = "2025-09-02"'),
        ("[file]", "[file"),
        ("repeats = false", ""),
    ],
)
def test_a_damaged_file_is_passed_over_and_no_ground_is_invented(
    tmp_path, monkeypatch, old, new
) -> None:
    text = SHIPPED.read_text(encoding="utf-8").replace(old, new, 1)
    _laid(tmp_path, monkeypatch, SHIPPED.name, text)
    with pytest.raises(DamagedLawError):
        law_files.read_file(tmp_path / SHIPPED.name, "deadline", DeadlineEntry)
    assert deadline_rules.rules() == {}


def test_a_newer_file_beside_it_holds_and_a_damaged_newer_one_does_not(
    tmp_path, monkeypatch
) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    newer = text.replace("2025-09-01", "2026-12-01").replace("count = 14", "count = 10", 1)
    (tmp_path / SHIPPED.name).write_text(text, encoding="utf-8")
    _laid(tmp_path, monkeypatch, "deadlines.2026-12-01.toml", newer)
    held = deadline_rules.rules()["preliminary-assessment"]
    assert (held.period, held.version) == (
        Period("days", 10), "preliminary-assessment@2026-12-01",
    )  # fmt: skip
    _laid(tmp_path, monkeypatch, "deadlines.2026-12-02.toml", "[file]\n")
    assert deadline_rules.rules()["preliminary-assessment"].period == Period("days", 10)


@pytest.mark.parametrize(
    ("today", "age"),
    [
        ("2026-02-28", ""),
        ("2026-03-01", "ageing"),
        ("2026-08-31", "ageing"),
        ("2026-09-01", "old"),
    ],
)
def test_a_text_ages_in_sight(today, age) -> None:
    text = deadline_rules.rules()["preliminary-assessment"].text
    assert law_files.age_of(text, date.fromisoformat(today)) == age


def test_titles_follow_the_language_of_the_program() -> None:
    before = words.language()
    try:
        words.speak("sv")
        assert deadline_rules.rules()["child-concern-report"].text.title == "Orosanmälan"
        words.speak("en")
        assert deadline_rules.rules()["child-concern-report"].text.title.startswith("Report of")
    finally:
        words.speak(before)


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Office:
    return Office(tmp_path_factory.mktemp("periods") / "office")


def test_the_house_may_be_stricter_than_a_statute_and_free_where_there_is_none(office) -> None:
    deadline_rules.set_period(office.desk, "preliminary-assessment", 10, "Vår rutin")
    deadline_rules.set_period(office.desk, "implementation-plan", 21, "Vår rutin")
    held = deadline_rules.rules(office.desk.house)
    assert (held["preliminary-assessment"].period, held["preliminary-assessment"].kind) == (
        Period("days", 10), "local",
    )  # fmt: skip
    assert held["implementation-plan"].period == Period("days", 21)
    deadline_rules.set_period(office.desk, "preliminary-assessment", 14, "Åter till lagen")
    assert deadline_rules.rules(office.desk.house)["preliminary-assessment"].kind == "statutory"


@pytest.mark.parametrize(
    ("wanted", "number", "error"),
    [
        ("preliminary-assessment", 15, LaxerThanLawError),
        ("breach-report", 73, LaxerThanLawError),
        ("retention-board", 6, LaxerThanLawError),
        ("no-such-thing", 1, UnknownRuleError),
        ("implementation-plan", -1, SettingOutsideError),
        ("implementation-plan", 9999, SettingOutsideError),
    ],
)
def test_a_period_that_cannot_be_is_refused(office, wanted, number, error) -> None:
    before = deadline_rules.own_periods(office.desk.house).get(wanted)
    with pytest.raises(error):
        deadline_rules.set_period(office.desk, wanted, number, "")
    assert deadline_rules.own_periods(office.desk.house).get(wanted) == before


def test_only_an_administrator_sets_a_period(monkeypatch) -> None:
    bench = Bench()
    with pytest.raises(NotAllowedError):
        deadline_rules.set_period(bench.session.desk, "implementation-plan", 7, "")


def test_the_limits_of_orders_are_those_of_the_text() -> None:
    found = {
        kind: order_limits.limit_of(kind) for kind in ("no_contact", "shared_home", "extended")
    }
    assert found["no_contact"].longest == found["no_contact"].step == Period("months", 12)
    assert found["shared_home"].longest == Period("months", 2)
    assert found["shared_home"].step == Period("weeks", 2)
    assert found["extended"].step_of(monitored=True) == Period("months", 3)
    assert found["extended"].step_of(monitored=False) == Period("months", 12)
