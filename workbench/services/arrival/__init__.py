# SPDX-License-Identifier: EUPL-1.2
"""Somebody comes: entered at night, told in the morning."""
