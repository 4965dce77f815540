# SPDX-License-Identifier: EUPL-1.2
"""Instrument: what each is for, in what words, by which rule, and who is trained in it."""
