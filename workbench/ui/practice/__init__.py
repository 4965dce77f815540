# SPDX-License-Identifier: EUPL-1.2
"""Practising on fictional cases, beside the teaching codings."""
