# SPDX-License-Identifier: EUPL-1.2
"""The dates of one month in the user's own akter: case number, kind and day, nothing else."""
