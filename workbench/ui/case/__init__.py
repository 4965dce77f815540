# SPDX-License-Identifier: EUPL-1.2
"""The akt: how to reach the person, the loop, what is left to do, the time line, whom it is about.

Wired by the composition root:

    CasePage(lambda view: CasePresenter(view, OpenCase(jobs, session, case), asks, go))
"""
