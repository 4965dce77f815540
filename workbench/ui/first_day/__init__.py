# SPDX-License-Identifier: EUPL-1.2
"""The first day of an akt, one step at a time, for whoever does it for the first time."""
