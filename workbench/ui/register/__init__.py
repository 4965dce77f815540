# SPDX-License-Identifier: EUPL-1.2
"""Akter: the user's own cases, found by name, personnummer or case number and by nothing else.

Wired by the composition root:

    RegisterPage(lambda view: RegisterPresenter(view, jobs, session, go))
"""
