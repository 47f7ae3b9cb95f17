"""An id number is one number, however somebody writes it."""

import pytest

from minplan.identity.number import hashed_number


@pytest.mark.parametrize("number", ["010190-1234", "010190 1234", " 0101901234 ", "٠١٠١٩٠-١٢٣٤", "۰۱۰۱۹۰۱۲۳۴"])
def test_the_hash_is_of_the_number_and_not_of_how_it_is_written(number: str) -> None:
    assert hashed_number("key", "home", number) == hashed_number("key", "home", "0101901234") is not None


@pytest.mark.parametrize("number", ["", "010190-123", "01019012345", "010190--1234", "0101 901234", "²101901234"])
def test_what_is_no_number_has_no_hash(number: str) -> None:
    assert hashed_number("key", "home", number) is None
