# SPDX-License-Identifier: EUPL-1.2
"""Försegla: receiver, ground, what the receiver will see, the passphrase again, done."""
