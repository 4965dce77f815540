# SPDX-License-Identifier: EUPL-1.2
"""Backups: how old the last one is, making one, looking at a medium, rehearsing, putting back."""
