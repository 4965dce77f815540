# SPDX-License-Identifier: EUPL-1.2
"""A published table of the organisation: typed off its own copy, checked by another person."""
