"""From a form to what fills somebody, to what is kept of it, and back to a form, with nothing lost."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from minplan.content import feelings
from minplan.errors import Invalid
from minplan.feelings import CheckIn, OwnWord, parse_checkin
from minplan.words import NewText

WORD = {"own.lifts.1.text": "  min\n datter ", "own.lifts.1.size": "3"}


def faults(**fields: str) -> dict[str, str]:
    with pytest.raises(Invalid) as error:
        parse_checkin({name.replace("__", "."): value for name, value in fields.items()}, "da")
    return error.value.fields


def test_nothing_at_all_is_an_answer() -> None:
    assert parse_checkin({}, "da") == CheckIn() and CheckIn().is_blank
    assert parse_checkin({"day": "", "size.worried": "0", "own.lifts.1.size": "4"}, "da") == CheckIn()


def test_it_says_what_fills_and_how_much() -> None:
    found = parse_checkin({"day": "hard", "size.worried": "4", "size.glad": "1", **WORD}, "da")
    assert found.day == "hard" and found.sizes == {"worried": 4, "glad": 1}
    assert found.own == (OwnWord("lifts", "min datter", "da", 3),) and found.note is None
    assert found.heaviest_full and not found.only_heavy and not found.is_blank


def test_an_own_word_has_the_language_it_was_written_in_and_at_least_the_smallest_size() -> None:
    found = parse_checkin({"own.weighs.2.text": "تعبت", "own.weighs.2.lang": "ar", "lang": "en"}, "da")
    assert found.own == (OwnWord("weighs", "تعبت", "ar", 1),) and found.only_heavy and not found.heaviest_full
    assert parse_checkin({"own.weighs.2.text": "tired", "lang": "en"}, "da").own[0].lang == "en"


def test_an_own_word_can_fill_everything_too() -> None:
    assert parse_checkin({"own.weighs.1.text": "gæld", "own.weighs.1.size": "4"}, "da").heaviest_full
    assert not parse_checkin({"own.lifts.1.text": "sang", "own.lifts.1.size": "4"}, "da").heaviest_full


def test_every_field_that_cannot_be_used_is_named() -> None:
    assert faults(day="fine", size__worried="5", size__glad="٣") == {
        "day": "unknown", "size.worried": "unknown", "size.glad": "unknown",
    }
    assert faults(own__lifts__1__text="x" * 41) == {"own.lifts.1.text": "too_long"}
    assert faults(own__weighs__1__text="\ud800", own__weighs__2__text="010190-1234") == {
        "own.weighs.1.text": "bad_character", "own.weighs.2.text": "id_number",
    }
    assert faults(own__lifts__2__size="-1") == {"own.lifts.2.size": "unknown"}
    assert faults(own__lifts__1__text="Her", lang="../da") == {"own.lifts.1.lang": "unknown"}


SIZES = st.dictionaries(st.sampled_from(list(feelings())), st.integers(1, 4))
OWN = st.builds(OwnWord, st.sampled_from(["weighs", "lifts"]), st.just("sang"), st.just("da"), st.integers(1, 4))


@given(st.sampled_from([None, "good", "hard"]), SIZES, st.lists(OWN, max_size=2))
def test_it_comes_back_the_same_from_a_form_and_from_what_is_kept(
    day: str | None, sizes: dict[str, int], own: list[OwnWord]
) -> None:
    shelved = tuple(sorted(own, key=lambda word: word.shelf == "lifts"))
    ordered = {name: sizes[name] for name in feelings() if name in sizes}
    told = CheckIn(day, ordered, shelved)
    assert parse_checkin(told.as_fields(), "ar") == told == CheckIn.from_content(told.as_content())
    noted = replace(told, note=NewText(text="Her\nog der", lang="da"))
    assert CheckIn.from_content(noted.as_content()) == noted, "a note is written on what is kept"


def test_a_feeling_that_is_no_longer_offered_is_left_out() -> None:
    kept = {"day": None, "sizes": {"glad": 2, "gone": 3}, "own": [], "note": None, "agreed": "2026-11-22"}
    assert CheckIn.from_content(kept) == CheckIn(sizes={"glad": 2})
