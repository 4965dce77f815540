# SPDX-License-Identifier: EUPL-1.2
"""Files from outside: read once, told apart by content, opened within limits, in memory only.

Nothing here believes a name, a size or a table of contents that came with the bytes.
"""
