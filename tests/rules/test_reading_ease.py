"""How easily a text reads: words per sentence, and the share of long words."""

import pytest

from minplan.content.checking.reading_ease import lix, sentences, too_long, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Du må spørge. Ring til os!", ["Du må spørge.", "Ring til os!"]),
        ("Loven er § 8, stk. 1. Den gælder kl. 10.", ["Loven er § 8, stk. 1.", "Den gælder kl. 10."]),
        ("Tag f.eks. en ven med.", ["Tag f.eks. en ven med."]),
        ("Skriv: »Jeg er uenig.« Så svarer vi.", ["Skriv: »Jeg er uenig.", "Så svarer vi."]),
        ("Skriv: ”Jeg er uenig.” Så svarer vi.", ["Skriv: ”Jeg er uenig.", "Så svarer vi."]),
        ("", []),
        ("…", []),
    ],
)
def test_where_a_sentence_ends(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_signs_are_no_words() -> None:
    assert words("Ja – du må (gerne) spørge …") == ["Ja", "du", "må", "gerne", "spørge"]


def test_the_figure_itself() -> None:
    assert lix(["Du må spørge."]) == 3.0  # three words in one sentence, none long
    assert lix(["Kommunen svarer.", "Ja."]) == pytest.approx(3 / 2 + 100 * 1 / 3)
    assert lix([]) == 0.0


def test_a_long_sentence_is_found() -> None:
    right, long = (" ".join(["ord"] * count) + "." for count in (20, 21))
    assert list(too_long([right, long])) == [long]
