"""The verbs of a choice."""
