"""Rule: six digits that let one screen in to one meeting. Said aloud across a table, and over after ten minutes."""

import hmac

DIGITS = 6


def plain(typed: str) -> str | None:
    """The code in the digits of a machine, however and in whichever digits somebody types it; None for what is none."""
    signs = [sign for sign in typed if sign.isalnum()]  # what divides the groups says nothing, also what nobody sees
    if len(signs) != DIGITS or not all(sign.isdecimal() for sign in signs):
        return None
    return "".join(str(int(sign)) for sign in signs)


def hashed(key: str, code: str) -> str:
    """What the table keeps of a code: without the key nobody can try all of them."""
    return hmac.new(key.encode(), f"join:{code}".encode(), "sha256").hexdigest()
