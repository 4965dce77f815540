# SPDX-License-Identifier: EUPL-1.2
"""The documents say what is there: links, commands, codes, decisions."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.cli.main import run
from workbench.words import error_entries

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
NAMES = [str(path.relative_to(ROOT)) for path in DOCUMENTS]
ADR = ROOT / "docs" / "adr"
CONTRACT = ROOT / "docs" / "formats" / "command-line.md"

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
_COMMAND = re.compile(r"`make ([a-z]+)[^`]*`")
_CODE = re.compile(r"\b([A-Z]+)-(\d{2,3})\b")
_ELSEWHERE = re.compile(
    r"pypi|pythonhosted|npmjs|artifactory|index-url|extra-index|proxy\.golang|localhost|127\.0\.0\.1"
    r"|(?<![\w.])/(work|tmp|home|root|Users|var|opt|mnt)/|[A-Z]:\\\\",
    re.IGNORECASE,
)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def links_of(path: Path) -> list[str]:
    found = _LINK.findall(_FENCE.sub("", text_of(path)))
    return [link for link in found if "://" not in link and not link.startswith("mailto:")]


def anchors_of(path: Path) -> set[str]:
    """The anchors of a page's headings, as the common renderers make them."""
    plain = (
        re.sub(r"[^\w\- ]", "", heading).strip() for heading in _HEADING.findall(text_of(path))
    )
    return {heading.lower().replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)
def test_every_relative_link_resolves(document):
    for link in links_of(document):
        file, _hash, anchor = link.partition("#")
        target = (document.parent / file).resolve() if file else document
        assert target.is_relative_to(ROOT), link
        assert target.exists(), link
        if anchor:
            assert anchor in anchors_of(target), link


def test_every_command_of_the_readme_stands_in_the_makefile():
    named = set(_COMMAND.findall(text_of(ROOT / "README.md")))
    assert {"demo", "test", "run", "bench", "check", "shots", "evidence"} <= named
    assert named <= set(_TARGET.findall(text_of(ROOT / "Makefile")))


def test_the_page_of_error_codes_is_fresh_and_every_class_has_its_words():
    checked = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "errors.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)
def test_every_code_that_a_document_names_exists(document):
    known = set(error_entries())
    prefixes = {code.rpartition("-")[0] for code in known}
    named = {m.group() for m in _CODE.finditer(text_of(document)) if m[1] in prefixes}
    assert named <= known


def test_every_decision_is_in_the_index_and_starts_with_its_number():
    listed = links_of(ADR / "README.md")
    records = {path.name: path for path in ADR.glob("[0-9]*.md")}
    assert records.keys() <= set(listed)
    for name, path in records.items():
        title = _HEADING.search(text_of(path))
        assert title is not None, name
        assert int(re.match(r"\D*(\d+)", title[1])[1]) == int(name[:4]), name


def test_no_two_decisions_share_a_number():
    numbers = [path.name[:4] for path in ADR.glob("[0-9]*.md")]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)
def test_no_document_names_a_registry_or_a_path_of_some_machine(document):
    found = _ELSEWHERE.search(text_of(document))
    assert found is None, found


def verbs_of_the_contract() -> list[tuple[str, ...]]:
    """Each verb that the page describes, as its words."""
    spelt = re.findall(
        r"^(?:\| )?`([a-z]+(?: [a-z]+)?)(?= [A-Z\[-]|`)", text_of(CONTRACT), re.MULTILINE
    )
    return sorted({tuple(verb.split()) for verb in spelt if _is_verb(verb)})


def _is_verb(spelt: str) -> bool:
    headings = set(_HEADING.findall(text_of(CONTRACT)))
    return spelt.split(maxsplit=1)[0] in headings


def test_the_contract_describes_every_family():
    families = {words[0] for words in verbs_of_the_contract()}
    assert families == {"run", "demo", "instruments", "score", "vault", "card", "bundle"}


@pytest.mark.parametrize("verb", verbs_of_the_contract(), ids=" ".join)
def test_every_verb_of_the_contract_is_offered(verb, capsys):
    with pytest.raises(SystemExit) as ended:
        run([*verb, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: workbench {' '.join(verb)}")
