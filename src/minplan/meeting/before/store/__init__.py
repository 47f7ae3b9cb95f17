"""Every query of the time before a meeting: what verbs load, and what is shown."""
