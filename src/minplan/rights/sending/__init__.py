"""What a citizen sends to the municipality's official mailbox: at once, each letter once, with a receipt."""
