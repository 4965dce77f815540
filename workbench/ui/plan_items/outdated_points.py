# SPDX-License-Identifier: EUPL-1.2
"""The points of a plan under which something has changed, and what that is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.domain.ids import RecordId
from workbench.domain.plans import PlanItem, PlanOwner
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt
from workbench.ui.outdated.telling import OutdatedVm, marked, tell_outdated
from workbench.ui.plan_items.points import PointsVm
from workbench.ui.writing.records import RecordVm

Outdated = Mapping[RecordId, OutdatedVm]


def outdated_points(akt: Akt, desk: Desk, owner: PlanOwner) -> Outdated:
    """Those of one of the two plans, by record."""
    mine = {each.record for each in akt.all(PlanItem) if each.value.owner == owner}
    told = tell_outdated(akt, desk).records
    return {each.seen.record: each for each in told if each.seen.record in mine}


def marked_points(points: Sequence[PointsVm], old: Outdated) -> tuple[PointsVm, ...]:
    """Each outdated point says so, and what changed under it."""

    def mark(vm: RecordVm) -> RecordVm:
        found = old.get(vm.record)
        return vm if found is None else marked(vm, found.changed)

    return tuple(replace(each, records=tuple(mark(vm) for vm in each.records)) for each in points)
