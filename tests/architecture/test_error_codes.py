# SPDX-License-Identifier: EUPL-1.2
"""Every error class has one code of its own, with words in both languages, and a test."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter

from tests.architecture.sources import Source, package
from tests.tools import ROOT

CODE = re.compile(r"[A-Z]+-[0-9]{2,3}")
TEXTS = ("cause", "what_sv", "what_en", "remedy_sv", "remedy_en")
_PLACE = re.compile(r"\{([a-z_]+)\}")

# Codes that no test of this version can meet in earnest, each with its reason.
WITHOUT_A_TEST = {
    "SB-35": "reserved: signed-by-two comes with a later version of the format",
}


def classes() -> list[tuple[str, str, str]]:
    """(class, code, file) of every class with a code."""
    return [
        (node.name, code, source.name)
        for source in package()
        for node in source.nodes(ast.ClassDef)
        if (code := _code(node))
    ]


def _code(node: ast.ClassDef) -> str:
    for part in node.body:
        target = part.targets[0] if isinstance(part, ast.Assign) else getattr(part, "target", None)
        if isinstance(target, ast.Name) and target.id == "code":
            value = getattr(part, "value", None)
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                return value.value
    return ""


def entries() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for path in sorted((ROOT / "resources" / "errors").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        assert not found.keys() & table.keys(), path.name
        assert {code.partition("-")[0].lower() for code in table} == {path.stem}
        found.update(table)
    return found


def test_every_code_belongs_to_one_class():
    counted = Counter(code for _name, code, _file in classes())
    assert [code for code, times in counted.items() if times > 1] == []
    assert [code for code in counted if not CODE.fullmatch(code)] == []
    assert len(counted) > 100


def test_every_code_has_its_words_and_every_word_its_code():
    known = {code for _name, code, _file in classes()}
    told = entries()
    assert known - told.keys() == set()
    reserved = {code for code, texts in told.items() if "reserved" in texts}
    assert told.keys() - known == reserved


def test_every_code_says_what_happened_and_what_to_do_in_both_languages():
    for code, texts in entries().items():
        assert [name for name in TEXTS if not texts.get(name, "").strip()] == [], code
        for name in ("what", "remedy"):
            swedish, english = (_PLACE.findall(texts[f"{name}_{lang}"]) for lang in ("sv", "en"))
            assert set(swedish) == set(english), code


def test_every_place_in_a_text_is_filled_wherever_the_error_is_raised():
    """A fact that is not handed in would be shown as `{name}`."""
    told = entries()
    wanted = [
        (name, file, {place for text in TEXTS[1:] for place in _PLACE.findall(told[code][text])})
        for name, code, file in classes()
    ]
    missing = [
        f"{source.name}:{line}: {name} without {sorted(lacking)}"
        for source in package()
        for name, line, given in _raised(source)
        if (lacking := _places(wanted, name, source) - given) and "**" not in given
    ]
    assert missing == []


def _places(wanted, name: str, source: Source) -> set[str]:
    """What a class's texts ask for; rooms may each have a class of one name."""
    of = {Source(ROOT / file).room: places for known, file, places in wanted if known == name}
    return of.get(source.room) or (next(iter(of.values())) if len(of) == 1 else set())


def _raised(source: Source):
    """(class, line, facts) wherever an error is made; `raise X` without brackets hands in none."""
    for node in source.nodes(ast.Call, ast.Raise):
        made = node.exc if isinstance(node, ast.Raise) else node
        if isinstance(made, ast.Call):
            facts = {keyword.arg or "**" for keyword in made.keywords}
            facts |= {"kind"} if "file" in facts else set()  # `words.error_text` tells it
            yield _last(made.func), made.lineno, facts
        elif made is not None:
            yield _last(made), made.lineno, set()


def _last(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]


def test_every_code_is_met_by_a_test():
    tests = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "tests").rglob("*"))
        if path.suffix in (".py", ".toml", ".json") and "architecture" not in path.parts
    )
    unmet = {
        code
        for name, code, _file in classes()
        if f'"{code}"' not in tests and not re.search(rf"\b{name}\b", tests)
    }
    assert unmet - WITHOUT_A_TEST.keys() == set()
    assert WITHOUT_A_TEST.keys() & {code for _n, code, _f in classes()} <= unmet


def test_the_page_of_codes_is_what_the_texts_give():
    made = subprocess.run(
        [sys.executable, "tools/errors.py", "--check"],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={"PATH": "", "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr
