# SPDX-License-Identifier: EUPL-1.2
"""What waits and is about the house: shown to those whose duty it is."""

from workbench.services.desk import Desk
from workbench.services.house import reviewing_log, settings
from workbench.services.keeping import copies, recovery
from workbench.services.loop import house_dates
from workbench.services.removing import erased
from workbench.ui.places import Place
from workbench.ui.today.duties import DutyVm
from workbench.ui.writing import moments, vocabulary
from workbench.words import _


def house_duties(desk: Desk) -> tuple[DutyVm, ...]:
    """Oldest duty first."""
    return (*_urgent(desk), *_dates(desk), *_log_review(desk), *_backup(desk), *_recovery(desk))


def _urgent(desk: Desk) -> tuple[DutyVm, ...]:
    """Somebody acted alone because life was at risk: whoever may looks at it, at every unlock."""
    waiting = erased.unreviewed(desk) if erased.may_review(desk) else ()
    if not waiting:
        return ()
    caption = moments.local_day(waiting[0].recorded_at)
    return (DutyVm(_("Look at an urgent exception"), caption, Place("erasing")),)


def _dates(desk: Desk) -> tuple[DutyVm, ...]:
    """For administrators: kind and day of what is late or soon due, never what was written."""
    if settings.ADMINISTRATOR not in settings.roles_of(desk):
        return ()
    words, today = vocabulary.due_words(), desk.clock.today()
    return tuple(
        DutyVm(
            words.get(each.what, _("Date without a text")),
            moments.when(each.due),
            Place("house-dates"),
            is_late=each.is_late(today),
        )
        for each in house_dates.waiting(desk)
    )


def _backup(desk: Desk) -> tuple[DutyVm, ...]:
    """For administrators: when the newest copy is older than a week, or there never was one."""
    age = copies.age(desk)
    if recovery.ADMINISTRATOR not in settings.roles_of(desk) or not age.is_due:
        return ()
    caption = _("never done yet")
    if age.made is not None:
        caption = _("last done {day}").format(day=moments.local_day(age.made.recorded_at))
    return (DutyVm(_("Make a backup"), caption, Place("backups")),)


def _log_review(desk: Desk) -> tuple[DutyVm, ...]:
    if reviewing_log.LOG_REVIEWER not in settings.roles_of(desk):
        return ()
    standing = reviewing_log.standing(desk)
    if not standing.is_due:
        return ()
    caption = _("never done yet")
    if standing.at:
        caption = _("last done {day}").format(day=moments.local_day(standing.at))
    return (DutyVm(_("Review the log"), caption, Place("log")),)


def _recovery(desk: Desk) -> tuple[DutyVm, ...]:
    """A code that was used is replaced first; one that is only old is practised with."""
    if recovery.ADMINISTRATOR not in settings.roles_of(desk):
        return ()
    state = recovery.state(desk)
    if state.is_used:
        caption = _("somebody came back by it")
        return (DutyVm(_("Make a new recovery code"), caption, Place("recovery")),)
    if not state.is_drill_due:
        return ()
    caption = _("never done with this code")
    if state.drilled_on:
        caption = _("last done {day}").format(day=state.drilled_on)
    return (DutyVm(_("Practise with the recovery code"), caption, Place("recovery")),)
