# SPDX-License-Identifier: EUPL-1.2
"""What a result may say on paper, and in which order."""

import io
from dataclasses import replace
from datetime import date

from tests.reports.example import DANGER, FREDA, SARA, assessment
from tests.reports.reading import body, pages, squeezed
from workbench.reports.assessment import write_assessment
from workbench.services.documents import (
    AssessmentDocument,
    FactorRow,
    IncompletePart,
    OpenItemRow,
    ResultPart,
    SeveralRow,
    UnscoredPart,
)


def written(document: AssessmentDocument) -> bytes:
    out = io.BytesIO()
    write_assessment(document, language="sv", out=out)
    return out.getvalue()


def read(*results: ResultPart) -> str:
    return body(written(replace(assessment(), results=results)))


def test_the_persons_own_appraisal_comes_before_any_score() -> None:
    text = body(written(assessment()))
    own = text.index("Denutsattasegenbedömning")
    assert own < text.index("Våldskalender") < text.index("DangerAssessment")
    assert own < text.index("allvarlig")
    assert (
        own < text.index("Samladbedömning") < text.index("Riskscenarier") < text.index("Åtgärder")
    )


def test_an_appraisal_entered_after_the_score_is_marked_so() -> None:
    document = assessment()
    assert document.own_appraisal is not None
    late = replace(document.own_appraisal, after_score=True)
    text = body(written(replace(document, own_appraisal=late)))
    assert "Nedtecknadefterattpoängenhadevisats." in text
    assert "Nedtecknadinnan" not in text


def test_declining_is_an_answer() -> None:
    document = assessment()
    assert document.own_appraisal is not None
    declined = replace(document.own_appraisal, words="", estimate="", declined=True)
    text = body(written(replace(document, own_appraisal=declined)))
    assert "Villeintegöranågonegenbedömning." in text


def test_a_computed_value_stands_with_who_confirmed_its_rule_and_its_trace() -> None:
    text = read(DANGER)
    assert "Värde17Nivåallvarlig" in text
    assert squeezed("Torsten Låtsas, metodansvarig, 2026-10-02") in text
    assert squeezed("Jämförd med blanketten: viktad blankett, 2019") in text
    assert squeezed("3 Lämnat partnern efter samboende, senaste året ja 4") in text


def test_an_incomplete_form_shows_two_bounds_and_what_is_open_but_no_band() -> None:
    part = IncompletePart(
        heading=DANGER.heading,
        answered=22,
        items=24,
        lowest="13",
        highest="19",
        open_items=(
            OpenItemRow("2", "Äger skjutvapen", "vet ej"),
            OpenItemRow("10", "Strypförsök", "vill inte svara"),
        ),
        caveats=("Ofullständigt: 22 av 24 besvarade.",),
    )
    text = read(part)
    assert "Ofullständigt.Ingennivåanges." in text
    assert "Besvarade22av24Lägstamöjliga13Högstamöjliga19" in text
    assert "2Ägerskjutvapenvetej10Strypförsökvillintesvara" in text
    assert "allvarlig" not in text.split("Samladbedömning")[0].split("DangerAssessment")[1]


def test_a_form_read_off_says_so_beside_points_and_beside_level() -> None:
    text = read(FREDA)
    mark = "Avlästpåblanketten,ejräknatavprogrammet."
    assert f"Poäng19{mark}Nivåhög{mark}" in text
    assert squeezed("rättad version, 22 oktober 2014") in text


def test_answers_without_a_rule_stand_without_points() -> None:
    part = UnscoredPart(
        heading=DANGER.heading,
        why="Regeln är inte bekräftad. Ingen poäng räknas.",
        answered=24,
        items=24,
        answers=DANGER.trace,
        caveats=("Ingen poäng räknas.",),
    )
    text = read(part)
    assert "VärdeRegelnärintebekräftad.Ingenpoängräknas." in text
    assert "3Lämnatpartnernefterseparation" not in text
    assert squeezed("3 Lämnat partnern efter samboende, senaste året ja 3a") in text


def test_structured_judgement_shows_codes_and_counts_only_what_is_missing() -> None:
    part = replace(SARA, added_factors=(FactorRow("16", "Husdjur hotas", ("J", ""), "Katten."),))
    text = read(part)
    assert "3UpptrappningJD" in text
    assert "4Överträdelseavkontaktförbud/beslut----" in text
    assert "4saknarinformation,0ännuintebedömda" in text
    assert "EgnafaktoreriärendetAktuellsituation" in text
    assert "16HusdjurhotasJKatten." in text
    assert "8föreligger" not in text  # J is never counted


def test_caveats_stand_on_the_same_page_as_the_value() -> None:
    for page in map(squeezed, pages(written(assessment()))):
        if "Värde17" in page:
            assert all(squeezed(caveat) in page for caveat in DANGER.caveats)
            break
    else:
        raise AssertionError("no page with the value")


def test_the_headings_of_a_table_come_again_on_its_next_page() -> None:
    heads = [squeezed(page).count("NrFrågaSvarPoäng") for page in pages(written(assessment()))]
    assert sum(heads) == 2
    assert max(heads) == 1


def test_a_level_judged_without_measures_says_so_beside_it() -> None:
    assert "högomingaåtgärdervidtas" in read(SARA)


def test_an_empty_assessment_says_what_is_not_there() -> None:
    document = replace(
        assessment(),
        sources=(),
        sources_sought=(),
        own_appraisal=None,
        incidents=(),
        results=(),
        judgement=None,
        scenarios=(),
        measures=(),
        assessed_on=(date(2026, 11, 22),),
    )
    text = body(written(document))
    for said in (
        "Ingenkällaärinförd.",
        "Ingenkällaärantecknadsomnekadellerintetillgänglig.",
        "Ingenegenbedömningärantecknad.",
        "Ingenhändelseärinförd.",
        "Ingetinstrumentharanvänts.",
        "Ingensamladbedömningärgjord.",
        "Ingetscenarioärskrivet.",
        "Ingenåtgärdärinförd.",
    ):
        assert said in text


def test_every_result_of_an_instrument_is_a_row_with_its_own_status_and_what_it_rests_on() -> None:
    rows = (
        SeveralRow("Fysiskt, egna", "Lägsta möjliga 3, högsta möjliga 9", "Ofullständigt"),
        SeveralRow("Gränsen 11 eller mer", "Ja", "Tabell: hits-2 · Räknat", ("1. Ofta = 4",)),
    )
    flags = ("10. Strypgrepp: Ja",)
    text = read(replace(DANGER, several=rows, flags=flags, table="da-weighted-20"))
    assert squeezed("Fysiskt, egna Lägsta möjliga 3, högsta möjliga 9 Ofullständigt") in text
    assert "1.Ofta=4" in text
    assert "Tabell:hits-2" in text
    assert squeezed("Att uppmärksamma 10. Strypgrepp: Ja") in text
    assert text.index("da-weighted-20") < text.index("Gränsen11ellermer")
