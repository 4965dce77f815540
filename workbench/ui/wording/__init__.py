# SPDX-License-Identifier: EUPL-1.2
"""The wording assistant: words, points and levels from the organisation's own form."""
