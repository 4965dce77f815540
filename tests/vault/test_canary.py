# SPDX-License-Identifier: EUPL-1.2
"""Nothing that was typed or entered stands in clear in any file, at any moment."""

import unicodedata

import pytest

from tests.vault.making import PASSPHRASE, Workplace, writer
from workbench.domain.canonical import canonical_bytes
from workbench.services.ports import CaseSummary, StoredCard

TYPED = "Kanariefågeln sjunger i natt"
ENTERED = "Hon ringde från receptionen"
NAME = "Vera Kanarie-Exempel"
NUMBER = "20000101-0000"
ATTACHED = b"KANARIE-BILAGA" * 400
RECEIVED = b"KANARIE-MOTTAGET" * 250_000
HOUSE = "Exempeljouren i Kanarieby"


def spellings(text: str) -> list[bytes]:
    """How a text could stand in a file."""
    forms = {text, text.upper(), unicodedata.normalize("NFD", text)}
    found = {form.encode(code) for form in forms for code in ("utf-8", "utf-16-le")}
    return [*found, canonical_bytes(text)[1:-1]]


def clear_text(place: Workplace) -> list[tuple[str, bytes]]:
    planted = [TYPED, ENTERED, NAME, NUMBER, HOUSE, PASSPHRASE, place.code]
    canaries = [form for text in planted for form in spellings(text)]
    canaries += [ATTACHED[:14], RECEIVED[:16]]
    found = []
    for path in place.root.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            found += [(path.name, canary) for canary in canaries if canary in content]
    return found


def test_the_search_finds_what_stands_in_clear(place: Workplace):
    place.create().close()
    assert clear_text(place) == []
    (place.folder / "left.txt").write_text(f"...{NAME}...")
    assert clear_text(place)


@pytest.mark.slow
def test_no_plaintext_stands_anywhere_while_open_or_closed(place: Workplace):
    vault = place.create()
    akt = writer(place, vault)
    for number in range(60):
        akt.type(f"field {number % 7}", f"{TYPED} {number}")
    akt.file.append(
        [akt.version({"text": ENTERED, "name": NAME})], attachments={"ab" * 32: ATTACHED}
    )
    akt.enter(*[f"{ENTERED} {number}" for number in range(60)])
    vault.mirror(akt.file.case, CaseSummary((NAME,), (NUMBER,)))
    house = writer(place, vault)
    house.file.close()
    house.file = vault.house()
    house.enter(HOUSE)
    vault.put_card(StoredCard("cd" * 32, ENTERED.encode(), "unverified", "2026-11-22T01:10:00Z"))
    staging = vault.new_staging()
    staging.write(1, RECEIVED)
    assert staging.read(1) == RECEIVED
    assert any(path.stat().st_size > 500_000 for path in (place.folder / "incoming").iterdir())
    assert clear_text(place) == []
    staging.drop()
    vault.close()
    assert clear_text(place) == []
    vault = place.unlock()
    assert vault.cases()[-1].summary.names == (NAME,)
    assert clear_text(place) == []
    vault.close()


def test_no_name_of_a_file_tells_of_anyone(place: Workplace):
    vault = place.create()
    akt = writer(place, vault)
    vault.mirror(akt.file.case, CaseSummary((NAME,), (NUMBER,)))
    names = " ".join(path.name for path in place.root.rglob("*"))
    assert "2026-0001" not in names
    assert "Vera" not in names
    vault.close()
