"""Rule: an id number is compared by its keyed hash and never kept."""

import hmac
import re

NUMBER = re.compile(r"(\d{6})[-\s]?(\d{4})")


def hashed_number(key: str, municipality: str, number: str) -> str | None:
    """The keyed hash of an id number within a municipality; None where `number` is none.

    Without the key nobody can try all ten thousand million numbers, and two municipalities cannot compare theirs.
    """
    found = NUMBER.fullmatch(number.strip())
    if found is None:
        return None
    said = f"{municipality}:{found[1]}{found[2]}".encode()
    return hmac.new(key.encode(), said, "sha256").hexdigest()
