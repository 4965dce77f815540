# SPDX-License-Identifier: EUPL-1.2
"""The log and the own akter under fire: unlocks entered, wrong tries told, reviews, what is typed
and not entered. See `operations`."""

from collections.abc import Iterator
from contextlib import closing

from tests.vault.making import PASSPHRASE, Workplace
from tests.vault.operations import Operation, Said, Say, sound_vault, spoken
from workbench.app.opening import open_session
from workbench.domain.access import LogReview, Unlocked
from workbench.domain.subject import Subject
from workbench.services.akter.cases import NewCase
from workbench.services.akter.session import Session
from workbench.services.house import reviewing_log
from workbench.services.records import working
from workbench.vault.errors import WrongPassphraseError

AKTER = 2


def _session(place: Workplace) -> Session:
    return open_session(place.folder, 1, PASSPHRASE, place.around)


def _with_akter(place: Workplace) -> None:
    place.create().close()
    with closing(_session(place)) as session:
        for number in range(AKTER):
            session.begin(NewCase(Subject("Vera Exempel"), f"2026-{number}"))


def _review(place: Workplace, say: Say) -> None:
    place.clock.step(minutes=10)  # nobody waits for the wrong tries of who was cut off
    try:
        open_session(place.folder, 1, "fel", place.around)
    except WrongPassphraseError:
        say("tried")
    with closing(_session(place)) as session:
        say("unlocked")
        read = reviewing_log.waiting(session.desk)
        reviewing_log.sign_off(session.desk, read[-1].entry, "nothing-to-note", entries=len(read))
        say("reviewed", read[-1].entry)


def _broken_review(place: Workplace, said: Said) -> Iterator[str]:
    """Each unlock, each wrong try and each review that was told of stands in the log."""
    with sound_vault(place):
        pass
    with closing(_session(place)) as session:
        unlocks = [each.value for each in session.desk.house.all(Unlocked)]
        reviews = {each.value.last for each in session.desk.house.all(LogReview)}
    if len(unlocks) < len(spoken(said, "unlocked")):
        yield "an unlock is not in the log"
    if sum(each.failed_before for each in unlocks) < len(spoken(said, "tried")):
        yield "a wrong try is not in the log"
    for (last,) in spoken(said, "reviewed"):
        if last not in reviews:
            yield f"the review up to {last} is lost"


def _type(place: Workplace, say: Say) -> None:
    with closing(_session(place)) as session:
        for row in session.desk.vault.own.rows():
            akt = session.akt(row.case)
            for unfinished in working.unentered(akt):
                say("dropping", row.case, unfinished.record)
                working.discard(akt, unfinished.kind, unfinished.record)
                say("dropped", row.case, unfinished.record)
            field = working.Field("note", akt.new_record(), "text")
            working.type_field(akt, field, "halv mening")
            say("typed", row.case, field.record)


def _broken_typing(place: Workplace, said: Said) -> Iterator[str]:
    """What waits is listed before any akt is opened; a row of nothing goes when it is.

    Cut off between throwing a row away and telling of it, the row may be there or not.
    """
    dropped = {record for _case, record in spoken(said, "dropped")}
    may_be_gone = {record for _case, record in spoken(said, "dropping")}
    with closing(_session(place)) as session:
        own = session.desk.vault.own
        while own.unread():
            own.read_more()
        listed = {each.record for each in own.unentered()}
        for case, record in spoken(said, "typed"):
            if record not in listed and record not in may_be_gone:
                yield f"{case}: what was typed in {record} is not listed"
        for row in own.rows():
            held = {each.record for each in working.unentered(session.akt(row.case))}
            if not held <= listed:
                yield f"{row.case}: the list tells too little"
        if {each.record for each in own.unentered()} & dropped:
            yield "the list was not mended"


OPERATIONS = {
    "review": Operation(_review, _broken_review, _with_akter),
    "type": Operation(_type, _broken_typing, _with_akter),
}
