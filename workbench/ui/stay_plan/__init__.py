# SPDX-License-Identifier: EUPL-1.2
"""When a place is declined, or the person stays or goes home: what was agreed, and the next day.

Wired by the composition root:

    StayPlanPage(lambda view: StayPlanPresenter(view, OpenCase(jobs, session, case), asks, go))
"""
