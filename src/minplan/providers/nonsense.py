"""What a wrong configuration answers."""


class Nonsense(Exception):
    """One sentence for whoever starts the server: which provider, which field, what it must be."""
