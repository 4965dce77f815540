# SPDX-License-Identifier: EUPL-1.2
"""The people around the one whom an akt is about, and what each of them says, side by side.

Wired by the composition root:

    PeoplePage(lambda view: PeoplePresenter(view, OpenCase(jobs, session, case), asks, go))
"""
