# SPDX-License-Identifier: EUPL-1.2
"""A fictional case, rich enough to look at: nobody here exists.

The labels of the items are our own short ones; the phone number is of the series that PTS keeps
for fiction.
"""

from datetime import date, datetime, timedelta, timezone

from workbench.services.documents import (
    AssessmentDocument,
    CodedPart,
    ColumnHeading,
    ComputedPart,
    Confirmation,
    ContactRuleRow,
    FactorGroup,
    FactorRow,
    FollowUpRow,
    IfItHappensRow,
    IncidentRow,
    InstrumentHeading,
    JudgementPart,
    LevelRow,
    MeasureRow,
    OrderRow,
    OwnAppraisalPart,
    PersonRow,
    PlannedScenarioPart,
    ProtectionPlanDocument,
    Provenance,
    ReadOffPart,
    ScenarioPart,
    SignaturePart,
    SoughtSourceRow,
    SourceRow,
    StaffItemRow,
    StaffRow,
    TraceRow,
)

WINTER = timezone(timedelta(hours=1))
DAY = date(2026, 11, 22)


def at(hour: int, minute: int) -> datetime:
    """A time on the day of the example."""
    return datetime(2026, 11, 22, hour, minute, 0, tzinfo=WINTER)


FRESH = "Bedömningen är färskvara. Gör om den när läget ändras."
PART = "Resultatet är en del av en samlad bedömning och ersätter inte utredningen."
FIRST = "Skydd går före formulär. Vänta inte med åtgärder för att svar saknas eller poängen är låg."
NO_CHANCE = "Poängen är inte en sannolikhet."
OWN = (
    "Personens egen bild av risken redovisas bredvid och räknas inte in. Låg poäng talar aldrig "
    "emot stark egen oro."
)
GROUP = "Utvecklat för kvinnor som utsatts av manlig partner. Inte validerat för andra."
ABROAD = "Prövat i annat land. Svensk prövning är inte belagd här."
NO_SUM = "Ingen summa och ingen uträknad nivå. Bedömaren avgör och motiverar."
MISSING = (
    "9 bedömningar av förekomst saknar information. Det är inte samma sak som ”föreligger ej”."
)
PLAN_ALWAYS = "Hanteringsplan behövs på alla nivåer, även låg och medel."
OWN_LABELS = "Formulärtexten är inte inläst. Korta egna etiketter visas; använd er egen blankett."

ASSESSOR = StaffRow("Britta Provberg", "socialsekreterare")
PERSONS = (
    PersonRow("Den utsatta", "Alva Exempelsson", "20000101-0000"),
    PersonRow("Våldsutövare", "Kuno Påhittad", "19990311-0000"),
    PersonRow("Barn", "Mira Exempelsson", "20200415-0000"),
)
PROVENANCE = Provenance(
    program="Värn 0.1.0",
    prepared_at=at(14, 10),
    pins=(
        "danger-assessment@weighted-20 · sha256 4f0c19ab77e2",
        "freda-farlighetsbedomning@2014-10 · sha256 b83d0157c4a9",
        "sara-sv@v2-2010 · sha256 91e6d2204bb8",
    ),
)
SIGNATURE = SignaturePart(
    signer=ASSESSOR,
    entered_at=at(13, 52),
    signed_at=at(13, 58),
    review_skipped="Ensam i jour; granskas av Torsten Låtsas på måndag.",
)

_DA = (
    ("1", "Våldet har ökat senaste året", "ja", "1"),
    ("2", "Äger skjutvapen", "nej", "0"),
    ("3", "Lämnat partnern efter samboende, senaste året", "ja", "4"),
    ("3a", "Aldrig bott ihop", "nej", "0"),
    ("4", "Arbetslös", "nej", "0"),
    ("5", "Använt eller hotat med vapen", "ja", "3"),
    ("5a", "Skjutvapen", "nej", "0"),
    ("6", "Dödshot", "ja", "3"),
    ("7", "Undgått gripande för partnervåld", "nej", "0"),
    ("8", "Barn som inte är förövarens", "nej", "0"),
    ("9", "Tvingad till sex", "nej", "0"),
    ("10", "Strypförsök", "ja", "1"),
    ("11", "Narkotika", "nej", "0"),
    ("12", "Alkoholproblem", "ja", "1"),
    ("13", "Kontrollerar vardagen", "ja", "1"),
    ("13a", "Försöker men får inte", "nej", "0"),
    ("14", "Våldsam ständig svartsjuka", "ja", "1"),
    ("15", "Slagen under graviditet", "nej", "0"),
    ("15a", "Aldrig gravid med honom", "nej", "0"),
    ("16", "Förövaren hotat om eller försökt självmord", "nej", "0"),
    ("17", "Hotar skada barnen", "nej", "0"),
    ("18", "Tror hen kan döda mig", "ja", "1"),
    ("19", "Förföljelse, spioneri, skadegörelse", "ja", "1"),
    ("20", "Egen självmordstanke eller eget försök", "nej", "0"),
)

DANGER = ComputedPart(
    heading=InstrumentHeading(
        title="Danger Assessment",
        version="weighted-20",
        wording="Egna korta etiketter. Formulärtexten är inte inläst.",
        rule="Bekräftad av metodansvarig.",
        administered_on=(date(2026, 11, 21), DAY),
        administered_by="Britta Provberg",
    ),
    value="17",
    band="allvarlig",
    confirmation=Confirmation(
        "Torsten Låtsas", "metodansvarig", "viktad blankett, 2019", date(2026, 10, 2)
    ),
    trace=tuple(TraceRow(*row) for row in _DA),
    caveats=(OWN, NO_CHANCE, GROUP, ABROAD, OWN_LABELS, PART, FIRST, FRESH),
)

FREDA = ReadOffPart(
    heading=InstrumentHeading(
        title="FREDA-farlighetsbedömning",
        version="2014-10",
        wording="Egna korta etiketter. Formulärtexten är inte inläst.",
        rule="Ingen belagd poängregel finns. Svaren sparas utan poäng.",
        administered_on=(DAY,),
        administered_by="Britta Provberg",
    ),
    points="19",
    level="hög",
    form_edition="rättad version, 22 oktober 2014",
    read_on=DAY,
    read_by="Britta Provberg",
    caveats=(OWN, OWN_LABELS, PART, FIRST, FRESH),
)

_SARA = (
    (
        "Våld i relationen",
        (
            (
                "1",
                "Våld",
                ("J", "J"),
                "Knytnävsslag 14 november; knuffar sedan 2024.",
                "Alva, journal vårdcentral",
            ),
            (
                "2",
                "Hot/avsikt att utöva allvarligt våld",
                ("J", "J"),
                "”Jag hittar dig var du än är.” Två röstmeddelanden sparade.",
                "Röstmeddelanden, handling 3",
            ),
            (
                "3",
                "Upptrappning",
                ("J", "D"),
                "Tre händelser på sju veckor, den senaste med strypgrepp.",
                "Våldskalendern",
            ),
            ("4", "Överträdelse av kontaktförbud/beslut", ("--", "--"), "", ""),
            ("5", "Våldsamma attityder", ("D", "J"), "", "Alva"),
        ),
    ),
    (
        "Våldsutövaren",
        (
            (
                "6",
                "Annan/allmän kriminalitet",
                ("--", "N"),
                "Uppger själv inga domar; register ej sett.",
                "Alva",
            ),
            ("7", "Relationsproblem", ("J", "J"), "Separation sedan 3 november.", "Alva"),
            ("8", "Problem med arbete/ekonomi", ("D", "--"), "", ""),
            (
                "9",
                "Missbruksproblem",
                ("J", "D"),
                "Dricker varje helg. Preliminär kodning.",
                "Alva, syster",
            ),
            ("10", "Psykisk ohälsa", ("--", "--"), "Kodas inte utan underlag från vården.", ""),
        ),
    ),
    (
        "Den utsattas sårbarhet",
        (
            ("11", "Inkonsekvent beteende/attityd", ("N", "D"), "", ""),
            (
                "12",
                "Extrem rädsla",
                ("J", "D"),
                "Sover inte. Vågar inte hämta på förskolan själv.",
                "Alva",
            ),
            ("13", "Otillräcklig tillgång till resurser", ("D", "--"), "", ""),
            (
                "14",
                "Farlig/svår livssituation",
                ("J", "--"),
                "Gemensam vårdnad, gemensam lägenhet.",
                "Alva",
            ),
            ("15", "Personliga problem", ("--", "--"), "", ""),
        ),
    ),
)

SARA = CodedPart(
    heading=InstrumentHeading(
        title="SARA:SV",
        version="v2-2010",
        wording="Egna korta etiketter. Formulärtexten är inte inläst.",
        rule="Strukturerad professionell bedömning. Inget räknas.",
        administered_on=(DAY,),
        administered_by="Britta Provberg",
    ),
    columns=(
        ColumnHeading(
            "Aktuell situation",
            "Den aktuella händelsen och tiden nära den, under fyra veckor.",
            4,
            0,
        ),
        ColumnHeading("Bakgrund", "Tidigare än fyra veckor.", 5, 0),
    ),
    groups=tuple(
        FactorGroup(label, tuple(FactorRow(*row) for row in rows)) for label, rows in _SARA
    ),
    code_key=(
        ("J", "föreligger"),
        ("D", "möjligen eller delvis"),
        ("N", "föreligger ej"),
        ("--", "otillräcklig information"),
    ),
    caveats=(NO_SUM, MISSING, PLAN_ALWAYS, OWN_LABELS, PART, FIRST, FRESH),
)

MEASURES = (
    MeasureRow(
        "Ansöka om kontaktförbud, även för förskolan.",
        "Britta Provberg tillsammans med Alva; åklagare beslutar",
        "pågår",
        due=date(2026, 11, 23),
        scenarios=("S1", "S2"),
        follow_up=date(2026, 11, 27),
    ),
    MeasureRow(
        "Larmtelefon och säkerhetssamtal hos polisens brottsoffer- och personsäkerhetsgrupp.",
        "Brottsofferhandläggare Ture Fiktiv",
        "beslutad",
        due=date(2026, 11, 24),
        scenarios=("S1",),
        follow_up=date(2026, 12, 1),
    ),
    MeasureRow(
        "Skyddat boende för Alva och Mira till dess att kontaktförbudet är prövat.",
        "Socialjouren, beslut av enhetschef Karin Dikt",
        "klar",
        due=DAY,
        scenarios=("S1",),
    ),
    MeasureRow(
        "Förskolan får besked om vem som får hämta, och ett foto till personalen.",
        "Barnhandläggare Pelle Saga",
        "föreslagen",
        when="före måndag morgon",
        scenarios=("S2",),
        follow_up=date(2026, 11, 30),
    ),
)

SCENARIOS = (
    ScenarioPart(
        reference="S1",
        what="Han söker upp Alva vid bostaden när hon hämtar sina saker, och tar strypgrepp igen.",
        who="Kuno Påhittad",
        against_whom="Alva; Mira om hon är med",
        severity="livshotande",
        imminence="de närmaste dagarna, störst när han får veta att hon har flyttat",
        frequency="enstaka, med flera försök",
        likelihood="troligt",
        kind="upptrappning",
        note="Han har nyckel till lägenheten och vet när hon arbetar.",
    ),
    ScenarioPart(
        reference="S2",
        what="Han hämtar Mira på förskolan och vägrar lämna tillbaka henne.",
        who="Kuno Påhittad, eventuellt med sin bror",
        against_whom="Mira",
        severity="allvarligt",
        imminence="de närmaste veckorna",
        frequency="en gång",
        likelihood="möjligt",
        kind="ny form av våld",
    ),
)


def assessment() -> AssessmentDocument:
    """A complete assessment, of about six pages."""
    return AssessmentDocument(
        case_number="2026-0147",
        number=2,
        persons=PERSONS,
        assessors=(ASSESSOR, StaffRow("Hanna Hittepå", "kurator")),
        assessed_on=(date(2026, 11, 21), DAY),
        unit="Relationsvåldsenheten, Provköpings kommun",
        purpose="Underlag för beslut om skydd och för ansökan om kontaktförbud efter händelsen den 14 november.",
        protection_now="Ja. Alva och Mira är i säkerhet sedan den 21 november kl. 22.40. Beslut av socialjouren.",
        sources=(
            SourceRow(
                "Samtal med Alva, två gånger, med tolk per telefon",
                date(2026, 11, 21),
                "Britta Provberg",
            ),
            SourceRow("Samtal med Alvas syster", DAY, "Hanna Hittepå"),
            SourceRow(
                "Journal från vårdcentralen, 14 november",
                date(2026, 11, 20),
                "Lämnad av Alva",
                note="Handling 2",
            ),
            SourceRow("Röstmeddelanden, utskrivna", DAY, "Lämnade av Alva", note="Handling 3"),
        ),
        sources_sought=(
            SoughtSourceRow(
                "Samtal med Kuno Påhittad", "Inte genomfört: kontakt bedöms öka risken.", DAY
            ),
            SoughtSourceRow(
                "Utdrag ur misstankeregistret",
                "Nekat: sekretess, begäran skickad till polisen.",
                DAY,
            ),
        ),
        own_appraisal=OwnAppraisalPart(
            words=(
                "Han har aldrig varit så tyst som nu. När han är tyst är det värst. Jag tror att han väntar på "
                "att jag ska komma hem efter sakerna. Jag är inte rädd för att bli slagen igen, jag är rädd för "
                "att han inte slutar den här gången."
            ),
            estimate="mycket hög risk de närmaste dagarna",
            recorded_at=at(9, 15),
            recorder="Britta Provberg",
        ),
        incidents=(
            IncidentRow(date(2026, 9, 27), "Knuffad mot dörrkarm, blåmärke på armen", 2, "Alva"),
            IncidentRow(
                None,
                "Slagen med öppen hand i bilen, Mira i baksätet",
                3,
                "Alva",
                day="mitten av oktober",
                note="Systern såg märket dagen efter.",
            ),
            IncidentRow(
                date(2026, 11, 14),
                "Knytnävsslag och strypgrepp i köket, såg svart en kort stund",
                5,
                "Alva; journal från vårdcentralen",
            ),
        ),
        results=(DANGER, FREDA, SARA),
        judgement=JudgementPart(
            risk_of_what="Nytt grovt våld med strypgrepp i samband med att Alva hämtar sina saker, och att Mira förs bort från förskolan.",
            against_whom="Alva i första hand. Mira genom att bevittna våldet och genom att tas från förskolan.",
            reasons=(
                "Våldet har trappats upp på kort tid, från knuffar till strypgrepp med påverkat medvetande. Separationen är tre veckor gammal och "
                "han vet ännu inte att den är slutgiltig. Han har hotat att döda, har nyckel och vet hennes tider. "
                "Alvas egen bild är entydig och pekar åt samma håll.\n\n"
                "Det som talar för lägre risk är att inga vapen finns i hemmet såvitt känt och att brodern hittills har "
                "hållit sig utanför. Det väger lätt mot strypgreppet."
            ),
            what_we_do="Skydd utanför hemmet nu, kontaktförbud, larm, och besked till förskolan innan måndag. Sakerna hämtas av polis, aldrig av Alva.",
            limitations="Vi har inte talat med Kuno Påhittad och inte sett några register. Nio kodningar i SARA:SV saknar information, flest om hans psykiska hälsa.",
            levels=(
                LevelRow("Aktuell risk (närmaste veckorna)", "hög", without_measures=True),
                LevelRow("Risk för framtida partnervåld", "hög", without_measures=True),
                LevelRow(
                    "Hur allvarlig den framtida risken är",
                    "hög",
                    without_measures=True,
                    reason="Strypgrepp i den senaste händelsen.",
                ),
            ),
            reassess_by=date(2026, 12, 6),
            comparison="Alvas egen bild och poängen pekar åt samma håll. De är inte sammanvägda.",
        ),
        scenarios=SCENARIOS,
        measures=MEASURES,
        signature=SIGNATURE,
        provenance=PROVENANCE,
    )


def protection_plan() -> ProtectionPlanDocument:
    """A protection plan for the same case."""
    return ProtectionPlanDocument(
        case_number="2026-0147",
        persons=PERSONS,
        unit="Relationsvåldsenheten, Provköpings kommun",
        planned_on=DAY,
        responsible=ASSESSOR,
        rests_on="Bedömning 2, signerad 2026-11-22",
        scenarios=(
            PlannedScenarioPart("S1", SCENARIOS[0].what, SCENARIOS[0].against_whom, MEASURES[:3]),
            PlannedScenarioPart("S2", SCENARIOS[1].what, SCENARIOS[1].against_whom, MEASURES[3:]),
            PlannedScenarioPart(
                "S3",
                "Han skriver om Alva i sociala medier.",
                "Alva",
                (),
                "Alva vill avvakta; tas upp vid uppföljningen.",
            ),
        ),
        further_measures=(
            MeasureRow(
                "Samtalskontakt för Mira.",
                "Hanna Hittepå",
                "föreslagen",
                when="när boendet är ordnat",
            ),
        ),
        contact_rules=(
            ContactRuleRow(
                "Telefon",
                "Ring 070-174 06 05, vardagar 9–11. Dolt nummer.",
                "Svarar någon annan: fel nummer, lägg på.",
            ),
            ContactRuleRow("Sms", "Nej. Telefonen delas med hans konto."),
            ContactRuleRow("Brev", "Nej."),
            ContactRuleRow(
                "Den som inte får kontaktas", "Kuno Påhittad, hans bror och hans föräldrar."
            ),
        ),
        orders=(
            OrderRow(
                "Kontaktförbud, ansökt",
                date(2026, 11, 23),
                None,
                "Alva, Mira och förskolan. Åklagaren prövar.",
            ),
        ),
        if_it_happens=(
            IfItHappensRow(
                "Han dyker upp där Alva är",
                "112. Lås om er, gå inte ut. Ring ansvarig när polisen är på plats.",
                "Den som är i tjänst",
            ),
            IfItHappensRow(
                "Han hämtar eller försöker hämta Mira",
                "112. Förskolan håller dörren stängd och ringer barnhandläggaren.",
                "Förskolans chef, Pelle Saga",
            ),
            IfItHappensRow(
                "Kontaktförbudet överträds",
                "Polisanmäl, spara meddelanden, gör en ny bedömning samma dag.",
                "Britta Provberg",
            ),
        ),
        staff_items=(
            StaffItemRow(
                "A3",
                "Kodord",
                "”Blå mappen” betyder att hon inte kan prata. ”Röda mappen” betyder ring polisen.",
            ),
            StaffItemRow("B5", "Vapen", "Inga vapen kända. Fråga brodern via polisen."),
            StaffItemRow(
                "E4",
                "Förskola",
                "Alva eller hennes syster hämtar. Ingen annan, även om någon ringer.",
            ),
        ),
        follow_ups=(
            FollowUpRow(
                "Läget hos åklagaren, larmtelefonen provad", date(2026, 11, 27), "Britta Provberg"
            ),
            FollowUpRow("Förskolan: fungerar hämtningen?", date(2026, 11, 30), "Pelle Saga"),
        ),
        reassess_by=date(2026, 12, 6),
        signature=SIGNATURE,
        provenance=PROVENANCE,
        caveats=(FIRST, PLAN_ALWAYS),
    )
