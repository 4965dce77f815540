# SPDX-License-Identifier: EUPL-1.2
"""Where one stands on a report of concern for each child: made, or not and why.

Wired by the composition root:

    ConcernPage(lambda view: ConcernPresenter(view, OpenCase(jobs, session, case), asks, go))
"""
