# SPDX-License-Identifier: EUPL-1.2
"""The overall judgement: what a professional concludes, with reasons, entered and signed."""
