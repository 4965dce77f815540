# SPDX-License-Identifier: EUPL-1.2
"""Which instrument, for what, on what sources; then the assessment begins."""
