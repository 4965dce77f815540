# SPDX-License-Identifier: EUPL-1.2
"""A method owner compares a rule with the licensed form, row by row, and puts a name to it."""
