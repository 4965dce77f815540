# SPDX-License-Identifier: EUPL-1.2
"""What the page shows: read from the organisation akt and from the own akter."""

from collections.abc import Mapping

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, UserId
from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.services.handing_over.exchange import Bundles
from workbench.services.papers.certificate import copies
from workbench.services.purge import approving
from workbench.services.removing import erased
from workbench.services.removing.erased import ErasedAkt
from workbench.ui.erasing.vms import (
    DeviceVm,
    ErasedVm,
    HiddenVm,
    HouseErasingVm,
    ProposalRowVm,
    UrgentVm,
)
from workbench.ui.writing.moments import day_and_time, local_day
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _


def house_vm(desk: Desk, bundles: Bundles) -> HouseErasingVm:
    """Everything that the page shows."""
    names, receivers = names_of(desk), receivers_of(desk, bundles)
    numbers = desk.vault.own.numbers()
    return HouseErasingVm(
        urgent=_urgent(desk, names, numbers),
        proposals=_proposals(desk, names, numbers),
        erased=tuple(_erased(each, names, receivers) for each in erased.all_erased(desk)),
        hidden=tuple(HiddenVm(row.case, row.number) for row in cases.hidden_cases(desk)),
        devices=_devices(desk),
        own_akter=len(desk.vault.own.rows()),
    )


def receivers_of(desk: Desk, bundles: Bundles) -> Mapping[str, str]:
    """The organisation behind each contact card; a card that cannot be read is left out."""
    found: dict[str, str] = {}
    for card in desk.vault.cards():
        try:
            facts = bundles.read_card(card.content)
        except WorkbenchError:
            continue
        found[card.card] = ", ".join(part for part in (facts.org, facts.unit) if part)
    return found


def _urgent(
    desk: Desk, names: Mapping[UserId, str], numbers: Mapping[CaseId, str]
) -> tuple[UrgentVm, ...]:
    removed = {each.value.case: each.value.case_number for each in erased.all_erased(desk)}
    may = erased.may_review(desk)
    told = {"erased": _("A case file was disposed of"), "purge": _("A part was disposed of")}
    found = []
    for each in erased.unreviewed(desk):
        case = CaseId(each.value.case)
        number = removed.get(case) or numbers.get(case, "")
        said = (told.get(each.value.act, each.value.act), number, day_and_time(each.recorded_at))
        who = name_of(each.author, names)
        text = " · ".join(part for part in (*said, who) if part)
        is_own = each.author == desk.vault.signer.user
        found.append(UrgentVm(each.record, text, each.value.reason, may, is_own))
    return tuple(found)


def _proposals(
    desk: Desk, names: Mapping[UserId, str], numbers: Mapping[CaseId, str]
) -> tuple[ProposalRowVm, ...]:
    me = desk.vault.signer.user
    gone = {each.value.case for each in erased.all_erased(desk)}
    waiting = [each for each in approving.proposals(desk) if each.value.case not in gone]
    return tuple(
        ProposalRowVm(
            case=each.value.case,
            number=numbers.get(CaseId(each.value.case), ""),
            caption=" · ".join((day_and_time(each.recorded_at), name_of(each.author, names))),
            is_mine=each.author == me,
        )
        for each in waiting
    )


def _erased(each: ErasedAkt, names: Mapping[UserId, str], receivers: Mapping[str, str]) -> ErasedVm:
    who = ", ".join(name_of(user, names) for user in each.by)
    rows = copies(each.surviving, receivers, _)
    remains = tuple(" · ".join(p for p in (c.what, c.where, c.since) if p) for c in rows)
    left = _("Known copies: {count}").format(count=len(remains)) if remains else _("No known copy")
    caption = " · ".join((local_day(each.at), who, left))
    return ErasedVm(each.record, each.value.case_number, caption, each.level, remains)


def _devices(desk: Desk) -> tuple[DeviceVm, ...]:
    """Other computers that wrote in the organisation akt, the last time each did."""
    last: dict[str, str] = {}
    for entry in desk.house.file.entries():
        last[entry.header.device] = entry.header.recorded_at
    last.pop(desk.vault.device, None)
    return tuple(DeviceVm(device, local_day(at)) for device, at in sorted(last.items()))
