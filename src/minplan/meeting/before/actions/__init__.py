"""What can be done before a meeting: verbs, and what they share (telling)."""
