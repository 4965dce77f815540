# SPDX-License-Identifier: EUPL-1.2
"""A record of something that left: what was ticked before it is entered with it."""

from dataclasses import replace
from typing import TypeVar

from workbench.domain.calls import Call
from workbench.domain.disclosures import Told
from workbench.domain.documents import FiledThere
from workbench.services.handing_over import outward
from workbench.ui.outward.presenter import LookingThrough
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

T = TypeVar("T", Told, Call, FiledThere)
CHECKED = "checked"
"""The value under which a record carries what was ticked; no field shows it."""


def at_first(spec: Spec[T], looking: LookingThrough) -> Spec[T]:
    """`spec`, refused while something is not ticked. A correction keeps what was ticked then."""

    def build(values: Values) -> T:
        kept = tuple(values.get(CHECKED, "").split())
        return replace(spec.build(values), checked=kept or looking.checked)

    def missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
        found = spec.missing(values, is_correction)
        if found is not None or is_correction or not looking.missing():
            return found
        return Missing(CHECKED, unticked_words())

    return replace(spec, build=build, missing=missing, require_as=outward.require_at_first)


def carried(checked: tuple[str, ...]) -> dict[str, str]:
    """For a spec's `read`."""
    return {CHECKED: " ".join(checked)}


def unticked_words() -> str:
    """What is said where a tick is missing."""
    return _("Look through it and tick it: then it can leave.")
