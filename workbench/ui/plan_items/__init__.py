# SPDX-License-Identifier: EUPL-1.2
"""The points of a plan, for both plan pages: the library to choose from, and the list.

`points`, `offering` and `specs` know no Qt; `section` and `pick_list` show them. A point is never
filled in by itself: choosing one from the library only begins to write it.
"""
