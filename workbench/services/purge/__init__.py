# SPDX-License-Identifier: EUPL-1.2
"""Entries emptied of their texts on a legal ground, and who stands for that."""
