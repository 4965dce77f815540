# SPDX-License-Identifier: EUPL-1.2
"""The words of identity, of links between akter and of who knows whom: on screen and on paper."""

from collections.abc import Mapping

from workbench.domain.personal_number import Doubt as NumberDoubt
from workbench.services.labels import Speech
from workbench.services.person.identity import Doubt


def kinds(_: Speech) -> dict[str, str]:
    """What a kind of record is called."""
    return {
        "file_link": _("Link to another case file"),
        "acquaintance": _("Whether the one who works here knows somebody"),
    }


def fields(_: Speech) -> dict[str, str]:
    """What a field of whom the akt is about is called."""
    return {
        "established": _("How the identity is known"),
        "established_note": _("Which document, which authority"),
        "reserve_number": _("Reserve number"),
    }


def established(code: str, _: Speech) -> str:
    """How the identity is known."""
    return establisheds(_).get(code, code)


def establisheds(_: Speech) -> dict[str, str]:
    """How an identity is known, by code."""
    return {
        "id-document": _("Identity document seen"),
        "document": _("A document in the case file"),
        "authority": _("Another authority said so"),
        "staff": _("Known to us since before"),
        "own-word": _("Only the person's own word"),
    }


def relation(code: str, _: Speech) -> str:
    """What the person of the other akt is to this one."""
    return relations(_).get(code, code)


def relations(_: Speech) -> dict[str, str]:
    """The same, by code."""
    return {
        "parent": _("Parent"),
        "child": _("Child"),
        "sibling": _("Sibling"),
        "partner": _("Partner, or was"),
        "relative": _("Another relative"),
        "came-together": _("Came together"),
        "perpetrator": _("Uses violence against this person"),
        "exposed": _("Exposed to violence by this person"),
        "other": _("Belongs together in another way"),
    }


def knows(_: Speech) -> dict[str, str]:
    """Whether somebody in the akt is known, by code."""
    return {"no": _("No"), "yes": _("Yes"), "unsure": _("Not sure")}


def what_is_done(_: Speech) -> dict[str, str]:
    """What was done about it, by code."""
    return {
        "told": _("My manager has been told"),
        "handed-over": _("Somebody else takes the case file"),
        "stays": _("I stay in it, after talking about it"),
    }


def doubt(found: Doubt, _: Speech) -> str:
    """A doubt as a calm sentence. It can always be kept as it is."""
    if found.kind == "number":
        return number_doubts(_)[found.number]
    told = {
        "reserve-as-number": _("This is a reserve number, not a personal number."),
        "number-elsewhere": _(
            "The same number stands in case file {where}. Is it the same person? Nothing is merged."
        ),
        "joined-before": _(
            "The reserve number was joined to {where} before. Is it the right person?"
        ),
        "name-missing": _("No name is written, though the identity is said to be known."),
        "name-figures": _("There are figures, or no letters, in the name. A number gone astray?"),
        "name-elsewhere": _(
            "Somebody of the same name is in case file {where}. Is this the right one?"
        ),
        "confirmed-by-nothing": _("Confirmed by what? Say how the identity is known."),
    }[found.kind]
    return told.replace("{where}", ", ".join(found.where))


def number_doubts(_: Speech) -> Mapping[NumberDoubt, str]:
    """What is wrong with a personal number by itself."""
    return {
        "": "",
        "length": _("It usually has ten or twelve digits. It can be kept as it is."),
        "date": _("The first digits are no date. It can be kept as it is."),
        "check-digit": _("The last digit does not fit: a typing error? It can be kept as it is."),
        "birth-date-only": _("Only a birth date: the last four are not known. It can be kept."),
        "zeros": _("The last four are zeros: a stand-in? It can be kept as it is."),
        "future": _("The birth date has not been yet. A typing error? It can be kept as it is."),
    }
