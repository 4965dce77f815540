# SPDX-License-Identifier: EUPL-1.2
"""Before a call, and what became of it.

Wired by the composition root:

    CallsPage(lambda view: CallsPresenter(view, OpenCase(jobs, session, case), asks, go))
"""
