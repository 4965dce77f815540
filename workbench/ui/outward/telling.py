# SPDX-License-Identifier: EUPL-1.2
"""What must be known before anything leaves, in words."""

from dataclasses import dataclass

from workbench.domain.interpreters import InterpreterNeed
from workbench.domain.no_contact import NoContact
from workbench.domain.subject import SafeContact
from workbench.services.desk import Desk
from workbench.services.handing_over import outward
from workbench.services.handing_over.outward import Before
from workbench.services.person import identity, identity_words, interpreter_words, protection_view
from workbench.services.records.akt import Akt
from workbench.ui.case.overview import safe_contact
from workbench.ui.writing.fields import OptionVm
from workbench.words import _


@dataclass(frozen=True, slots=True)
class PartVm:
    """A small heading and its lines."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookVm:
    """The panel at one look. `contact`: which version of the safe contact, "" for none.

    `ticks`: by code, what is ticked.
    """

    contact: str
    parts: tuple[PartVm, ...]
    ticks: tuple[OptionVm, ...]


def tell(akt: Akt, desk: Desk) -> LookVm:
    """Everything but the safe contact."""
    known = outward.before(akt)
    parts = (_not_contacted(known), _interpreter(known), _identity(akt, desk))
    return LookVm(
        contact=next((each.entry for each in akt.all(SafeContact)), ""),
        parts=tuple(part for part in parts if part.lines),
        ticks=tuple(OptionVm(code, tick_words()[code]) for code in known.ticks),
    )


def contact_lines(akt: Akt, *, with_code_word: bool) -> tuple[str, ...]:
    """The safe contact. Without the code word where a name may stand on the same page."""
    word = _("Code word")
    lines = safe_contact(akt)
    return tuple(each for each in lines if with_code_word or not each.startswith(word))


def tick_words() -> dict[str, str]:
    """What is ticked, by code."""
    return {
        outward.LOOKED_THROUGH: _(
            "I have looked through safe contact, whom not to contact and the interpreter"
        ),
        protection_view.NO_PLACE: _(
            "The person is protected: I have read all that leaves, and no place stands in it"
        ),
    }


def not_contacted_line(row: NoContact) -> str:
    """`Tolk Exempelsson (interpreter): knows the family`."""
    what = interpreter_words.not_contacted(row.what, _)
    return _("{who} ({what}): {why}").format(who=row.who, what=what.lower(), why=row.why)


def _not_contacted(known: Before) -> PartVm:
    lines = [not_contacted_line(each) for each in known.not_contacted]
    lines += [known.said_with_contact] if known.said_with_contact else []
    return PartVm(_("Must not be contacted"), tuple(lines) or (_("Nobody is on the list."),))


def _interpreter(known: Before) -> PartVm:
    if known.interpreter is None:
        said = known.said_at_arrival
        at_arrival = (_("Said at arrival: {what}").format(what=said),) if said else ()
        return PartVm(_("Interpreter"), at_arrival)
    return PartVm(_("Interpreter"), (need_line(known.interpreter), *refused_lines(known)))


def interpreter_lines(akt: Akt) -> tuple[str, ...]:
    """What must be known of the interpreter when a talk begins; () where nothing is."""
    return _interpreter(outward.before(akt)).lines


def _identity(akt: Akt, desk: Desk) -> PartVm:
    """What speaks against whom it is about; it is shown, and nothing is stopped by it."""
    found = identity.doubts_of(desk, akt)
    return PartVm(_("Look at the identity"), tuple(identity_words.doubt(e, _) for e in found))


def need_line(need: InterpreterNeed) -> str:
    """`Arabic (Syrian) · woman · by phone · from another place`."""
    language = f"{need.language} ({need.dialect})" if need.dialect else need.language
    said = (
        language,
        interpreter_words.genders(_).get(need.gender, "").lower(),
        interpreter_words.ways(_).get(need.way, "").lower(),
        _("from another place") if need.from_elsewhere else "",
        interpreter_words.sames(_).get(need.same, "").lower(),
        need.wishes,
    )
    return " · ".join(part for part in said if part)


def refused_lines(known: Before) -> tuple[str, ...]:
    """Who is refused, one a line."""
    said = _("Refused: {who}")
    return tuple(said.format(who=each.who) for each in known.refused_interpreters)
