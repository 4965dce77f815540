# SPDX-License-Identifier: EUPL-1.2
"""A document that was accepted into an akt: what the sender said, and the sender's paper."""
