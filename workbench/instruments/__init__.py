"""Definitions into questions, answers into results: instruments are data."""
