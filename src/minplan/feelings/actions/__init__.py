"""What a citizen does with what fills them, and what those do who are shown it."""
