"""What can be done in the hour: open it, keep a draft, share it, take it off."""
