# SPDX-License-Identifier: EUPL-1.2
"""Composition root for the command line."""
