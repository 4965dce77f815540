# SPDX-License-Identifier: EUPL-1.2
"""What is known: people, what they said, what happened, what was read in."""
