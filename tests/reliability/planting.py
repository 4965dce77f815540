# SPDX-License-Identifier: EUPL-1.2
"""Put names, numbers and sentences into two akter, through the services, as a process of its own.

    python -m tests.reliability.planting VAULT PASSPHRASE_FILE PLACE PAPERS

Prints one JSON object. Everything in `PLANTED` may stand in a vault, sealed, and in files that
were asked for; in no other file, at no moment.
"""

import json
import os
import sys
from pathlib import Path

from tests.contract.cheaply import surroundings
from workbench.app.opening import open_session
from workbench.app.paper import assessment_pdf
from workbench.cli.demo import acts, story
from workbench.cli.demo.fiction import FictionalPerson
from workbench.cli.inputs import read_passphrase, write_new
from workbench.domain.disclosures import Printed
from workbench.domain.ids import CaseId
from workbench.domain.subject import Note, ProtectionNow, SafeContact, Subject
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.handing_over import sharing
from workbench.services.person.whom import note_protection_now, set_safe_contact, write_note
from workbench.services.records import working
from workbench.services.records.akt import Akt, attachment_id

PERSON = FictionalPerson("Åsa Övningsberg", "19960601-0008", "070-174 06 41")
OTHER = FictionalPerson("Juni Påhittström", "19840229-0004", "070-174 06 87")
NOTE = "Åsa ringde från sin systers telefon; bilen stod kvar på parkeringen."
CORRECTED = "Åsa ringde från grannens telefon; bilen hade åkt."
RECEIVER = "Enheten för vuxna i Exempelby"
HALF_TYPED = "Juni frågar om hon kan byta skola till hös"
CODE_WORD = "kardemummabulle"
CHILDREN = "Barnen sover hos mormor på Provvägen 7."
HIDDEN_FROM = "Hans bror Lars-Påhitt får inget veta."
PLANTED = (
    *(PERSON.name, PERSON.personal_number, PERSON.phone),
    *(OTHER.name, OTHER.personal_number, OTHER.phone),
    *(NOTE, CORRECTED, RECEIVER, HALF_TYPED, CODE_WORD, CHILDREN, HIDDEN_FROM),
    *story.PLANTED_SENTENCES,
)


def whole_case(session: Session, papers: Path) -> dict[str, str]:
    """An akt with a whole assessment, a corrected note, and the assessment on paper."""
    desk = session.desk
    akt = acts.open_akt(session, PERSON)
    acts.own_appraisal(akt)
    made = (
        acts.danger_assessment(akt, desk, "Maj Metodsdotter"),
        acts.freda(akt, desk),
        acts.sara_sv(akt, desk),
    )
    judged = acts.judgement(akt, desk, made, "Sten Skyddsson")
    acts.measures(akt, desk, acts.scenarios(akt))
    acts.plans(akt, desk, PERSON)
    write_note(akt, Note(NOTE))
    write_note(akt, Note(CORRECTED, reason=f"Fel: {CHILDREN}"))
    content = assessment_pdf(akt, desk, judged, "sv")
    paper = write_new(papers / "b-1.pdf", content)
    note = Printed(akt.case, "assessment", RECEIVER, attachment_id(content))
    sharing.note_printed(desk, note)
    return {"case": akt.case, "paper": str(paper)}


def short_case(session: Session) -> dict[str, str]:
    """An akt with little in it, and more that was typed and not entered."""
    subject = Subject(OTHER.name, OTHER.personal_number, identity="protected")
    akt = session.begin(cases.NewCase(subject))
    note_protection_now(akt, ProtectionNow("yes", HIDDEN_FROM, CHILDREN))
    contact = SafeContact(OTHER.phone, code_word=CODE_WORD, do_not_contact=HIDDEN_FROM)
    set_safe_contact(akt, contact)
    half_type(akt)
    return {"other": akt.case}


def half_type(akt: Akt) -> None:
    """Working material, kept letter by letter."""
    field = working.Field("note", akt.new_record(), "text")
    for letters in range(1, len(HALF_TYPED) + 1, 4):
        working.type_field(akt, field, HALF_TYPED[:letters])
    working.type_field(akt, field, HALF_TYPED)


def main(vault: Path, passphrase_file: Path, place: int, papers: Path, case: str = "") -> None:
    """Plant both akter; with a case, type in that one and die there and then."""
    session = open_session(vault, place, read_passphrase(passphrase_file), surroundings())
    if case:
        half_type(session.akt(CaseId(case)))
        os._exit(9)  # as by a kill: nothing is closed
    told = whole_case(session, papers) | short_case(session)
    session.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]), *sys.argv[5:])
