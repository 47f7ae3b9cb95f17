"""Verbs that read: my citizens, what waits for the municipality, and what to meet first on a citizen's page."""
