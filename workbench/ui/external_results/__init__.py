# SPDX-License-Identifier: EUPL-1.2
"""Results that others have stated, kept as stated."""
