# SPDX-License-Identifier: EUPL-1.2
"""The list that plans are built from, as the organisation words it: own points, stricter marks.

`wording` and `presenter` know no Qt; `page` shows them. The list that ships is never changed.
"""
