# SPDX-License-Identifier: EUPL-1.2
"""The one room that touches key material and the cryptography package."""
