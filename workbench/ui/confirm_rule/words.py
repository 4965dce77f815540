# SPDX-License-Identifier: EUPL-1.2
"""The method owner's word: what is asked for, what must be said, and what is entered."""

from workbench.domain.assessments import RuleConfirmation
from workbench.ui.writing import checks
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.spec import Missing, Values
from workbench.words import _


def fields() -> tuple[FieldVm, ...]:
    """Who confirms, against which form, who checked it too, and how long it holds."""
    return (
        FieldVm("owner", _("Method owner"), is_short=True),
        FieldVm("function", _("Function"), is_short=True),
        FieldVm("organisation", _("Organisation")),
        FieldVm("form_edition", _("Edition of the form"), is_short=True),
        FieldVm("on", _("Compared on"), "day", is_short=True),
        FieldVm("licence", _("Licence"), hint=_("If there is one."), is_short=True),
        FieldVm("expires_on", _("It holds until"), "day", hint=_("If it ends."), is_short=True),
        FieldVm("second", _("Second checker"), hint=_("If somebody checked it too."),
                is_short=True),
        FieldVm("second_on", _("Checked on"), "day", is_short=True),
        FieldVm("note", _("Note"), hint=_("Not the form's own text.")),
    )  # fmt: skip


def word_of(values: Values) -> RuleConfirmation:
    """What was written. Which rule it is about is filled in by who knows it."""
    return RuleConfirmation(
        instrument="",
        version="",
        rule="",
        rule_sha256="",
        owner=values.get("owner", "").strip(),
        function=values.get("function", "").strip(),
        organisation=values.get("organisation", "").strip(),
        on=checks.iso_day(values, "on"),
        form_edition=values.get("form_edition", "").strip(),
        licence=values.get("licence", "").strip(),
        expires_on=_day(values, "expires_on"),
        second=values.get("second", "").strip(),
        second_on=_day(values, "second_on"),
        note=values.get("note", "").strip(),
    )


def missing_word(values: Values) -> Missing | None:
    """What must still be said before it can be entered."""
    wanted = (
        ("owner", _("Write the name of the method owner.")),
        ("function", _("Write the method owner's function.")),
        ("form_edition", _("Write which edition of the form it was compared with.")),
        ("on", _("Write the day of the comparison.")),
    )
    for field, text in wanted:
        blank = checks.blank(values, field, text)
        if blank is not None:
            return blank
    return checks.not_a_day(values, "on") or _odd_day(values) or _odd_second(values)


def _odd_day(values: Values) -> Missing | None:
    for field in ("expires_on", "second_on"):
        if values.get(field, "").strip():
            odd = checks.not_a_day(values, field)
            if odd is not None:
                return odd
    return None


def _odd_second(values: Values) -> Missing | None:
    second, owner = (" ".join(values.get(f, "").split()).casefold() for f in ("second", "owner"))
    if second and second == owner:
        return Missing("second", _("The second checker is another person."))
    if second and not values.get("second_on", "").strip():
        return Missing("second_on", _("Write the day of the second check."))
    return None


def _day(values: Values, field: str) -> str:
    return checks.iso_day(values, field) if values.get(field, "").strip() else ""
