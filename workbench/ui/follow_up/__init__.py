# SPDX-License-Identifier: EUPL-1.2
"""Every date of an akt, what became of each, and what calls for a new assessment.

Wired by the composition root:

    FollowUpPage(lambda view: FollowUpPresenter(view, OpenCase(jobs, session, case), asks, go))
"""
