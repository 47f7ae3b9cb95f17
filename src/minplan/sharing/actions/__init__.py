"""The verbs of giving and taking back."""
