# SPDX-License-Identifier: EUPL-1.2
"""What outlives a laptop: copies, recovery codes, salvage and the open copy."""
