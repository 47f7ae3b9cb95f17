"""A line among others' words: names of every script can stand there, what nobody sees or what turns the page cannot."""

import pytest

from minplan.words import letters, line_fault


@pytest.mark.parametrize(
    "text", ["", "  ", "Åse Ø", "أميرة", "نیم‌فاصله", "Zoë-Łucja O’Neill", "🌳", "👩🏽‍🌾", "Læge,\tsygehuset", "李"]
)
def test_what_can_be_read_can_stand_on_a_line(text: str) -> None:
    assert line_fault(text) is None


@pytest.mark.parametrize(
    "text",
    ["\u200b", "\u200b \u200d", "\ufeff", "\u3164", "\u2800", "\u0301", "Amira\x01", "\x1bA", "\x7f", "A\u202eB",
     "A\u2066", "A\u202c", "\0", "\ud800"],
)  # fmt: skip
def test_what_nobody_sees_or_what_turns_the_rest_cannot(text: str) -> None:
    assert line_fault(text) == "bad_character"


def test_other_faults_come_first() -> None:
    assert line_fault("010190-1234") == "id_number" and line_fault("a" * 2001) == "too_long"


@pytest.mark.parametrize(
    ("text", "found"), [("", 0), ("\u200b" * 12, 0), (". . . !", 0), ("\u3164" * 12, 0), ("Akut 1!", 5), ("حالة", 4)]
)
def test_only_letters_and_digits_say_something(text: str, found: int) -> None:
    assert letters(text) == found
