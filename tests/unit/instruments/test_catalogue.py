# SPDX-License-Identifier: EUPL-1.2
"""The library: what is offered, what is refused, and that published means frozen."""

import shutil
import time

import pytest

from workbench.instruments import errors
from workbench.instruments.catalogue import (
    LIBRARY,
    Catalogue,
    check_paths,
    load_catalogue,
    never_offered,
)
from workbench.instruments.loader import FROZEN_FILES, INSTRUMENT, published_hashes, sha256_of

OFFERED = [
    ("danger-assessment", "weighted-20", "confirm", "checklist"),
    ("freda-farlighetsbedomning", "2014-10-22", "record", "checklist"),
    ("sara-sv", "v2-2010", "SPJ", "spj"),
]


@pytest.fixture
def library(tmp_path):
    """A copy of the library that may be damaged."""
    shutil.copytree(LIBRARY, tmp_path / "library")
    return tmp_path / "library"


def add_version(library, version):
    """The Danger Assessment once more, as an unpublished version."""
    folder = library / "danger-assessment" / version
    shutil.copytree(library / "danger-assessment" / "weighted-20", folder)
    path = folder / INSTRUMENT
    text = path.read_text(encoding="utf-8").replace('"weighted-20"', f'"{version}"', 1)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_library_offers_these_instruments_in_these_classes():
    catalogue = load_catalogue()
    assert {(d.id, d.version, d.class_, d.kind) for d in catalogue.all()} >= set(OFFERED)
    assert catalogue.refused == ()


def test_every_definition_is_published_and_unchanged_since():
    published = published_hashes(LIBRARY)
    assert set(published) == {(d.id, d.version) for d in load_catalogue().all()}
    for (instrument, version), files in published.items():
        folder = LIBRARY / instrument / version
        assert files == {name: sha256_of(folder / name) for name in FROZEN_FILES}


def test_every_definition_tells_where_its_facts_come_from():
    for definition in load_catalogue().all():
        assert (LIBRARY / definition.id / definition.version / "SOURCE.md").is_file()


def test_of_some_instruments_there_is_no_definition(library):
    never = min(never_offered())
    folder = library / never / "1"
    shutil.copytree(library / "sara-sv" / "v2-2010", folder)
    path = folder / INSTRUMENT
    text = path.read_text(encoding="utf-8")
    text = text.replace('"sara-sv"', f'"{never}"', 1).replace('"v2-2010"', '"1"', 1)
    path.write_text(text, encoding="utf-8")
    refused = load_catalogue(library).refused
    assert [(one.file, one.faults[0].fault.code) for one in refused] == [(path, "INSTR-030")]
    assert [fault.fault.code for fault in check_paths([path], library)] == ["INSTR-030"]


def test_an_instrument_is_found_by_id_and_by_version():
    catalogue = load_catalogue()
    assert catalogue.find("sara-sv") is catalogue.find("sara-sv", "v2-2010")


def test_an_unknown_instrument_and_an_unknown_version_are_told_apart():
    catalogue = load_catalogue()
    with pytest.raises(errors.UnknownInstrumentError):
        catalogue.find("danger-assessment-r")
    with pytest.raises(errors.UnknownVersionError):
        catalogue.find("sara-sv", "")


def test_fr_04_a_record_of_an_older_version_is_not_opened_under_a_newer_one():
    with pytest.raises(errors.UnknownVersionError):
        load_catalogue().find("freda-farlighetsbedomning", "2014-06")


def test_an_id_that_several_versions_share_is_not_guessed_at(library):
    add_version(library, "other")
    catalogue = load_catalogue(library)
    with pytest.raises(errors.SeveralVersionsError):
        catalogue.find("danger-assessment")
    assert catalogue.find("danger-assessment", "other").version == "other"


def test_an_edited_definition_is_refused_by_itself_and_the_others_stay(library):
    path = library / "danger-assessment" / "weighted-20" / INSTRUMENT
    path.write_text(
        path.read_text(encoding="utf-8").replace("yes = 5", "yes = 4"), encoding="utf-8"
    )
    catalogue = load_catalogue(library)
    assert [loaded.file for loaded in catalogue.refused] == [path]
    assert {d.id for d in catalogue.all()} >= {"freda-farlighetsbedomning", "sara-sv"}
    for version in (None, "weighted-20"):
        with pytest.raises(errors.DefinitionRefusedError) as refusal:
            catalogue.find("danger-assessment", version)
        assert refusal.value.facts["reason"] == "INSTR-021"
    with pytest.raises(errors.UnknownInstrumentError):
        catalogue.find("danger-assessment", "other")


def test_a_definition_in_a_folder_of_another_name_is_refused(library):
    path = add_version(library, "other")
    path.parent.rename(path.parent.parent / "third")
    catalogue = load_catalogue(library)
    assert [loaded.faults[0].fault.code for loaded in catalogue.refused] == ["INSTR-026"]
    with pytest.raises(errors.DefinitionRefusedError):
        catalogue.find("danger-assessment", "third")


@pytest.mark.parametrize("content", [None, b"published = 1", b"["])
def test_a_damaged_list_of_published_versions_stops_the_library(library, content):
    path = library / "published.toml"
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    with pytest.raises(errors.InstrumentError):
        load_catalogue(library)


def test_an_empty_catalogue_finds_nothing():
    with pytest.raises(errors.UnknownInstrumentError):
        Catalogue(()).find("danger-assessment")


def test_f12_labels_and_codes_are_there_in_both_languages_and_the_code_is_what_is_stored():
    for definition in load_catalogue().all():
        assert definition.title("sv")
        assert definition.title("en")
        for item in definition.items:
            assert item.labels["sv"]
            assert item.labels["en"]
            assert definition.section_label(item.section, "sv")
            assert {*item.label_evidence} == {"sv", "en"}
    bands = load_catalogue().find("danger-assessment")
    assert bands.band_label("da-weighted-20", "severe", "sv") == "Allvarlig"
    assert bands.band_label("da-weighted-20", "severe", "en") == "Severe"


def test_freda_slots_carry_numbers_and_no_words_of_any_form():
    freda = load_catalogue().find("freda-farlighetsbedomning")
    assert [item.labels["sv"] for item in freda.items] == [f"Fråga {n}" for n in range(1, 21)]
    assert freda.rules == ()
    assert freda.table.band_tables == []


def test_item_ids_are_those_of_the_contract():
    catalogue = load_catalogue()
    danger = [i.id for i in catalogue.find("danger-assessment").items]
    assert sorted(danger) == sorted(
        [f"q{n:02}" for n in range(1, 21)] + ["q03a", "q05a", "q13a", "q15a"]
    )
    sara = catalogue.find("sara-sv")
    assert [i.id for i in sara.items] == [f"f{n:02}" for n in range(1, 16)]
    assert [c.id for c in sara.columns] == ["current", "past"]
    assert sara.items[0].codes == ("J", "D", "N", "--")


def test_the_library_loads_well_within_its_limit():
    times = []
    for _ in range(5):
        begun = time.process_time()
        load_catalogue()
        times.append(time.process_time() - begun)
    assert min(times) <= 0.150
