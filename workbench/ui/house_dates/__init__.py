# SPDX-License-Identifier: EUPL-1.2
"""The dates of the organisation itself: the page of an akt's dates, over the organisation akt."""
