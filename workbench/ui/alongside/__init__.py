# SPDX-License-Identifier: EUPL-1.2
"""What stands beside an assessment: a second rater, an earlier or later run, its lock."""
