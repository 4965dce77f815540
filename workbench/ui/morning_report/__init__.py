# SPDX-License-Identifier: EUPL-1.2
"""The report of the morning: what to do, by room, for who comes on duty."""
