"""A step that tells of less money is met by what holds for that, in whichever language it was written."""

import pytest

from minplan import content


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Du kan få en sanktion", "da"),
        ("Der trækkes for tre dage", "da"),
        ("SANKTION!", "da"),
        ("Your benefit may be sanctioned", "en"),
        ("سيتم خصم من المساعدة", "ar"),
        ("والعقوبة", "ar"),
    ],
)
def test_it_is_heard(text: str, lang: str) -> None:
    assert content.tells_of_sanction(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Gå en tur hver dag", "da"), ("Træk vejret roligt", "da"), ("sanktion", "so"), ("", "da"), ("sanktion", "../da")],
)
def test_other_words_are_not(text: str, lang: str) -> None:
    assert not content.tells_of_sanction(text, lang)
