"""The verbs that read what has been given, and to whom."""
