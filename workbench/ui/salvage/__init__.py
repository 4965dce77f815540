# SPDX-License-Identifier: EUPL-1.2
"""A damaged akt: what can still be read of it, and putting it back from a backup."""
