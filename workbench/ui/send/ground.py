# SPDX-License-Identifier: EUPL-1.2
"""Sekretessprövning as fields. Nothing is filled in beforehand; v1 knows one ground, consent."""

from pathlib import Path

from workbench.domain.ids import RecordId
from workbench.services.handing_over.exchange import Ground
from workbench.services.handing_over.receiver_view import View
from workbench.services.handing_over.sharing import HandOver
from workbench.ui.writing import checks
from workbench.ui.writing.fields import FieldVm, OptionVm
from workbench.ui.writing.spec import Missing, Values
from workbench.words import _

CARD, DOCUMENTS = "card", "documents"


def fields() -> tuple[FieldVm, ...]:
    """What must be considered and said before anything is shown to anyone."""
    return (
        FieldVm(
            "ground",
            _("On which ground may the secrecy be broken?"),
            "choice",
            options=(OptionVm("consent", _("The person's consent")),),
        ),
        FieldVm(
            "consent",
            _("How the consent was given"),
            "choice",
            options=(OptionVm("verbal", _("Orally")), OptionVm("written", _("In writing"))),
        ),
        FieldVm(
            "text",
            _("What the person consents to"),
            "text",
            _("To whom, what, for what. In words that the person has heard."),
            lines=3,
        ),
        FieldVm("consent_date", _("Day of the consent"), "day", is_short=True),
        FieldVm("label", _("How the receiver knows the person"), is_short=True),
        FieldVm("purpose", _("What the receiver needs it for"), "choice", options=_purposes()),
        FieldVm(
            DOCUMENTS,
            _("Documents that go along"),
            "links",
            _("None goes along by itself, and nothing in one is taken out. Read each one first."),
        ),
    )


def purpose_words(code: str) -> str:
    """The purpose as the receiver reads it."""
    return next((option.label for option in _purposes() if option.code == code), code)


def missing(values: Values) -> Missing | None:
    """The first thing that must still be said."""
    wanted = (
        ("ground", _("Choose the ground.")),
        ("consent", _("Choose how the consent was given.")),
        ("text", _("Write what the person consents to.")),
        ("consent_date", _("Write the day of the consent.")),
        ("purpose", _("Choose what the receiver needs it for.")),
    )
    for name, told in wanted:
        blank = checks.blank(values, name, told)
        if blank is not None:
            return blank
    return checks.not_a_day(values, "consent_date")


def hand_over(values: Values, pdf: bytes, out_dir: Path, checked: tuple[str, ...] = ()) -> HandOver:
    """What the services seal, from what was typed."""
    return HandOver(
        card=values.get(CARD, ""),
        view=View(values["purpose"], "", values.get("label", "").strip()),
        ground=Ground(
            code=values["ground"],
            text=values["text"].strip(),
            consent=values["consent"],
            consent_date=checks.iso_day(values, "consent_date"),
        ),
        pdf=pdf,
        out_dir=out_dir,
        checked=checked,
        documents=tuple(RecordId(each) for each in values.get(DOCUMENTS, "").split()),
    )


def in_words(values: Values) -> str:
    """The ground as the receiver reads it."""
    ways = {"verbal": _("Orally"), "written": _("In writing")}
    return _("Consent to break the secrecy, {way} {day}: {text}").format(
        way=ways[values["consent"]].lower(),
        day=checks.iso_day(values, "consent_date"),
        text=values["text"].strip(),
    )


def _purposes() -> tuple[OptionVm, ...]:
    return (
        OptionVm("risk-assessment", _("Risk assessment")),
        OptionVm("referral", _("Referral")),
        OptionVm("return-of-assessment", _("Answer to an assignment")),
        OptionVm("update", _("Update")),
    )
