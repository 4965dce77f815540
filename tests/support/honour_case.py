# SPDX-License-Identifier: EUPL-1.2
"""A fictional honour case, judged with PATRIARK: several who threaten, two who are threatened."""

from tests.support.asking import Assessed
from workbench.domain.assessments import Judgement, Level
from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure
from workbench.domain.scenarios import Scenario
from workbench.domain.worksheets import (
    Citation,
    ColumnHead,
    FactorRef,
    Material,
    SheetPerson,
    WorksheetHead,
)
from workbench.services.assess import assessing, judging, locking, rating, sheets, worksheets
from workbench.services.loop import planning
from workbench.services.records.akt import Draft

PATRIARK = "patriark-2013"


class HonourCase(Assessed):
    """Everything coded and entered, one scenario with two factors, an incident and a measure."""

    def __init__(self) -> None:
        super().__init__()
        self.record = self.begin(PATRIARK, sources=("Samtal med Karin", "Orosanmälan"))
        self._around()
        happened = Incident("2026-11-02", "honour", 4, "Fadern tog hennes pass")
        self.incident = planning.enter_incident(self.akt, happened).records[0]
        self._code()
        self.scenario = self._plan()

    def lock(self) -> None:
        locking.lock(self.akt, self.desk, self.record)

    def again(self) -> RecordId:
        """Ninety days later, with the first factor coded anew."""
        self.bench.clock.step(days=90)
        made = rating.begin_again(self.akt, self.desk, self.record)
        assessing.record_coding(self.akt, made, "t1", "now", "J")
        return made

    def judged(self) -> RecordId:
        """With one level, and what is left to say named on the page."""
        value = Judgement(
            assessments=(self.record,),
            risk_for_what="Att hon förs ut ur landet och gifts bort.",
            against_whom="Karin och hennes yngre syster",
            why="Passet är taget, en resa är bokad, bröderna följer henne.",
            what_we_do="Utreseförbud, skyddat boende, skolan vet.",
            limitations="Ingen i familjen är hörd.",
            reassess_on="2026-12-20",
            levels=(Level("akut-risk", "high", because="Resan är bokad till jul."),),
        )
        return judging.enter_judgement(self.akt, value).records[0]

    def _around(self) -> None:
        made = self.record
        heads = (ColumnHead("now", "Sedan passet togs", "2026-11-22"), ColumnHead("past"))
        self.akt.enter(
            Draft(WorksheetHead(made, question="Kan hon bo hemma över jul?", columns=heads)),
            Draft(Material(made, "3", "document", "Skolans anteckningar", "2026-11-12")),
            Draft(SheetPerson(made, "perpetrator", "Fadern", "far", ("decides",))),
            Draft(SheetPerson(made, "perpetrator", "Bror B", "bror", ("carries-out",))),
            Draft(SheetPerson(made, "other", "Moster M", "moster", ("protects",))),
            Draft(SheetPerson(made, "victim", "Karin", "", note="Följs till skolan.")),
            Draft(SheetPerson(made, "victim", "Lillasyster", "syster")),
        )

    def _code(self) -> None:
        definition, made = self.definition(PATRIARK), self.record
        for at, item in enumerate(definition.items):
            for turn, column in enumerate(definition.columns):
                code = item.codes[(at + turn) % len(item.codes)]
                assessing.record_coding(self.akt, made, item.id, column.id, code)
        on = sheets.sheet(self.akt, self.desk, made)
        assessing.record_note(self.akt, on, "t2", "Brodern: ”Hon ska hem till byn.”")
        self.own = self.akt.new_record()
        group = definition.table.extra_factor_rows[0]
        worksheets.record_extra(self.akt, (made, definition), self.own, group, "Resan är bokad")
        assessing.record_coding(self.akt, made, self.own, "now", "J")
        for cited in (
            Citation(made, "t2", "now", "3", "14", "”De kör dig hem.”", "2026-11-12"),
            Citation(made, "t2", "now", "", incident=self.incident),
        ):
            worksheets.record_citation(self.akt, self.akt.new_record(), cited)
        assessing.enter_sitting(self.akt, made)

    def _plan(self) -> RecordId:
        refs = (FactorRef(self.record, "t2"), FactorRef(self.record, self.own))
        scenario = Scenario(
            what="Hon förs utomlands under jullovet och gifts bort.",
            who="Fadern bestämmer, bröderna utför",
            against_whom="Karin",
            imminence="Före jul",
            severity="Livet förändras för alltid",
            likelihood="hög",
            turn="escalate",
            factors=refs,
            incidents=(self.incident,),
        )
        record = planning.enter_scenario(self.akt, scenario).records[0]
        measure = Measure(
            "Ansök om utreseförbud", "Sten", "2026-11-24", record, "victim-safety", "decided",
            protection="defensive", follow_up_on="2026-12-01", factors=refs[:1],
        )  # fmt: skip
        planning.enter_measure(self.akt, measure)
        return record
