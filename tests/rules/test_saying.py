"""What a reader reads where a phrase is shown."""

from datetime import date

import pytest

from minplan import clock
from minplan.content import check_slots, label, phrases, say
from minplan.content.saying import isolated
from minplan.language import get, translator
from minplan.words import Words

CALL = {"who": "Yusuf", "date": "2026-11-27"}


@pytest.fixture(autouse=True)
def _in_november() -> None:
    clock.start(clock.parse("2026-11-22"))


def said(lang: str, phrase: str, slots: dict, reader: str | None = None, brief: bool = False) -> str:
    return say(Words(None, None, phrase, slots), translator(lang), get(lang), reader, brief)


def test_own_words_come_back_as_they_are() -> None:
    assert say(Words("أريد [أن] {أعمل}", "ar"), translator("da"), get("da")) == "أريد [أن] {أعمل}"


def test_others_read_who_does_it_and_the_reader_is_spoken_to() -> None:
    assert said("da", "step.call_doctor", CALL) == "Yusuf ringer til lægen senest fredag den 27. november"
    assert said("da", "step.call_doctor", CALL, reader="Yusuf") == "Ring til lægen senest fredag den 27. november"
    assert said("en", "step.call_doctor", CALL, reader="Lars Holm") == "Yusuf calls the doctor by Friday 27 November"


def test_brief_leaves_the_day_out() -> None:
    assert said("da", "step.call_doctor", CALL, reader="Yusuf", brief=True) == "Ring til lægen"


def test_a_day_that_is_not_known_is_left_out() -> None:
    assert said("en", "step.call_doctor", {"who": "Yusuf"}) == "Yusuf calls the doctor"
    assert said("da", "step.rest_until", {}) == "Hvil"


def test_names_in_other_letters_do_not_disturb_the_direction() -> None:
    assert said("ar", "step.visit_workplace", {"who": "Yusuf", "place": "Køkkenet"}) == (
        "\u2068Yusuf\u2069: زيارة \u2068Køkkenet\u2069"
    )
    assert said("da", "step.call_doctor", {"who": "يوسف"}) == "\u2068يوسف\u2069 ringer til lægen"


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, "تجربة ساعة واحدة في الأسبوع"),
        (2, "تجربة ساعتين في الأسبوع"),
        (10, "تجربة 10 ساعات في الأسبوع"),
        (15, "تجربة 15 ساعة في الأسبوع"),
    ],
)
def test_numbers_take_their_form(n: int, expected: str) -> None:
    assert said("ar", "step.try_hours", {"who": "Yusuf", "n": n}, reader="Yusuf") == expected
    assert said("en", "step.try_hours", {"who": "Yusuf", "n": 1}) == "Yusuf tries 1 hour a week"


def test_a_topic_is_read_in_the_readers_language() -> None:
    slots = {"who": "Nadia Aziz", "topic": "family_reunification"}
    assert said("da", "step.municipality_finds_out", slots) == (
        "Nadia Aziz finder ud af, hvem der kan hjælpe med familiesammenføring"
    )
    assert "family reunification" in said("en", "step.municipality_finds_out", slots)


def test_what_a_name_contains_is_never_a_pattern() -> None:
    assert said("da", "step.call_doctor", {"who": "{date} [x] %(a)s"}) == "{date} [x] %(a)s ringer til lægen"


def test_a_phrase_that_left_the_catalogue_is_shown_by_its_id() -> None:
    assert said("da", "step.gone", {}) == "step.gone"


def test_the_picker_shows_what_is_to_be_filled_in() -> None:
    picked = [phrases()[name] for name in ("step.try_hours", "step.call_doctor", "step.go_to_place")]
    shown = [label(phrase, translator("da")) for phrase in picked]
    assert shown == ["Prøv … timer om ugen", "Ring til lægen", "Tag med til …"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Bo", "Bo"), ("\u202eoB", "\u2068\u202eoB\u2069"), ("\u2069\u202eoB\u2067", "\u2068\u202eoB\u2067\u2069\u2069")],
)
def test_a_name_cannot_turn_the_sentence_around_it(name: str, shown: str) -> None:
    assert isolated(name, "ltr") == shown


@pytest.mark.parametrize(
    ("phrase", "slots", "faults"),
    [
        ("step.call_doctor", CALL, {}),
        ("step.call_doctor", {"who": "Yusuf"}, {}),
        ("step.nothing", {}, {"phrase": "unknown"}),
        ("step.call_doctor", {"date": "2026-11-27"}, {"slots.who": "required"}),
        ("step.call_doctor", {"who": "Bo", "place": "x"}, {"slots.place": "unknown"}),
        ("step.call_doctor", {"who": "Bo", "date": "27/11"}, {"slots.date": "bad_date"}),
        ("step.call_doctor", {"who": "Bo", "date": "20261127"}, {"slots.date": "bad_date"}),
        ("step.call_doctor", {"who": "Bo", "date": date(2026, 11, 27)}, {"slots.date": "bad_date"}),
        ("step.call_doctor", {"who": 7}, {"slots.who": "bad_text"}),
        ("step.call_doctor", {"who": "x" * 201}, {"slots.who": "too_long"}),
        ("step.call_doctor", {"who": "a\0"}, {"slots.who": "bad_character"}),
        ("step.try_hours", {"who": "Bo", "n": True}, {"slots.n": "bad_number"}),
        ("step.try_hours", {"who": "Bo", "n": "10"}, {"slots.n": "bad_number"}),
        ("step.try_hours", {"who": "Bo"}, {"slots.n": "required"}),
        ("step.explain_rules", {"who": "Bo", "topic": "moon"}, {"slots.topic": "unknown"}),
        ("step.explain_rules", {"who": "Bo", "topic": ["money"]}, {"slots.topic": "unknown"}),
    ],
)
def test_slots_are_checked(phrase: str, slots: dict, faults: dict) -> None:
    assert check_slots(phrase, slots) == faults
