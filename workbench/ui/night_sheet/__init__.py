# SPDX-License-Identifier: EUPL-1.2
"""The empty sheet of an arrival, printed before it is needed."""
