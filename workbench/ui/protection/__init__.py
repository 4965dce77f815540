# SPDX-License-Identifier: EUPL-1.2
"""Skydd nu: whether protection is needed now, and how to reach the person safely.

Never blocked by anything unfinished. Wired by the composition root:

    ProtectionPage(lambda view: ProtectionPresenter(view, OpenCase(jobs, session, case), asks, go))
"""
