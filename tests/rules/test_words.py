"""Which words can be kept: all of them, except what no database holds and what no page may show."""

import pytest
from pydantic import ValidationError

from minplan.words import MAX_LENGTH, NewText, fault, names_by_id_number

KEPT = [
    "",
    "Jeg savner min søn 🧒🏽",
    "<script>alert(1)</script>",
    "\u202eomvendt\u202c",
    "a" * MAX_LENGTH,
    "🙂" * MAX_LENGTH,
    "javascript:alert(1)",
]
ID_NUMBERS = [
    "010190-1234",
    "0101901234",
    "Jeg hedder 010190-1234.",
    "(010190-1234)",
    "610190-1234",  # a replacement number: the day plus 60
    "910190-1234",
    "290200-1234",  # 2000 had a leap day
    "290204-1234",
    "٠١٠١٩٠-١٢٣٤",  # the same digits as an Arabic reader writes them
    "٠١٠١٩٠١٢٣٤",
    "010190\u20131234",
    "010190 1234",
    "010190 - 1234",
    "Mit nummer er 010190\u00a01234.",
    "cpr:0101901234",
    "610180.0001",
    "010190 . 1234",
    "010190/1234",
    "010190\u00b71234",
    "010190  1234",
    "010190\t1234",
]
OTHER_NUMBERS = [
    "000190-1234",  # no such day
    "320190-1234",
    "310490-1234",
    "290203-1234",  # no leap day in 1903 or 2003
    "290201-1234",
    "011390-1234",  # no such month
    "600190-1234",
    "920190-1234",
    "10101901234",  # inside a longer number
    "01019012345",
    "+4501019012",
    "+0101901234",
    "20 10 19 01 23",
    "010190\n1234",
    "ID-0101901234",
    "0101901234-A7",
    "x0101901234",
    "0101901234x",
    "2f010190-1234",
    "16.11.2026",
    "16.11.2026/0001",
    "+45 12 34 56 78",
    "12 34 56 78",
    "2026-11-16T09:12:03.010190+00:00",
    "2026-11-16T09:12:03.010190Z 2026",
    "1795010190.1234",  # seconds
    "120390.55",
    "320190.1234",
    "7f010190-1234-4a5b-8c1d-010190123456",
    "1f3a9c52-0101-4901-9012-010190123456",
    "127.0.0.1:54285",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_somebody_says_is_kept(text: str) -> None:
    assert fault(text) is None


@pytest.mark.parametrize("text", ID_NUMBERS)
def test_an_id_number_is_recognised(text: str) -> None:
    assert fault(text) == "id_number"


@pytest.mark.parametrize("text", OTHER_NUMBERS)
def test_another_number_is_no_id_number(text: str) -> None:
    assert fault(text) is None


def test_too_long_by_one() -> None:
    assert fault("a" * (MAX_LENGTH + 1)) == "too_long"


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "a\udfffb", "\ud83d"])
def test_what_no_database_holds(text: str) -> None:
    assert fault(text) == "bad_character"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"text": "010190-1234", "lang": "da"}, "id_number"),
        ({"text": "a\0", "lang": "da"}, "bad_character"),
        ({"text": "   ", "lang": "da"}, "required"),
        ({"text": "\u200b\u2067 \u3164", "lang": "da"}, "required"),
        ({}, "required"),
        ({"text": "Hej", "lang": "da", "phrase": "step.call_doctor"}, "one_of_two"),
        ({"text": "Hej"}, "language_missing"),
        ({"text": "Hej", "lang": "d@"}, "string_pattern_mismatch"),
        ({"text": "Hej", "lang": "da-abcdefgh-abcdefgh-abcdefgh-abcdefgh"}, "string_too_long"),
        ({"text": "Hej", "lang": "zxx"}, "language_unknown"),
        ({"text": "Hej", "lang": "UND-Latn"}, "language_unknown"),
        ({"text": "Hej", "lang": "root"}, "language_unknown"),
        ({"text": "Hej", "lang": "da", "html": "x"}, "extra_forbidden"),
    ],
)
def test_words_that_come_in_are_refused_with_a_code(given: dict, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        NewText(**given)
    assert refused.value.errors()[0]["type"] == code


NAMES_OF_SOMEBODY = [
    *("cpr-0601901234", "0101901234x", "CPR0101901234", "id_0101901234", "0101901234", "010190-1234", "x010190-1234y"),
    *("sag-1203456789", "sag/6101901234/2", "010190_1234", "+0101901234", "0101901234-0101"),
    *("120345:6789", "120345,6789", "120345=6789", "120345+6789", "120345--6789", "12-03-45-6789", "12.03.45/6789"),
]
NAMES_OF_SOMETHING = [
    *("A-17", "sag-12034-56789", "10101901234", "sag-01019012345", "320190-1234", "2026-000017", "c-1795010190"),
    *("2f010190-1234-4a5b-8c1d-010190123456", "1f3a9c52-0101-4901-9012-cc0101901234", "20.10.19.01.23"),
    *("s-2f3a9c52-1234-4a5b-8c1d-01019cf10190-4123", "2f3a9c52-1234-4a5b-8c1d-01019cf10190/4123"),
    *("2011-10-1234", "2020-11-10-12345", "c01203456789"),
]


@pytest.mark.parametrize("name", NAMES_OF_SOMEBODY)
def test_a_systems_name_that_holds_an_id_number_is_seen_whatever_stands_beside_it(name: str) -> None:
    assert names_by_id_number(name)


@pytest.mark.parametrize("name", NAMES_OF_SOMETHING)
def test_a_systems_name_with_other_numbers_is_no_id_number(name: str) -> None:
    assert not names_by_id_number(name)
