# SPDX-License-Identifier: EUPL-1.2
"""Passphrases: the list keeps what its first lines promise, and every draw is as likely."""

import hashlib
import unicodedata
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.vault.making import PASSPHRASE, SeededIds
from workbench.app.system import SystemIds
from workbench.crypto import passphrases
from workbench.crypto.passphrases import canonical, generate, same, word_list

ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"
WORDS = word_list()
PARTS = """
    mörd mord blod vapen våld sjuk cancer polis hemlig naken kåt kyrk präst gud parti krig sprit
    alkohol vodka
"""
"""No word has one of these in it."""
NOT_THESE = """
    mamma pappa mor far son dotter syster bror syskon kusin faster moster farbror morbror farmor
    farfar mormor morfar maka make hustru fästman gubbe gumma flicka pojke kvinna barn barnvagn
    kniv yxa pistol gevär kanon spjut slag slå spark strypa dränka jaga fånga fälla låsa snara
    piska galge skott kula knuff smocka tvinga lyda tämja undvika gömma skydd
    feber smitta kräfta tumör hosta lasarett klinik kokain död döende grav kista
    vin öl punsch groggen cigarr sejdel likör krog bordell skrev kyss könlös transa hora
    altare bibel helig nunna pilgrim kapell regim minister kung militär domare jurist straff
    ful korkad hemsk rädd ensam sorg skam skuld skyldig svag trasig fattig lögnare ljugare
"""
"""Family; violence; illness; drink, sex, faith, state; what hurts to read on a bad day."""
GIVEN_NAMES = """
    adam agnes albin alexander alfred alice alma alva alvar anders andreas anna annika anton
    arvid asta astrid august axel barbro bengt berit birger birgitta bjarne björn bertil bo
    carina dag daniel david ebba edit edvin elin elias elis elisabet ella ellen elsa elvira
    emil emma erik erika eskil ester eva evelina felix filip folke frans freja frida gabriel
    gerda göran greta gunnar gunilla gustav göte hanna hans harald harry hedda hedvig helena
    helge henrik hilda hilma hjalmar hugo håkan ida ines inga inger ingrid ingvar irene iris
    isak isabella ivar jakob jan jasmin jens jerker joel johan johanna jonas josef julia
    julius kajsa karin karl katarina kerstin kjell klara klas knut kristina kurt lars leif
    lena lennart leo leon liam lilja lilly linda lina linnea lisa liv lova lovisa love lucas
    ludvig maja magnus malin malte margareta maria marina martin mats matilda melker mikael
    mira molly moa måns märta nathan nils nina noah nora nova olle olof oscar oskar otto
    patrik paul pelle per peter petra pia ragnar robin roland rolf ronja rosa rune rut saga
    sally sara selma signe sigrid simon siri siv sixten sofia sonja stefan stella stig stina
    sture sune susanne svante sven tage thea tilda tilde tina tindra tom tomas tora torsten
    tove tuva tyra ulf ulla ulrika urban valter vera vidar viggo vilgot vilja ville vilma
    viktor viola vincent walter yngve yvonne åke åsa örjan
"""


def test_there_are_exactly_twelve_bits_of_words_in_alphabetical_order():
    assert len(WORDS) == 4096
    order = [[ALPHABET.index(letter) for letter in word] for word in WORDS]
    assert all(one < other for one, other in pairwise(order)), "sorted, and no word twice"


def test_every_word_is_four_to_eight_letters_that_a_swedish_keyboard_has():
    assert [word for word in WORDS if not 4 <= len(word) <= 8] == []
    assert [word for word in WORDS if not set(word) <= set(ALPHABET)] == []
    assert [word for word in WORDS if unicodedata.normalize("NFC", word) != word] == []


def test_no_word_begins_another():
    known = set(WORDS)
    assert [w for w in WORDS if any(w[:size] in known for size in range(4, len(w)))] == []


def test_one_wrong_missing_or_added_letter_is_never_another_word():
    holes: Counter[str] = Counter()
    for word in WORDS:
        holes.update({word[:at] + "?" + word[at + 1 :] for at in range(len(word))})
    assert [hole for hole, times in holes.items() if times > 1] == []
    known = set(WORDS)
    shorter = ((word, word[:at] + word[at + 1 :]) for word in WORDS for at in range(len(word)))
    assert [(word, other) for word, other in shorter if other in known] == []


def test_nothing_in_the_list_is_a_persons_name_or_hurts():
    assert sorted(set(WORDS) & {*NOT_THESE.split(), *GIVEN_NAMES.split()}) == []
    assert [word for word in WORDS if any(part in word for part in PARTS.split())] == []


def test_a_passphrase_is_so_many_words_of_the_list():
    for words in (5, 6):
        made = generate(SystemIds(), words).split(" ")
        assert len(made) == words
        assert set(made) <= set(WORDS)


class Rolling:
    """Every pair of bytes once, in order."""

    def __init__(self) -> None:
        self._next = -1

    def new_uuid(self) -> str:
        raise AssertionError

    def random_bytes(self, size_bytes: int) -> bytes:
        self._next += 1
        return self._next.to_bytes(size_bytes, "big")


def test_every_word_comes_as_often_over_all_draws():
    counted = Counter(generate(Rolling(), 65536).split(" "))
    assert set(counted.values()) == {16}
    assert len(counted) == 4096


def test_with_a_list_of_another_length_the_surplus_is_drawn_again(monkeypatch):
    monkeypatch.setattr(passphrases, "word_list", lambda: WORDS[:3000])
    counted = Counter(generate(Rolling(), 63000).split(" "))  # 21 whole rounds of 3 000
    assert set(counted.values()) == {21}


def test_the_same_random_bytes_give_the_same_words():
    known = hashlib.sha256(generate(SeededIds("a"), 5).encode()).digest()
    assert known == hashlib.sha256(generate(SeededIds("a"), 5).encode()).digest()
    assert generate(SeededIds("a"), 5) != generate(SeededIds("b"), 5)


OURS = st.lists(st.sampled_from(WORDS), min_size=5, max_size=6).map(" ".join)


@given(OURS, st.sampled_from([" ", "  ", "\t", " \n "]), st.sampled_from(["NFC", "NFD"]))
def test_one_of_ours_is_read_however_it_was_typed(shown, gap, form):
    typed = "  " + unicodedata.normalize(form, shown.title().replace(" ", gap)) + " "
    assert canonical(typed) == shown
    assert canonical(canonical(typed)) == shown
    assert same(typed, shown)


@given(st.text())
def test_any_other_passphrase_is_left_exactly_as_it_was_typed(typed):
    assume(not set(typed.casefold().split()) <= set(WORDS))
    assert canonical(typed) == typed


@pytest.mark.parametrize(
    "chosen",
    [
        "Granit Vinter",
        " två  blanka ",
        "Correct Horse Battery Staple",
        PASSPHRASE,
        "",
        "Å" * 80,
        " ".join(WORDS[:4]).upper(),
        " ".join(WORDS[:7]).upper(),
    ],
)
def test_a_passphrase_that_somebody_chose_themselves_keeps_its_capitals(chosen):
    assert canonical(chosen) == chosen


@given(OURS, st.integers(0, 4), st.sampled_from(WORDS))
def test_another_word_is_told(shown, at, word):
    words = shown.split(" ")
    assume(words[at] != word)
    words[at] = word
    assert not same(" ".join(words), shown)
    assert not same(" ".join(shown.split(" ")[:-1]), shown)
