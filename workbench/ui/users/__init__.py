# SPDX-License-Identifier: EUPL-1.2
"""Who has a place in the vault: let in, other roles, another passphrase, a place taken away."""
