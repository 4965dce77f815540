# SPDX-License-Identifier: EUPL-1.2
"""The first page: who are you, and the passphrase."""
