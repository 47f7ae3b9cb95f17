"""What can be done in the dialogue: verbs, and what they share (saying)."""
