# SPDX-License-Identifier: EUPL-1.2
"""What is taken away: an akt hidden or erased, an entry taken back by its author."""
