# SPDX-License-Identifier: EUPL-1.2
"""Fictional assessments over the memory vault, for presenters, pages and their pictures."""

from collections.abc import Mapping
from datetime import date

from tests.support.desk import Bench
from workbench.domain.assessments import OwnAppraisal, RuleConfirmation
from workbench.domain.ids import CaseId, Ids, RecordId
from workbench.instruments.catalogue import Catalogue, load_catalogue
from workbench.instruments.definition import Definition
from workbench.services.assess import assessing, results
from workbench.services.assess.assessing import Context
from workbench.services.ports import Vault
from workbench.ui.writing.open_case import OpenCase

DA, FREDA, SARA = "danger-assessment", "freda-farlighetsbedomning", "sara-sv"
YES = ("q01", "q02", "q06", "q10", "q14", "q18")


class Assessed:
    """A bench with the shipped instruments and one akt."""

    def __init__(
        self,
        catalogue: Catalogue | None = None,
        vault: Vault | None = None,
        ids: Ids | None = None,
    ) -> None:
        self.bench = Bench(catalogue or load_catalogue(), vault, ids)
        self.case: CaseId = self.bench.begin("Karin Exempel", "20260142")

    @property
    def open(self) -> OpenCase:
        return self.bench.open_case(self.case)

    @property
    def akt(self):  # the akt as it stands
        return self.bench.akt(self.case)

    @property
    def desk(self):
        return self.bench.session.desk

    def definition(self, instrument: str) -> Definition:
        """Of an id, or of `id@version` where there are several."""
        name, _at, version = instrument.partition("@")
        return self.desk.catalogue.find(name, version or None)

    def begin(self, instrument: str, **context: object) -> RecordId:
        return assessing.begin(self.akt, self.definition(instrument), Context(**context))

    def answer(self, assessment: RecordId, answers: Mapping[str, str]) -> None:
        for item, code in answers.items():
            assessing.record_answer(self.akt, assessment, item, code)

    def answer_da(self, assessment: RecordId, *, leaving: tuple[str, ...] = ()) -> None:
        """Every question of the Danger Assessment, YES to some, none to `leaving`."""
        items = [item.id for item in self.definition(DA).items if item.id not in leaving]
        self.answer(assessment, {item: "yes" if item in YES else "no" for item in items})

    def code_sara(self, assessment: RecordId, codes: str = "JDN-") -> None:
        for number, item in enumerate(self.definition(SARA).items):
            for at, column in enumerate(("current", "past")):
                code = codes[(number + at) % len(codes)]
                code = "--" if code == "-" else code
                assessing.record_coding(self.akt, assessment, item.id, column, code)

    def enter(self, assessment: RecordId) -> None:
        assessing.enter_sitting(self.akt, assessment)
        results.keep_results(self.akt, self.desk, assessment)

    def say_own(self, words: str = "Jag är rädd för honom.", estimate: str = "Mycket hög") -> None:
        assessing.record_own_appraisal(self.akt, OwnAppraisal(words, estimate))

    def confirm(self, instrument: str = DA) -> None:
        """As the method owner would, for every rule that needs it."""
        definition = self.definition(instrument)
        by = RuleConfirmation(
            *("",) * 4,
            "Maja Metodsson",
            "metodansvarig",
            "Kvinnojouren Exempel",
            date(2026, 11, 20).isoformat(),
            "2004",
        )
        for rule in results.rules_to_confirm(definition):
            results.confirm_rule(self.desk, definition, rule, by)
