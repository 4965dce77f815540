# SPDX-License-Identifier: EUPL-1.2
"""The violence calendar: dated incidents, listed, never added up.

Wired by the composition root:

    IncidentsPage(lambda view: IncidentsPresenter(view, OpenCase(jobs, session, case), asks, go))
"""
