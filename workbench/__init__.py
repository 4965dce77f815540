# SPDX-License-Identifier: EUPL-1.2
"""Värn: the workbench in which a professional asks, judges, plans and hands over."""

__version__ = "0.1.0"
