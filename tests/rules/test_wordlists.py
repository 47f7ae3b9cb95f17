"""Words that do not belong on a citizen's page, and hints to staff."""

import pytest

from minplan.content import forbidden_in, kinder, pressure_in
from minplan.language import translator


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("da", "Datoen er overskredet. Du er Forsinket!", ["overskredet", "Forsinket"]),
        ("da", "Jobcentret tager 50% af det, jf. loven", ["Jobcentret", "%", "jf."]),
        ("da", "Vi finder vejen senere, og du bestemmer.", []),
        ("en", "It is late; you had a no-show.", ["late", "no-show"]),
        ("en", "Later we translate the plates.", []),
        ("ar", "العقوبة والتأخير", ["العقوبة", "والتأخير"]),
        ("ar", "غِيَاب", ["غياب"]),
        ("ar", "الخطوة التالية معاً", []),
        ("so", "wax kasta", []),
    ],
)
def test_forbidden_words_are_found_whole(lang: str, text: str, found: list[str]) -> None:
    assert forbidden_in(text, lang) == found


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("da", "Nu skal du tage dig sammen. Det har konsekvenser.", ["skal du", "konsekvenser", "tage dig sammen"]),
        ("da", "Du skal sende det senest mandag.", ["Du skal"]),
        ("da", "Du skal ikke gøre noget. Du hører fra mig senest torsdag.", []),
        ("da", "I dag skal du ikke ringe, men du skal sove.", ["du skal"]),
        ("ar", "ليس عليك أن تتصل", []),
        ("da", "Jeg ringer til dig på mandag.", []),
        ("en", "You must comply with the rules.", ["You must", "the rules"]),
        ("ar", "يجب عليك الحضور", ["يجب عليك"]),
    ],
)
def test_staff_get_a_hint_where_words_press_or_shame(lang: str, text: str, words: list[str]) -> None:
    assert [hint.word for hint in pressure_in(text, lang)] == words


def test_a_hint_offers_a_kinder_way_in_the_writers_language() -> None:
    (hint,) = pressure_in("Det er din pligt", "da")
    assert kinder(hint, translator("da")).startswith("Lad penge og følger")
    assert kinder(hint, translator("en")).startswith("Leave money")
