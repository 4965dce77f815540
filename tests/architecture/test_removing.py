# SPDX-License-Identifier: EUPL-1.2
"""Only `vault/erase.py` takes an akt's files away for good; whoever else removes says what.

A module that begins to remove files fails here until it is listed with its reason, so that somebody
has looked at what it removes.
"""

import ast

import pytest

from tests.architecture import sources
from tests.architecture.sources import Source, package

REMOVERS = frozenset({"unlink", "rmtree", "rmdir", "remove", "removedirs"})
OF_FILES = frozenset({"os", "shutil", "path", "pathlib"})
ERASES = "workbench/vault/erase.py"
WHAT_THEY_REMOVE = {
    ERASES: "akter, after the signed entry is durable",
    "workbench/app/open_folder.py": "an open copy of its own that was broken off",
    "workbench/app/places.py": "a note of its own that tried whether a folder can be written to",
    "workbench/app/preferences.py": "a file of its own that was not written whole",
    "workbench/bundles/targets.py": "a bundle of its own that did not turn out whole",
    "workbench/cli/demo/folder.py": "the demonstration's own folder",
    "workbench/cli/inputs.py": "a file of its own that was not written whole",
    "workbench/cli/vault_access.py": "a passphrase file of its own, when nothing came of it",
    "workbench/cli/new_secrets.py": "an empty file of its own, when nothing came of it",
    "workbench/vault/drill.py": "the copy that a drill made",
    "workbench/vault/durable.py": "what a crash left of a small file that never took effect",
    "workbench/vault/exporting.py": "the working copy of a change of keys, never the akt itself",
    "workbench/vault/founding.py": "a vault that never came to be",
    "workbench/vault/incoming.py": "staging files and unfinished copies",
    "workbench/vault/installation.py": "notes of this installation",
    "workbench/vault/making_copies.py": "unfinished copies on a medium",
    "workbench/vault/medium.py": "copies on a medium that are too old",
    "workbench/vault/migrating.py": "the working copy of a migration, and the log folded into it",
    "workbench/vault/owner_lock.py": "the note of the lock",
    "workbench/vault/reading.py": "what reading a copy left beside it",
    "workbench/vault/rehearsing.py": "the copy that a rehearsal made",
    "workbench/vault/replacing.py": "a folder made to take another's place, before it did",
    "workbench/vault/swapping.py": "a second name of a file, when its replacing was cut off",
    "workbench/vault/restoring.py": "the state of a copy that is being put back",
    "workbench/vault/unfinished.py": "a vault that never came to be, when somebody goes on",
}


def removals(source: Source) -> list[int]:
    """The lines on which something is called that removes a file or folder."""
    return [node.lineno for node in source.nodes(ast.Call) if _removes(node.func)]


def _removes(called: ast.expr) -> bool:
    if not isinstance(called, ast.Attribute) or called.attr not in REMOVERS:
        return False
    if called.attr != "remove":
        return True
    return isinstance(called.value, ast.Name) and called.value.id in OF_FILES


def test_whoever_removes_a_file_is_known_and_says_which():
    found = {source.name for source in package() if removals(source)}
    assert found - WHAT_THEY_REMOVE.keys() == set()


def test_nobody_is_listed_who_removes_nothing():
    found = {source.name for source in package() if removals(source)}
    assert WHAT_THEY_REMOVE.keys() - found == set()


def test_only_the_facet_that_checks_the_entry_asks_for_an_akt_to_be_taken_away():
    asked = {
        source.name
        for source in package()
        if source.imports() & {"workbench.vault.erase", "workbench.vault.erase.remove"}
    }
    assert asked == {"workbench/vault/erasing.py"}


def test_a_row_of_the_register_goes_with_its_files_only():
    callers = {
        source.name
        for source in package()
        for node in source.nodes(ast.Call)
        if ast.unparse(node.func).endswith("register.remove")
    }
    assert callers == {ERASES}


@pytest.mark.parametrize(
    "text",
    ["def f(p):\n    p.unlink()\n", "import shutil\ndef f(p):\n    shutil.rmtree(p)\n",
     "import os\ndef f(p):\n    os.remove(p)\n"],
)  # fmt: skip
def test_a_removal_is_seen(text, tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    path = tmp_path / "x.py"
    path.write_text(text, encoding="utf-8")
    assert removals(Source(path))


def test_taking_from_a_list_is_no_removal(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    path = tmp_path / "x.py"
    path.write_text("def f(a):\n    a.remove(1)\n", encoding="utf-8")
    assert removals(Source(path)) == []
