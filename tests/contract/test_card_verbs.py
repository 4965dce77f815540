# SPDX-License-Identifier: EUPL-1.2
"""`card export | import`: digits, states, wrong digits and wrong files keep nothing."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.contract.running import SHA256, beside_the_log
from workbench.app.system import SystemIds
from workbench.bundles import cards
from workbench.domain.quarters import quarter_of
from workbench.services.ports import ExchangeKeys, Mailbox


def test_a_card_is_exported_privately_and_never_over_anything(program, orgs, tmp_path):
    target = tmp_path / "card"
    verb = ("card", "export", orgs.vault("shelter"), target, *orgs.key("shelter"))
    told = program(*verb).printed()
    assert told.keys() == {"digits"}
    assert len(re.sub(r"[^0-9]", "", told["digits"])) == 40
    assert target.stat().st_mode & 0o777 == 0o600
    before = target.read_bytes()
    assert before == (orgs.root / "shelter.card").read_bytes()
    assert program(*verb).refusal() == "FILE-002"
    assert target.read_bytes() == before


@pytest.mark.parametrize("target", ["folder", "absent/card", "/dev/full", "x" * 300])
def test_a_card_that_cannot_be_written_is_refused(program, orgs, tmp_path, target):
    (tmp_path / "folder").mkdir()
    verb = ("card", "export", orgs.vault("shelter"), tmp_path / target, *orgs.key("shelter"))
    assert program(*verb).refusal() in ("FILE-002", "FILE-003")


def test_a_card_without_digits_is_kept_unverified_and_verified_by_them_later(
    program, orgs, tmp_path
):
    card, digits = _card_of_municipality(program, orgs, tmp_path)
    verb = ("card", "import", orgs.vault("stranger"), card, *orgs.key("stranger"))
    kept = program(*verb).printed()
    assert kept.keys() == {"card", "state"}
    assert SHA256.fullmatch(kept["card"])
    assert kept["state"] == "unverified"
    assert program(*verb, "--digits", digits).printed() == kept | {"state": "verified"}
    assert program(*verb).printed() == kept | {"state": "verified"}


def test_wrong_digits_keep_nothing(program, orgs, tmp_path):
    card, digits = _card_of_municipality(program, orgs, tmp_path)
    wrong = digits.translate(str.maketrans("0123456789", "1234567890"))
    verb = ["card", "import", orgs.vault("stranger"), card, *orgs.key("stranger")]
    before = beside_the_log(orgs.vault("stranger"))
    for typed in (wrong, digits[:-1], " "):
        assert program(*verb, "--digits", typed).refusal() == "SB-87", typed
    assert beside_the_log(orgs.vault("stranger")) == before


def test_the_own_card_come_back_stays_the_own_card(program, orgs, tmp_path):
    vault, key = orgs.vault("shelter"), orgs.key("shelter")
    own = orgs.root / "shelter.card"
    assert program("card", "import", vault, own, *key).printed()["state"] == "own"
    program("card", "export", vault, tmp_path / "again", *key).printed()
    assert (tmp_path / "again").read_bytes() == own.read_bytes()


@pytest.mark.parametrize("name", ["absent", "folder", b"\xff"])
def test_a_card_file_that_cannot_be_read_is_refused(program, orgs, tmp_path, name):
    (tmp_path / "folder").mkdir()
    path = bytes(tmp_path) + b"/" + name if isinstance(name, bytes) else tmp_path / name
    verb = ("card", "import", orgs.vault("stranger"), path, *orgs.key("stranger"))
    assert program(*verb).refusal() == "FILE-001"


def test_what_is_no_card_is_refused_and_keeps_nothing(program, orgs, tmp_path):
    good = (orgs.root / "shelter.card").read_bytes()
    made = {
        "letter": b"Hej!\n",
        "cut": good[:-40],
        "bundle": orgs.bundle.read_bytes(),
        "flipped": good[:400] + bytes([good[400] ^ 1]) + good[401:],
    }
    before = beside_the_log(orgs.vault("municipality"))
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
        done = program(
            "card", "import", orgs.vault("municipality"), tmp_path / name, *orgs.key("municipality")
        )
        assert done.refusal().startswith("SB-8"), name
    with (tmp_path / "huge").open("wb") as huge:
        huge.truncate(1 << 40)  # a hole: nothing that reads all of it comes to an end
    verb = ("card", "import", orgs.vault("municipality"), tmp_path / "huge")
    assert program(*verb, *orgs.key("municipality")).refusal() == "SB-80"
    assert beside_the_log(orgs.vault("municipality")) == before


def test_an_expired_card_is_refused(program, orgs, tmp_path):
    ids, born = SystemIds(), datetime.now(UTC).replace(microsecond=0) - timedelta(days=400)
    quarter = quarter_of(born.date())
    mailbox = Mailbox(quarter.epoch, ids.random_bytes(32), quarter.first_day, quarter.last_day)
    keys = ExchangeKeys(ids.random_bytes(32), ids.random_bytes(32), (mailbox,))
    details = cards.CardDetails("Gamla jouren", "", born, born + timedelta(days=300))
    (tmp_path / "old").write_bytes(cards.make_card(details, keys))
    verb = ("card", "import", orgs.vault("stranger"), tmp_path / "old", *orgs.key("stranger"))
    assert program(*verb).refusal() == "SB-86"


def _card_of_municipality(program, orgs, tmp_path):
    card = tmp_path / "municipality.card"
    verb = ("card", "export", orgs.vault("municipality"), card, *orgs.key("municipality"))
    return card, program(*verb).printed()["digits"]
