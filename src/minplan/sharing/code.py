"""Rule: the code that a citizen says or hands to one person. Readable aloud, and nothing in it looks like another."""

import hmac

# Without O and 0, I, L and 1, S, Z, B, G, U and Q: of each pair that eyes or ears confuse one stays, or none.
SIGNS = "23456789ACDEFHJKMNPRTVWXY"
GROUPS, IN_EACH = 3, 4


def made(key: str, *about: str) -> str:
    """The code for exactly these circumstances, such as 7KMA-3XPE-Y9CD: asked twice, it is the same.

    It cannot be made without the house's key, so that nothing it is made of has to be secret.
    """
    number = int.from_bytes(hmac.digest(key.encode(), "\0".join(("invitation", *about)).encode(), "sha256"))
    signs = []
    for _ in range(GROUPS * IN_EACH):
        number, sign = divmod(number, len(SIGNS))
        signs.append(SIGNS[sign])
    return "-".join("".join(signs[start : start + IN_EACH]) for start in range(0, len(signs), IN_EACH))


def plain(typed: str) -> str | None:
    """A code as it was made, however somebody types it; None for what is none."""
    signs = "".join(typed.upper().replace("-", " ").split())
    if len(signs) != GROUPS * IN_EACH or not set(signs) <= set(SIGNS):
        return None
    return "-".join(signs[start : start + IN_EACH] for start in range(0, len(signs), IN_EACH))


def hashed(key: str, code: str) -> str:
    """What the table keeps of a code: without the key nobody can try all of them."""
    return hmac.new(key.encode(), f"code:{code}".encode(), "sha256").hexdigest()
