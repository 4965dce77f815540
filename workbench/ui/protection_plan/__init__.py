# SPDX-License-Identifier: EUPL-1.2
"""The organisation's protection plan: what staff do, who answers for it, when it is followed up.

Wired by the composition root:

    ProtectionPlanPage(
        lambda view: ProtectionPlanPresenter(view, OpenCase(jobs, session, case), asks, go)
    )
"""
