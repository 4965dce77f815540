# SPDX-License-Identifier: EUPL-1.2
"""First start: one screen a step, until the recovery code is proven and the card is told.

The first four steps (`page`) have no vault yet; nothing is written before the passphrase was typed
back. The last two (`recovery_page`, `card_page`) stand in an unlocked window, lock included.
"""
