# SPDX-License-Identifier: EUPL-1.2
"""The person's own safety plan: own words first, not printed unless asked for.

Wired by the composition root:

    SafetyPlanPage(lambda view: SafetyPlanPresenter(view, OpenCase(jobs, session, case), asks, go))
"""
