# SPDX-License-Identifier: EUPL-1.2
"""A vault with many akter, made the way the program makes them; only the disk may be memory."""

from collections.abc import Callable, Sequence

from workbench.domain.assessments import Assessment, InstrumentPin
from workbench.domain.ids import CaseId, UserId
from workbench.domain.measures import Measure
from workbench.domain.subject import Subject
from workbench.services.access_ports import NewUser
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.records.akt import Akt, Draft

ASSESSMENTS = 10
_PIN = InstrumentPin("danger-assessment", "weighted-20", "0" * 64)
_FIRST = ("Vera", "Karin", "Maj", "Stina", "Åsa", "Örjan", "Nils", "Ebba", "Tuva", "Signe")
_LAST = ("Exempel", "Påhittad", "Fiktivsson", "Tänkt", "Låtsas", "Sagoberg", "Diktén")


def name(number: int) -> str:
    """A fictional name; each is some hundred people's in a vault of ten thousand."""
    return f"{_FIRST[number % len(_FIRST)]} {_LAST[number % len(_LAST)]}"


def personal_number(number: int) -> str:
    """Twelve digits that are nobody's: the serial number stands where the month stood."""
    return f"19{number % 100:02}13{number % 90:02}-{number % 10_000:04}"


def fill(
    session: Session, how_many: int, tell: Callable[[int], None] = lambda _done: None
) -> list[CaseId]:
    """Akter with a subject, ten assessments and a measure each, in one commit an akt.

    As an import would make them: whoever makes ten thousand does not open each, so the log stays
    short. A long one is measured by itself.
    """
    desk, made = session.desk, list[CaseId]()
    for number in range(how_many):
        file = desk.vault.new_case(f"2026-{number:05}")
        akt = Akt(file, desk.vault, desk.clock, desk.ids)
        due = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
        akt.enter(
            Draft(Subject(name(number), personal_number(number))),
            *[Draft(Assessment(_PIN, "2026-11-22")) for _ in range(ASSESSMENTS)],
            Draft(Measure("Byta lås", "Sten", due, status="decided")),
        )
        desk.vault.mirror(file.case, cases.summary_of(akt))
        file.close()
        made.append(file.case)
        tell(number)
    return made


def add_reader(session: Session, new: NewUser, akter: Sequence[CaseId]) -> UserId:
    """Another user, with a grant to these akter."""
    access = session.desk.vault.access
    user = access.add_user(new, lambda _user: None)
    for case in akter:
        access.grant(case, user, lambda: None)
    return user


def learn(session: Session) -> None:
    """What the first hours of a user with new grants do in the background."""
    own = session.desk.vault.own
    while own.unread():
        own.read_more()
