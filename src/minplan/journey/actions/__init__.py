"""The verbs of the journey. Each loads, checks, changes and tells the journal, in one transaction."""
