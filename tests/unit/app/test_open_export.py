# SPDX-License-Identifier: EUPL-1.2
"""An open copy is read with nothing but the standard library, and holds everything of the akt.

The reading below follows docs/formats/open-export.md and knows nothing of the program.
"""

import base64
import hashlib
import json
import stat
from pathlib import Path

import pytest

from tests.reports.reading import body, squeezed
from tests.unit.services.offices import SARA, Office, appraise, enter_judgement
from tests.vault.seating import SECOND_PASSPHRASE, SECOND_PLACE, seat_second
from workbench.app.open_folder import OpenFolder
from workbench.app.opening import PROGRAM
from workbench.app.paper import certificate_pdf, journal_pdf
from workbench.domain.disclosures import Received, SentObject
from workbench.domain.erasing import Exported
from workbench.domain.errors import Cancelled
from workbench.domain.file_errors import FileExistsAlreadyError, UnwritableFileError
from workbench.domain.subject import Note, SafeContact
from workbench.services.keeping import exporting
from workbench.services.keeping.exporting import ExportRequest
from workbench.services.purge import purging
from workbench.services.purge.approving import TwoPeople
from workbench.services.purge.erasing_errors import UncheckedError
from workbench.services.purge.purging import PurgeRequest
from workbench.services.records import working
from workbench.services.records.akt import Draft, attachment_id
from workbench.services.removing import erasing, withdrawing
from workbench.vault.errors import NoAccessError

LONG = "Hon berättade länge. " * 600
PURGED, WITHDRAWN = "Hon bor hos sin syster", "fel akt, förlåt"
PDF = b"%PDF-1.7 inte en riktig"


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


def filled(office) -> str:
    """An akt with most that an akt can hold."""
    case = office.begin("Vera Exempel")
    akt = office.akt(case)
    appraise(akt, "Jag är rädd för \u05d0 \U0001f600.")
    made = office.assess(akt)
    office.answer_all(akt, made)
    from workbench.services.assess import assessing

    assessing.enter_sitting(akt, made)
    enter_judgement(akt, made)
    office.assess(akt, SARA)
    akt.enter(Draft(SafeContact("sms", code_word="parasoll")))
    note = akt.enter(Draft(Note("Ringde."))).records[0]
    akt.enter(Draft(Note(LONG, reason="mer sades"), note))
    objects = (SentObject("render", "application/pdf", attachment_id(PDF), len(PDF)),)
    akt.enter(
        Draft(Received("ab", "c", "d", "Region Påhitt", "", "", "referral", "consent", "e" * 64,
                       objects)),
        attachments={attachment_id(PDF): PDF},
    )  # fmt: skip
    gone = akt.enter(Draft(Note(PURGED))).records[0]
    back = akt.enter(Draft(Note(WITHDRAWN))).records[0]
    keys = [e.key for e in akt.file.entries() if e.header.record == gone]
    request = PurgeRequest(purging.versions_of(akt, keys), "wrong-case@2025-09-01", "fel")
    purging.purge(office.desk, akt, request, TwoPeople(SECOND_PLACE, SECOND_PASSPHRASE))
    withdrawing.withdraw(office.desk, akt, Note, back)
    working.type_field(akt, working.Field("note", akt.new_record(), "text"), "halv mening")
    return case


def export(office, out: Path, *cases: str, reason: str = "arkivering"):
    target = OpenFolder(out)
    request = ExportRequest(reason, "sv", tuple(cases))
    return exporting.export_open(office.session, request, target, journal_pdf)


def canonical(value) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def read_copy(folder: Path) -> dict:
    """Every rule of the format, with the standard library alone; case number -> case.json."""
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    assert index["fmt"] == "varn.open/1"
    found = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert found == {file["path"] for file in index["files"]} | {"index.json"}
    for file in index["files"]:
        content = (folder / file["path"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file["size"], file["sha256"])
    akter = {}
    for listed in index["cases"]:
        akt = json.loads((folder / listed["folder"] / "case.json").read_text(encoding="utf-8"))
        assert (akt["fmt"], akt["case"]) == ("varn.open-case/1", listed["case"])
        assert (len(akt["entries"]), len(akt["attachments"])) == (
            listed["entries"], listed["attachments"])  # fmt: skip
        known = set()
        for entry in akt["entries"]:
            header = entry["header"]
            assert hashlib.sha256(canonical(header)).hexdigest() == entry["id"]
            assert set(header["parents"]) <= known
            if entry["state"] in ("purged", "withdrawn"):
                assert entry["body"] is entry["salt"] is None
            else:
                salted = b"varn.body/1\0" + bytes.fromhex(entry["salt"]) + canonical(entry["body"])
                assert hashlib.sha256(salted).hexdigest() == header["body_hash"]
            known.add(entry["id"])
        for attached in akt["attachments"]:
            content = (folder / listed["folder"] / attached["file"]).read_bytes()
            assert hashlib.sha256(content).hexdigest() == attached["sha256"]
        akter[listed["number"]] = akt
    return akter


def test_everything_that_an_akt_holds_is_in_the_copy(office, tmp_path):
    seat_second(office.place, office.desk.vault)
    case = filled(office)
    made = export(office, tmp_path / "out")
    assert made.skipped == []
    (read,) = read_copy(tmp_path / "out").values()
    akt = office.afresh(case)
    entries = akt.file.entries()
    assert [e["id"] for e in read["entries"]] == [e.id for e in entries]
    assert [e["body"] for e in read["entries"]] == [
        json.loads(e.body) if e.body is not None else None for e in entries
    ]
    assert [e["signature"] for e in read["entries"]] == [e.signature.hex() for e in entries]
    states = [entry["state"] for entry in read["entries"]]
    assert {s: states.count(s) for s in ("purged", "withdrawn", "tombstone")} == {
        "purged": 1, "withdrawn": 1, "tombstone": 1}  # fmt: skip
    assert "superseded" in states
    assert {e["author_name"] for e in read["entries"]} == {"Sten Skyddsson"}
    (row,) = [row for row in read["working"] if row["kind"] == "note"]
    assert (row["value"], row["entered"]) == ("halv mening", False)
    everything = b"".join(p.read_bytes() for p in (tmp_path / "out").rglob("*.json")).decode()
    assert LONG.strip() in everything.replace("\\n", "\n")
    assert PURGED not in everything
    assert WITHDRAWN not in everything


def test_what_bundles_call_an_akt_with_is_in_no_open_copy(office, tmp_path):
    case = office.begin("Vera Exempel")
    export(office, tmp_path / "out")
    link = bytes(office.desk.vault.case_link_key(case))
    forms = (link, link.hex().encode(), base64.b64encode(link)[:-1])
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(files) > 3
    assert not [path for path in files for form in forms if form in path.read_bytes()]


def test_the_paper_tells_the_same_as_the_file(office, tmp_path):
    seat_second(office.place, office.desk.vault)
    filled(office)
    export(office, tmp_path / "out")
    (path,) = (tmp_path / "out").rglob("case.pdf")
    foot = f"{PROGRAM} · utskriven 2026-11-22 kl. 01.10"
    read = body(path.read_bytes(), "Öppen kopia · 2026-0001", foot)
    for text in (LONG, "parasoll", "Jag är rädd", "halv mening", "Region Påhitt", "Vera Exempel"):
        assert squeezed(text) in read
    for text in (PURGED, WITHDRAWN):
        assert squeezed(text) not in read
    assert squeezed("Tillbakadragen av den som skrev den") in read
    assert squeezed("Texten gallrades") in read


def test_it_is_in_the_log_before_anything_is_written(office, tmp_path):
    case = office.begin()
    seen = []

    class Watching(OpenFolder):
        def write(self, path, content):
            seen.append(len(office.desk.house.all(Exported)))
            super().write(path, content)

    target = Watching(tmp_path / "out")
    exporting.export_open(office.session, ExportRequest("arkiv", "sv"), target, journal_pdf)
    assert set(seen) == {1}
    (told,) = office.desk.house.all(Exported)
    assert (told.value.cases, told.value.reason) == ((case,), "arkiv")


def test_a_copy_is_its_owners_only_and_never_over_anything(office, tmp_path):
    office.begin()
    export(office, tmp_path / "out")
    modes = {stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "out").rglob("*")}
    assert modes == {0o700, 0o600}
    (tmp_path / "held").mkdir()
    with pytest.raises(FileExistsAlreadyError):
        OpenFolder(tmp_path / "held")
    with pytest.raises(UnwritableFileError):
        OpenFolder(office.place.folder / "cases" / "ut")
    target = OpenFolder(tmp_path / "nowhere" / "out")
    with pytest.raises(UnwritableFileError):
        exporting.export_open(office.session, ExportRequest("skäl", "sv"), target, journal_pdf)


def test_a_copy_that_is_broken_off_is_taken_away_again(office, tmp_path):
    office.begin()

    def cancelled():
        raise Cancelled

    target = OpenFolder(tmp_path / "out")
    with pytest.raises(Cancelled):
        exporting.export_open(
            office.session, ExportRequest("skäl", "sv"), target, journal_pdf, cancelled
        )
    assert not (tmp_path / "out").exists()


def test_only_own_akter_and_never_without_a_reason(office, tmp_path):
    case = office.begin()
    with pytest.raises(UncheckedError):
        export(office, tmp_path / "out", reason=" ")
    with pytest.raises(NoAccessError):
        export(office, tmp_path / "out", case, "0c0ffee0-0000-4000-8000-00000000c0de")
    assert not (tmp_path / "out").exists()
    assert office.desk.house.all(Exported) == ()


def test_a_damaged_akt_does_not_stop_the_others_and_is_named(office, tmp_path):
    first, second = office.begin(), office.begin("Nils Exempelsson")
    erasing.hide(office.akt(first), "avslutad")
    office.session.put_away()
    path = office.place.folder / "cases" / f"{second}.db"
    path.write_bytes(path.read_bytes()[:5000])
    made = export(office, tmp_path / "out")
    assert [(case, error.code) for case, error in made.skipped] == [(second, "VAULT-006")]
    assert [each.case for each in made.copied] == [first]
    index = json.loads((tmp_path / "out" / "index.json").read_text())
    assert index["skipped"] == [{"case": second, "code": "VAULT-006"}]


def test_numbers_that_are_no_file_names_become_some(office, tmp_path):
    from workbench.domain.subject import Subject
    from workbench.services.akter.cases import NewCase

    for number in ("../../etc", "a/b", "A:b", "2026-0001"):
        office.session.begin(NewCase(Subject("Vera"), number))
    export(office, tmp_path / "out")
    folders = sorted(p.name for p in (tmp_path / "out").iterdir() if p.is_dir())
    assert folders == ["2026-0001", "A-b", "a-b-2", "etc"] or len(folders) == 4
    assert len(read_copy(tmp_path / "out")) == 4


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_certificate_names_the_level_the_people_and_what_remains(office, language):
    from workbench.domain.disclosures import Printed, Sent
    from workbench.services.law import erasing_law
    from workbench.services.removing import erased
    from workbench.services.removing.erasing import EraseRequest

    case = office.begin("Vera Exempel")
    seat_second(office.place, office.desk.vault)
    sent = Sent("ab" * 16, case, "cd" * 32, "ef" * 32, 1, "0" * 64, "referral", "consent", ())
    office.desk.house.enter(Draft(sent), Draft(Printed(case, "assessment", "polis", "0" * 64)))
    no = frozenset(question.version for question in erasing_law.questions("sv"))
    request = EraseRequest(case, "retention-private@2025-09-01", "två år sedan", no)
    erasing.erase(office.session, request, TwoPeople(SECOND_PLACE, SECOND_PASSPHRASE))
    (told,) = erased.all_erased(office.desk)
    pdf = certificate_pdf(office.desk, told, language, {"cd" * 32: "Region Påhitt"})
    read = body(pdf)
    for text in ("2026-0001", "Sten Skyddsson, handläggare", "Region Påhitt", "E1", "17 kap. 5 §"):
        assert squeezed(text) in read
    for text in ("Vera", "Exempel", "raderad", "deleted", "Deleted", "erased", "två år sedan"):
        assert text not in read
    assert squeezed("Gallringsbevis" if language == "sv" else "Certificate of disposal") in read
    assert pdf == certificate_pdf(office.desk, told, language, {"cd" * 32: "Region Påhitt"})
