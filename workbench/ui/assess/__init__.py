# SPDX-License-Identifier: EUPL-1.2
"""Ask and code: one question at a time, or the worksheet typed straight down.

One record, two views.

Without Qt: `vms` (what is shown), `keys` (which key picks a choice), `sitting` (what was said, safe
at once), `shapes` (from a sheet to vms), `presenter`. With Qt: `outline`, `questions`, `worksheet`,
`cells`, `page`.
"""
