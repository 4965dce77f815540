# SPDX-License-Identifier: EUPL-1.2
"""The journal of an akt: dated notes as working material, entered, corrected with a reason.

Wired by the composition root:

    JournalPage(lambda view: JournalPresenter(view, OpenCase(jobs, session, case), asks, go))
"""
