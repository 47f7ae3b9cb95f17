"""What is said of a step, from both sides."""
