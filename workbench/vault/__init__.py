# SPDX-License-Identifier: EUPL-1.2
"""The encrypted directory on one laptop: the only room that speaks SQL."""
