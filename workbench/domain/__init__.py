# SPDX-License-Identifier: EUPL-1.2
"""Values and rules: standard library only, no clock, no randomness, no input or output."""
