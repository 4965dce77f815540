# SPDX-License-Identifier: EUPL-1.2
"""What stands beside the instruments that can be begun: forms used together, and empty shells."""

from workbench.services.assess.chains import chain_of
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt
from workbench.words import _, language


def told_chain(akt: Akt, desk: Desk, instrument: str) -> tuple[str, ...]:
    """Which of the forms that are used together are done here; () for one used alone."""
    words = {
        "done": _("{form}: done, begun {day}"),
        "begun": _("{form}: begun {day}"),
        "not-begun": _("{form}: not done"),
    }
    offered = {each.id: each.title(language()) for each in desk.catalogue.offered()}
    links = chain_of(akt, desk, instrument)
    if not links:
        return ()
    told = (
        words[link.state].format(form=offered.get(link.instrument, link.instrument), day=link.day)
        for link in links
    )
    return (_("These forms are used together. In this case file:"), *told)


def told_shells(desk: Desk) -> str:
    """Which manuals have no structure here, and where one's own is entered."""
    manuals = (each for each in desk.catalogue.offered() if each.kind == "spj")
    shells = [each.title(language()) for each in manuals if not each.items]
    told = _(
        "{names}: nothing of these manuals is in the program. Your organisation enters its own "
        "structure under Instruments, Own forms, New worksheet. It then stands in this list."
    )
    return told.format(names=", ".join(shells)) if shells else ""
