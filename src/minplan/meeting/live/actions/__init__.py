"""Verbs: the agenda, and the day itself."""
