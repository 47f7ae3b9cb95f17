"""What is kept of me, as it is read and taken home."""
