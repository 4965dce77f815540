# SPDX-License-Identifier: EUPL-1.2
"""Contact cards: the own digits to read out, the other's digits to type, the state of each."""
