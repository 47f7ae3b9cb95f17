"""The verbs of the screens at the table."""
