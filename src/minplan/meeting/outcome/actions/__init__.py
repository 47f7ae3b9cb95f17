"""The verbs of what comes of a meeting. Each loads, checks, changes and tells the journal, in one transaction."""
