# SPDX-License-Identifier: EUPL-1.2
"""The closed lists of incidents and events in words, the same on screen and on paper."""

from workbench.domain.incidents import Certainty
from workbench.domain.life_events import LifeEventKind
from workbench.services.labels import Speech


def certainties(_: Speech) -> dict[str, str]:
    """How what is written is known."""
    return {
        "seen": _("Seen by us"),
        "told": _("Told by the person"),
        "told-by-other": _("Told by somebody else"),
        "documented": _("Documented"),
        "assumed": _("Assumed"),
    }


def there(_: Speech) -> dict[str, str]:
    """How a child was there."""
    return {
        "saw-heard": _("Saw and heard it"),
        "saw": _("Saw it"),
        "heard": _("Heard it"),
        "noticed": _("Noticed it afterwards"),
        "none": _("None of these"),
        "unknown": _("Does not know"),
    }


def event_kinds(_: Speech) -> dict[str, str]:
    """Events of a life."""
    return {
        "separation": _("Separation"),
        "birth": _("Birth"),
        "court_date": _("Day in court"),
        "move": _("Move"),
        "placement": _("Placement"),
        "release": _("Release or leave"),
        "other": _("Other event"),
    }


def fields(_: Speech) -> dict[str, str]:
    """What a field is called."""
    return {
        "until": _("To"),
        "about": _("About then"),
        "certainty": _("How it is known"),
        "children": _("Children"),
        "saw": _("Saw it"),
        "heard": _("Heard it"),
        "noticed": _("Noticed it afterwards"),
        "involved": _("Who was involved"),
        "document": _("Document"),
        "page": _("Page"),
    }


def certainty(code: Certainty, _: Speech) -> str:
    """How something is known; "" while nobody said."""
    return certainties(_)[code] if code else ""


def event_kind(code: LifeEventKind, _: Speech) -> str:
    """What kind of event."""
    return event_kinds(_)[code]
