"""What can be done: send, and carry what has not gone yet."""
