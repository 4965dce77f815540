# SPDX-License-Identifier: EUPL-1.2
"""Inställningar: how long the program waits before it locks itself, for the whole house."""
