# SPDX-License-Identifier: EUPL-1.2
"""Whatever lies on the stick: it is told apart by content, or refused with a code, in memory."""

import os
import struct
import tracemalloc
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import outside_files as made
from workbench.domain.documents import JPEG, PDF, PNG, TEXT, WORD
from workbench.domain.errors import Cancelled, WorkbenchError
from workbench.services.facts.untrusted import plain_text, taking, word_files, word_paragraphs
from workbench.services.facts.untrusted.errors import BrokenDocumentError
from workbench.services.facts.untrusted.reading import MOST_PAGES, Looked, look_at, paragraphs_of


def three_pages(_content: bytes) -> int:
    return 3


def refusal(content: bytes) -> str:
    with pytest.raises(WorkbenchError) as refused:
        look_at(content, three_pages)
    return refused.value.code


KNOWN = (PDF, PNG, JPEG, TEXT, WORD)


def told(content: bytes) -> str:
    """The kind that it passes as, or the code with which it is refused."""
    try:
        return look_at(content, three_pages).media
    except WorkbenchError as refused:
        return refused.code


@pytest.mark.parametrize(
    ("content", "looked"),
    [
        (made.pdf("x"), Looked(PDF, 3)),
        (b"\n\n" + made.pdf("x"), Looked(PDF, 3)),
        (made.png(), Looked(PNG, 1)),
        (made.jpeg_head(640, 480), Looked(JPEG, 1)),
        (made.word(), Looked(WORD)),
        ("Hon ringde från sin syster.".encode(), Looked(TEXT)),
        ("Hon ringde från sin syster.".encode("cp1252"), Looked(TEXT)),
    ],
)
def test_it_is_what_its_content_says(content, looked):
    assert look_at(content, three_pages) == looked


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_text_in_every_encoding_that_comes_is_the_same_text(encoding):
    text = "Åsa såg bilen – igen.\r\nHan ropade ”vänta”.\rSedan tyst."
    read = paragraphs_of(text.encode(encoding), TEXT)
    assert read == ("Åsa såg bilen – igen.", "Han ropade ”vänta”.", "Sedan tyst.")


def test_signs_that_hide_or_turn_text_are_shown_as_marks():
    assert plain_text.paragraphs("bra\u202ednäv\u200b") == ("bra\ufffddnäv\ufffd",)
    xml = made.document_xml("a\u202eb")
    assert paragraphs_of(made.word(xml), WORD) == ("a\ufffdb",)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x00\x01\x02\x03", "DOC-004"),
        (b"MZ\x90\x00" + bytes(range(256)), "DOC-004"),
        (b"GIF89a" + bytes(20), "DOC-004"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "DOC-005"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(64), "DOC-005"),
        (b"{\\rtf1 hej}", "DOC-005"),
        (made.png(says=(100_000, 100_000)), "DOC-010"),
        (made.png(says=(40_000, 1)), "DOC-010"),
        (made.png(says=(0, 5)), "DOC-007"),
        (made.png()[:20], "DOC-007"),
        (made.jpeg_head(65_535, 65_535), "DOC-010"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "DOC-007"),
        (b"\xff\xd8\xff\xd9" + bytes(64), "DOC-007"),
        (made.word()[:-30], "DOC-007"),
        (b"PK\x03\x04" + bytes(100), "DOC-007"),
        (made.word(made.document_xml("hej")[:-9]), "DOC-007"),
        (made.word("<w" * 9), "DOC-007"),
        (made.word(made.billion_laughs()), "DOC-013"),
        (made.word('<!DOCTYPE x SYSTEM "file:///etc/passwd">' + made.document_xml()), "DOC-013"),
        (made.word(more=(("word/vbaProject.bin", b"x"),)), "DOC-008"),
        (made.word(kinds=made.KINDS.replace("document.main", "macroEnabled.main")), "DOC-008"),
        (made.word(kinds="<Types/>"), "DOC-004"),
        (b"a" * (word_paragraphs.MOST_LETTERS + 1), "DOC-015"),
        (b"a" * (2 * word_paragraphs.MOST_LETTERS + 1), "DOC-015"),
    ],
)
def test_what_cannot_be_read_here_is_refused_with_its_code(content, code):
    assert refusal(content) == code


def test_a_zip_file_of_something_else_is_not_a_word_file():
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("bild.png", made.png())
    assert refusal(held.getvalue()) == "DOC-004"


def test_a_zip_bomb_is_refused_without_being_unpacked():
    bomb = made.word(b" " * (word_files.MOST_OF_A_PART + 1))
    assert len(bomb) < 100_000
    tracemalloc.start()
    assert refusal(bomb) == "DOC-009"
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 3 * word_files.MOST_OF_A_PART


def test_a_part_that_lies_about_its_size_is_stopped_all_the_same():
    honest = made.word(b" " * (word_files.MOST_OF_A_PART + 1))
    size, small = struct.pack("<I", word_files.MOST_OF_A_PART + 1), struct.pack("<I", 10)
    assert refusal(honest.replace(size, small)) in ("DOC-007", "DOC-009")


def test_declared_sizes_beyond_the_limit_and_too_many_parts_are_refused():
    parts = tuple((f"a{n}", b"") for n in range(word_files.MOST_PARTS))
    assert refusal(made.word(more=parts)) == "DOC-009"
    size, large = struct.pack("<I", 12_345), struct.pack("<I", 0xF000_0000)
    held = made.word(more=(("big", b"x" * 12_345),))
    assert refusal(held.replace(size, large)) == "DOC-009"


def test_two_parts_of_one_name_are_refused():
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = made.word(more=(("word/document.xml", b"<a/>"),))
    assert refusal(twice) == "DOC-007"


def test_a_word_file_with_a_locked_part_is_refused():
    held = bytearray(made.word())
    at = held.find(b"PK\x01\x02")
    held[at + 8] |= 1  # the mark of encryption in the list of parts
    assert refusal(bytes(held)) == "DOC-006"


def test_deep_nesting_is_refused_before_it_hurts():
    deep = "<a>" * 100_000 + "</a>" * 100_000
    assert refusal(made.word(f'<r xmlns:w="{made.WORD_SPACE}">{deep}</r>')) == "DOC-007"


def test_a_word_file_gives_its_paragraphs_and_not_what_was_deleted_or_stands_there_twice():
    body = (
        "<w:p><w:r><w:t>Rad</w:t><w:tab/><w:t>ett</w:t><w:br/><w:t>två</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:del><w:r><w:delText>borta</w:delText></w:r></w:del></w:p>"
        '<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-'
        'compatibility/2006"><mc:Choice><w:t>en gång</w:t></mc:Choice><mc:Fallback><w:t>en gång'
        "</w:t></mc:Fallback></mc:AlternateContent></w:p>"
    )
    xml = f'<w:document xmlns:w="{made.WORD_SPACE}"><w:body>{body}</w:body></w:document>'
    told = ("Rad\tett\ntvå", "Cell", "", "en gång")
    assert paragraphs_of(made.word(xml), WORD) == told
    strict = xml.replace(made.WORD_SPACE, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert paragraphs_of(made.word(strict), WORD) == told


def test_a_pdf_with_no_page_or_too_many_is_refused():
    for pages, code in ((0, "DOC-007"), (MOST_PAGES + 1, "DOC-015")):
        with pytest.raises(WorkbenchError) as refused:
            look_at(made.pdf("x"), lambda _content, pages=pages: pages)
        assert refused.value.code == code


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]),
)
def test_no_bytes_do_anything_but_pass_or_be_refused(rest, begins):
    assert told(begins + rest) in KNOWN or told(begins + rest).startswith("DOC-")


@given(st.integers(0, 5000), st.integers(0, 255))
def test_a_word_file_with_one_wrong_byte_passes_or_is_refused(at, byte):
    held = bytearray(_WHOLE)
    held[at % len(held)] = byte
    assert told(bytes(held)) == WORD or told(bytes(held)).startswith("DOC-")


_WHOLE = made.word()


def taken(path) -> str:
    with pytest.raises(WorkbenchError) as refused:
        taking.take(path)
    return refused.value.code


def test_a_file_is_taken_whole(tmp_path):
    content = os.urandom(3 * 1024 * 1024 + 7)
    (tmp_path / "a").write_bytes(content)
    pulses = []
    assert taking.take(tmp_path / "a", lambda: pulses.append(1)) == content
    assert len(pulses) > 3


def test_links_folders_pipes_and_nothing_are_refused(tmp_path):
    (tmp_path / "a").write_bytes(b"hej")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "empty").touch()
    os.mkfifo(tmp_path / "pipe")
    assert [taken(tmp_path / name) for name in ("link", "", "pipe", "empty", "gone")] == [
        "DOC-001",
        "DOC-001",
        "DOC-001",
        "DOC-002",
        "DOC-012",
    ]


def test_a_file_beyond_the_limit_is_not_read(tmp_path):
    with (tmp_path / "a").open("wb") as file:
        file.truncate(taking.MOST_BYTES + 1)
    with pytest.raises(WorkbenchError) as refused:
        taking.take(tmp_path / "a", lambda: pytest.fail("it was read"))
    assert refused.value.code == "DOC-003"
    assert refused.value.facts == {"size_mb": 33, "most_mb": 32}


@pytest.mark.parametrize("change", ["longer", "shorter", "exchanged", "touched"])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path, change):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 3_000_000)
    os.utime(path, (1, 1))
    pulses = []

    def meanwhile() -> None:
        pulses.append(1)
        if len(pulses) != 2:
            return
        if change == "longer":
            with path.open("ab") as file:
                file.write(b"y")
        elif change == "shorter":
            os.truncate(path, 1_500_000)
        elif change == "exchanged":
            path.unlink()
            path.write_bytes(b"z" * 3_000_000)
        else:
            path.touch()

    with pytest.raises(WorkbenchError) as refused:
        taking.take(path, meanwhile)
    assert refused.value.code == "DOC-011"


def test_a_stick_that_is_pulled_out_is_told_and_a_lock_ends_the_reading(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 3_000_000)

    def gone() -> None:
        path.unlink(missing_ok=True)

    with pytest.raises(WorkbenchError) as refused:
        taking.take(path, gone)
    assert refused.value.code == "DOC-012"
    path.write_bytes(b"x")

    def locked() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        taking.take(path, locked)


def test_paragraphs_of_another_kind_are_none():
    for content, media in ((made.png(), PNG), (bytes(4), TEXT)):
        with pytest.raises(BrokenDocumentError):
            paragraphs_of(content, media)
