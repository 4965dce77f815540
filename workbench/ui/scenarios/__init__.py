# SPDX-License-Identifier: EUPL-1.2
"""Scenarios left, the measures that answer them right: who does what by when.

Wired by the composition root:

    ScenariosPage(lambda view: ScenariosPresenter(view, OpenCase(jobs, session, case), asks, go))
"""
