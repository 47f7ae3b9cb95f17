"""Rule: an id number is compared by its keyed hash and never kept."""

import hmac
import re

NUMBER = re.compile(r"(\d{6})[-\s]?(\d{4})")


def plain_digits(number: str) -> str | None:
    """The ten digits of an id number, whichever digits somebody writes; None where `number` is none."""
    found = NUMBER.fullmatch(number.strip())
    return "".join(str(int(digit)) for digit in found[1] + found[2]) if found else None


def hashed_number(key: str, municipality: str, number: str) -> str | None:
    """The keyed hash of an id number within a municipality; None where `number` is none.

    Without the key nobody can try all ten thousand million numbers, and two municipalities cannot compare theirs.
    """
    digits = plain_digits(number)
    if digits is None:
        return None
    said = f"{municipality}:{digits}".encode()
    return hmac.new(key.encode(), said, "sha256").hexdigest()
