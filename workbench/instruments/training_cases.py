# SPDX-License-Identifier: EUPL-1.2
"""Training cases: fictional stories with codings that give their reasons, to practise against.

Teaching material of the project, not validated. A case is sound as a whole or not offered: what a
file says is untrusted until every place of every form has been compared with its definition.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.assets import resource
from workbench.instruments.catalogue import Catalogue
from workbench.instruments.definition import LANGUAGES, Definition, Language
from workbench.instruments.errors import FileFault, InstrumentError
from workbench.instruments.loader import read_table
from workbench.instruments.training_checks import table_faults, words_faults
from workbench.instruments.training_tables import CaseTable, CaseWords, FormTable, FormWords

_CASE = "case.toml"


@dataclass(frozen=True, slots=True, eq=False)
class TrainingForm:
    """One form of a case: its definition, the codings, and their reasons in every language."""

    definition: Definition
    table: FormTable
    words: Mapping[Language, FormWords]


@dataclass(frozen=True, slots=True, eq=False)
class TrainingCase:
    """A sound case. Equal only to itself."""

    table: CaseTable
    words: Mapping[Language, CaseWords]
    forms: tuple[TrainingForm, ...]

    @property
    def id(self) -> str:
        return self.table.id


@dataclass(frozen=True, slots=True)
class Training:
    """The cases that are offered, in order, and the faults of the others."""

    cases: tuple[TrainingCase, ...]
    faults: tuple[FileFault, ...] = ()


def load_training(catalogue: Catalogue, folder: Path | None = None) -> Training:
    """Read and check every case; a faulty one is left out by itself."""
    root = folder or resource("training")
    read = [_read(path.parent, catalogue) for path in sorted(root.glob(f"*/{_CASE}"))]
    cases = [case for case, _faults in read if case is not None]
    return Training(
        tuple(sorted(cases, key=lambda case: case.table.order)),
        tuple(fault for _case, faults in read for fault in faults),
    )


def _read(folder: Path, catalogue: Catalogue) -> tuple[TrainingCase | None, tuple[FileFault, ...]]:
    untrusted, faults = read_table(folder / _CASE, CaseTable)
    said: dict[Language, CaseWords] = {}
    for lang in LANGUAGES:
        words, wrong = read_table(folder / f"{lang}.toml", CaseWords)
        faults += wrong
        if words is not None:
            said[lang] = words
    if untrusted is None:
        return None, faults
    forms = _definitions(untrusted, catalogue)
    found = [(_CASE, fault) for fault in table_faults(untrusted, forms)]
    for lang, words in said.items():
        told = words_faults(untrusted, words, forms, lang)
        found += [(f"{lang}.toml", fault) for fault in told]
    faults += tuple(FileFault(str((folder / name).absolute()), fault) for name, fault in found)
    return (None if faults else _joined(untrusted, said, forms)), faults


def _definitions(untrusted: CaseTable, catalogue: Catalogue) -> dict[str, Definition]:
    """The forms that are here, by instrument."""
    found: dict[str, Definition] = {}
    for form in untrusted.forms:
        try:
            found[form.instrument] = catalogue.find(form.instrument, form.version)
        except InstrumentError:
            continue  # told as a form that is not here
    return found


def _joined(
    table: CaseTable, words: Mapping[Language, CaseWords], forms: Mapping[str, Definition]
) -> TrainingCase:
    made = (
        TrainingForm(
            forms[form.instrument],
            form,
            {lang: said.forms[form.instrument] for lang, said in words.items()},
        )
        for form in table.forms
    )
    return TrainingCase(table, words, tuple(made))
