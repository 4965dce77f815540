# SPDX-License-Identifier: EUPL-1.2
"""Somebody else's own rule, compared here with the form and given back with a name."""
