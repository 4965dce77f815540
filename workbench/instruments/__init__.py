# SPDX-License-Identifier: EUPL-1.2
"""Definitions into questions, answers into results: instruments are data."""
