"""What the exchange does: documents in, documents out."""
