# SPDX-License-Identifier: EUPL-1.2
"""Files that are damaged, wrong, from the future or edited: every fault, and no crash."""

import shutil
from pathlib import Path

import pytest

from workbench.instruments.catalogue import LIBRARY, check_paths
from workbench.instruments.loader import FROZEN_FILES, INSTRUMENT, load, published_hashes
from workbench.words import error_text, speak

DA = LIBRARY / "danger-assessment" / "weighted-20"


@pytest.fixture
def copy(tmp_path):
    """A copy of the Danger Assessment under a version that was never published."""
    folder = tmp_path / "danger-assessment" / "mine"
    shutil.copytree(DA, folder)
    edit(folder / INSTRUMENT, 'version = "weighted-20"', 'version = "mine"')
    return folder


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def faults(*paths):
    return [(f.file, f.fault.path, f.fault.code) for f in check_paths(paths)]


def codes(*paths):
    return [code for _file, _path, code in faults(*paths)]


def test_an_unchanged_copy_of_a_published_version_has_no_fault(tmp_path):
    shutil.copytree(DA, tmp_path / "copy")
    assert faults(tmp_path / "copy") == []


def test_the_whole_library_has_no_fault():
    assert faults(LIBRARY) == []


@pytest.mark.parametrize("name", FROZEN_FILES)
def test_a_published_version_that_was_edited_is_refused(tmp_path, name):
    folder = tmp_path / "copy"
    shutil.copytree(DA, folder)
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("# a harmless remark\n")
    assert faults(folder) == [(str(folder / name), "", "INSTR-021")]


def test_a_changed_weight_under_a_published_version_is_refused(tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(DA, folder)
    edit(folder / INSTRUMENT, "q02 = { yes = 5", "q02 = { yes = 4")
    assert "INSTR-021" in codes(folder)


def test_a_version_of_its_own_may_differ_and_is_judged_by_its_vectors(copy):
    assert faults(copy) == []
    edit(copy / INSTRUMENT, "q02 = { yes = 5", "q02 = { yes = 4")
    edit(copy / INSTRUMENT, "high = 37", "high = 36")
    assert set(codes(copy)) == {"INSTR-023"}


@pytest.mark.parametrize(
    "content",
    [
        b"id = ",
        b"\xff\xfe\x00",
        b"id = 'a'\nid = 'b'",
        b"\xef\xbb\xbfid = 'a'",
        b"a = " + b"[" * 5000,
        b"\x00",
    ],
    ids=["cut", "not UTF-8", "key twice", "byte order mark", "deep nesting", "null byte"],
)
def test_a_file_that_is_not_toml_is_named_and_its_labels_are_still_read(copy, content):
    (copy / INSTRUMENT).write_bytes(content)
    (copy / "labels.sv.toml").write_bytes(b"title = 1")
    found = faults(copy)
    assert found[0] == (str(copy / INSTRUMENT), "", "INSTR-011")
    assert {code for file, _path, code in found if file.endswith("labels.sv.toml")} == {"INSTR-012"}


def test_an_empty_file_lacks_every_required_key(copy):
    (copy / INSTRUMENT).write_bytes(b"")
    paths = [path for _file, path, code in faults(copy) if code == "INSTR-012"]
    assert paths == ["id", "version", "kind", "class", "sections", "items", "rights"]


def test_every_part_of_the_wrong_shape_is_named_with_its_path(copy):
    edit(copy / INSTRUMENT, 'kind = "checklist"', 'kind = "oracle"\nfuture = 2.5')
    edit(copy / INSTRUMENT, 'number = "3a", section', "number = 3, section")
    edit(copy / INSTRUMENT, "low = 8", "low = 8.0")
    edit(copy / INSTRUMENT, "q02 = { yes = 5", "q02 = { yes = 0.8")
    found = {(path, code) for _file, path, code in faults(copy)}
    assert found == {
        ("future", "INSTR-012"),
        ("kind", "INSTR-012"),
        ("items[3].number", "INSTR-012"),
        ("band_tables[0].rows[1].low", "INSTR-012"),
        ("rules", "INSTR-012"),
    }


def test_a_definition_from_the_future_is_told_as_that_and_by_nothing_else(copy):
    """Keys that are not known here are no faults of the author's."""
    edit(copy / INSTRUMENT, 'kind = "checklist"', 'format = 2\nkind = "oracle"\nfuture = 2.5')
    assert faults(copy) == [(str(copy / INSTRUMENT), "format", "INSTR-031")]
    speak("sv")
    told = error_text(load(copy / INSTRUMENT, {}).faults[0].fault.error)
    assert "format 2, här läses till och med 1" in told.what
    edit(copy / INSTRUMENT, "format = 2", "format = 1")
    assert {path for _file, path, _code in faults(copy)} == {"kind", "future"}


def test_an_unknown_primitive_is_refused(copy):
    edit(copy / INSTRUMENT, '"weighted_sum"', '"expression"')
    assert [(p, c) for _f, p, c in faults(copy)] == [("rules", "INSTR-012")]


def test_an_empty_list_of_items_is_refused(copy):
    text = (copy / INSTRUMENT).read_text(encoding="utf-8")
    head, rest = text.split("\nitems = [", 1)
    (copy / INSTRUMENT).write_text(
        head + "\nitems = []\n" + rest.split("\n]\n", 1)[1], encoding="utf-8"
    )
    assert ("items", "INSTR-012") in [(p, c) for _f, p, c in faults(copy)]


def test_a_missing_label_file_and_a_missing_label_are_named(copy):
    (copy / "labels.en.toml").unlink()
    edit(copy / "labels.sv.toml", 'q07 = "Undgått gripande för partnervåld"\n', "")
    found = [(f.rsplit("/", 1)[1], p, c) for f, p, c in faults(copy)]
    assert found == [
        ("labels.en.toml", "", "INSTR-010"),
        ("labels.sv.toml", "items.q07", "INSTR-020"),
    ]


def test_a_missing_file_of_vectors_is_named(copy):
    (copy / "golden.toml").unlink()
    assert [(f.rsplit("/", 1)[1], c) for f, _p, c in faults(copy)] == [("golden.toml", "INSTR-010")]


def test_a_path_that_does_not_exist_is_one_fault(tmp_path):
    assert faults(tmp_path / "nowhere") == [(str(tmp_path / "nowhere"), "", "INSTR-010")]


def test_a_folder_without_a_definition_is_one_fault(tmp_path):
    assert faults(tmp_path) == [(str(tmp_path / INSTRUMENT), "", "INSTR-010")]


def test_a_file_of_a_definition_stands_for_the_definition(copy):
    edit(copy / INSTRUMENT, "q02 = { yes = 5", "q02 = { yes = 60")
    by_folder = faults(copy)
    assert by_folder
    assert faults(copy / INSTRUMENT) == faults(copy / "labels.sv.toml") == by_folder
    assert faults(copy, copy / INSTRUMENT) == by_folder


def test_any_other_file_is_checked_as_an_instrument_file(tmp_path):
    stray = tmp_path / "stray.toml"
    stray.write_text("x = [", encoding="utf-8")
    assert faults(stray)[0] == (str(stray), "", "INSTR-011")


def test_a_file_larger_than_a_definition_is_not_parsed(copy):
    (copy / INSTRUMENT).write_bytes(b"#" * 1_100_000)
    assert faults(copy) == [(str(copy / INSTRUMENT), "", "INSTR-010")]


def test_paths_are_printed_absolute_also_for_a_relative_argument(copy, monkeypatch):
    monkeypatch.chdir(copy.parent)
    (copy / INSTRUMENT).write_text("x = [", encoding="utf-8")
    path = (
        load(copy.relative_to(copy.parent) / INSTRUMENT, published_hashes(LIBRARY)).faults[0].file
    )
    assert path == str(copy / INSTRUMENT)


def test_no_fault_text_carries_control_characters(copy):
    (copy / INSTRUMENT).write_text('"a\\u0007\\nb" = 1', encoding="utf-8")
    found = check_paths([copy])
    assert found
    assert all(f.fault.path.isprintable() for f in found)
    assert all(str(fact).isprintable() for f in found for fact in f.fault.error.facts.values())


def test_faults_of_every_file_are_named_at_once_with_their_lines(copy):
    edit(copy / INSTRUMENT, "low = 8", "low = 9")
    edit(copy / INSTRUMENT, 'when = { item = "q03", equals', 'when = { item = "q99", equals')
    edit(copy / "labels.en.toml", "q19 =", "q99 =")
    edit(copy / "golden.toml", 'id = "DA-02"', 'id = "DA-01"\nextra = 1')
    found = [(Path(f.file).name, f.fault.path, f.fault.code, f.line) for f in check_paths([copy])]

    def line(name, words):
        lines = (copy / name).read_text(encoding="utf-8").split("\n")
        return next(n for n, text in enumerate(lines, 1) if words in text)

    assert set(found) == {
        (INSTRUMENT, "missing.required_when", "INSTR-014", line(INSTRUMENT, "required_when")),
        (INSTRUMENT, "band_tables.da-weighted-20", "INSTR-016", line(INSTRUMENT, 'id = "da-')),
        ("labels.en.toml", "items.q19", "INSTR-020", line("labels.en.toml", "[items]")),
        ("labels.en.toml", "items.q99", "INSTR-020", line("labels.en.toml", "q99 =")),
        ("golden.toml", "vectors[1].extra", "INSTR-012", line("golden.toml", "extra = 1")),
    }


def test_a_missing_label_hides_no_vector_that_fails(copy):
    edit(copy / "labels.sv.toml", "q19 =", "q98 =")
    edit(copy / "golden.toml", "value = 37", "value = 38")
    edit(copy / "golden.toml", 'id = "DA-02"', 'id = "DA-01"')
    assert sorted(set(codes(copy))) == ["INSTR-013", "INSTR-020", "INSTR-023"]


def test_a_file_that_is_no_toml_has_the_readers_line(copy):
    edit(copy / INSTRUMENT, "own_appraisal_first = true", "own_appraisal_first = yes")
    (found,) = check_paths([copy])
    text = (copy / INSTRUMENT).read_text(encoding="utf-8").split("\n")
    assert (found.fault.code, text[found.line - 1]) == ("INSTR-011", "own_appraisal_first = yes")


def test_what_is_known_today_is_told_instead_and_is_not_frozen(tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(DA, folder)
    edit(folder / "about.sv.toml", 'population = "', 'population = "Påhittat: ')
    loaded = load(folder / INSTRUMENT, published_hashes(LIBRARY))
    assert loaded.faults == ()
    assert loaded.definition.labels["sv"].population.startswith("Påhittat: ")
    assert loaded.definition.title("sv").startswith("Danger Assessment")


def test_what_is_known_is_told_in_both_languages_and_under_known_keys(copy):
    (copy / "about.sv.toml").unlink()
    edit(copy / "about.en.toml", "population =", "weights = 4\npopulation =")
    found = {(Path(file).name, path, code) for file, path, code in faults(copy / "about.en.toml")}
    assert ("about.en.toml", "weights", "INSTR-012") in found
    (copy / "about.en.toml").write_text('purpose = "Something new"\n', encoding="utf-8")
    assert faults(copy) == [(str(copy / "labels.sv.toml"), "purpose", "INSTR-020")]
