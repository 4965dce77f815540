# SPDX-License-Identifier: EUPL-1.2
"""What is told by mouth: prepared beforehand, recorded afterwards, listed with all that left.

Wired by the composition root:

    ToldPage(lambda view: ToldPresenter(view, OpenCase(jobs, session, case), asks, go))
"""
