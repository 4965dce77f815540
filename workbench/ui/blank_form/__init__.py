# SPDX-License-Identifier: EUPL-1.2
"""The empty form as a paper: pages, the same as text, and a file with a neutral name."""
