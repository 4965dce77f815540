"""The encrypted directory on one laptop: the only room that speaks SQL."""
