# SPDX-License-Identifier: EUPL-1.2
"""The time line of an akt, whole, and the events of the life that are written on it.

Wired by the composition root:

    TimelinePage(lambda view: TimelinePresenter(view, OpenCase(jobs, session, case), asks, go))
"""
