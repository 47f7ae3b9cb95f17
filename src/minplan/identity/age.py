"""Rule: how old the holder of a Danish id number is. The seventh digit tells the century."""

from datetime import date

from minplan.identity.number import plain_digits

ADULT = 18
LENT = 60  # added to the day of a number that is only for administration


def born(number: str) -> date | None:
    """The day of birth in an id number; None where it is none."""
    digits = plain_digits(number)
    if digits is None:
        return None
    day, month, year, seventh = int(digits[:2]), int(digits[2:4]), int(digits[4:6]), int(digits[6])
    try:
        return date(_century(year, seventh) + year, month, day - LENT if day > LENT else day)
    except ValueError:
        return None


def is_minor(number: str, today: date) -> bool:
    """Whether the holder is not yet 18 on that day; a 29th of February turns on the 1st of March."""
    on = born(number)
    return on is not None and (today.year - on.year - ((today.month, today.day) < (on.month, on.day))) < ADULT


def _century(year: int, seventh: int) -> int:
    if seventh <= 3 or (seventh in (4, 9) and year >= 37):
        return 1900
    return 2000 if seventh in (4, 9) or year <= 57 else 1800
