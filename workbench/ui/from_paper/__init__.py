# SPDX-License-Identifier: EUPL-1.2
"""What is asked of a filled-in paper before it is keyed in: mark, day, time, whose hand."""
