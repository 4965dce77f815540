# SPDX-License-Identifier: EUPL-1.2
"""Datorns säkerhet: what the self-checks found, in plain words, each with what to do."""
