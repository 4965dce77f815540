# SPDX-License-Identifier: EUPL-1.2
"""A paper on screen before it leaves: pages, the same as text, and a file with a neutral name."""
