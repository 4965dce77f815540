# SPDX-License-Identifier: EUPL-1.2
"""The papers that answers stood on, in whole sentences for the screen."""

from workbench.services.assess import keyed_in
from workbench.services.assess.sheets import Sheet
from workbench.services.desk import Desk
from workbench.ui.writing.moments import local_day
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _


def papers_told(of: Sheet, desk: Desk) -> str:
    """One line each, to stand under what is said already; "" when nothing was keyed in."""
    lines = []
    for each in keyed_in.papers(of.keyed):
        who = name_of(each.author, names_of(desk))
        lines.append(keyed_in.told(each.value, local_day(each.recorded_at), who, _))
    return "".join(f"\n{line}" for line in lines)
