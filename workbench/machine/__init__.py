# SPDX-License-Identifier: EUPL-1.2
"""The machine the program runs on: what it is asked to do for us, and what can be read of it."""
