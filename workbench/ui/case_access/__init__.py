# SPDX-License-Identifier: EUPL-1.2
"""Who may open one akt, who has, and letting a colleague in."""
