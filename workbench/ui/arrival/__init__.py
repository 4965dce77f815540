# SPDX-License-Identifier: EUPL-1.2
"""Somebody comes now: the adult, each child, and what can wait until morning, on one page."""
