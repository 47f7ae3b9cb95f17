"""What somebody does with their own calendar."""
