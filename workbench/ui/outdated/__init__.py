# SPDX-License-Identifier: EUPL-1.2
"""What stands on something that has changed: changed too, or kept with a reason.

Wired by the composition root:

    OutdatedPage(lambda view: OutdatedPresenter(view, OpenCase(jobs, session, case), asks, go))
"""
