# SPDX-License-Identifier: EUPL-1.2
"""Which key picks which choice. A key is always the code or letter that the choice shows."""

from workbench.services.assess.answer_keys import STATE_KEYS, choice_keys, spoken, state_of

__all__ = ["STATE_KEYS", "choice_keys", "spoken", "state_of"]
