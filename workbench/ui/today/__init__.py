# SPDX-License-Identifier: EUPL-1.2
"""Idag: somebody comes now, and what waits in the user's own akter. No names, no case text.

Wired by the composition root:

    TodayPage(lambda view: TodayPresenter(view, jobs, session, go))
"""
