# SPDX-License-Identifier: EUPL-1.2
"""Forgotten the passphrase: back in with the recovery code, before anything is unlocked."""
