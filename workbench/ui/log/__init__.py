# SPDX-License-Identifier: EUPL-1.2
"""Loggranskning: the organisation akt in plain words, what is worth a look, and the sign-off."""
