# SPDX-License-Identifier: EUPL-1.2
"""Verksamhet: the ways to everything about the house itself."""
