# SPDX-License-Identifier: EUPL-1.2
"""Protection measures in force: restraining orders, alarms, whom to reach at the police.

Wired by the composition root:

    OrdersPage(lambda view: OrdersPresenter(view, OpenCase(jobs, session, case), asks, go))
"""
