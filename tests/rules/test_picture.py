"""What fills somebody, as a picture with its words, and as the words alone."""

from hypothesis import given, settings, strategies as st

from minplan import content, feelings, language
from minplan.feelings import CheckIn, OwnWord
from minplan.feelings.lettering import Label, lettered, lettered_own, wide

TRANSLATOR = language.translator("da")
EVERYTHING = dict.fromkeys(content.feelings(), 1)


def _picture(sizes: dict[str, int], *own: OwnWord) -> feelings.Picture:
    return feelings.draw(CheckIn(None, sizes, own), TRANSLATOR)


def _reach(label: Label) -> float:
    """How far from the middle the furthest corner of the letters lies."""
    return max(
        (wide(line.text) * label.letters / 2) ** 2 + max(abs(line.y), abs(line.y - 0.75 * label.letters)) ** 2
        for line in label.lines
    ) ** 0.5  # fmt: skip


def test_what_fills_most_comes_first_and_the_shelves_take_turns() -> None:
    drawn = _picture({"worried": 2, "afraid": 4, "sad": 4, "glad": 4, "calm": 2})
    assert [each.feeling for each in drawn.named] == ["afraid", "glad", "sad", "worried", "calm"]
    assert [(size, len(same)) for size, same in drawn.by_size] == [(4, 3), (2, 2)]
    assert [each.feeling for each in drawn.most] == ["afraid", "glad", "sad"]


def test_an_own_word_stands_among_the_others_in_its_own_language() -> None:
    drawn = _picture({"worried": 1}, OwnWord("lifts", "قهوة", "ar", 3))
    assert drawn.most[0] == ("lifts", 3, "قهوة", None, "ar")
    assert drawn.bubbles[0].label.face is None and drawn.bubbles[0].label.lines[0].text == "قهوة"


def test_nothing_is_a_picture_too() -> None:
    drawn = _picture({})
    assert drawn.most == drawn.by_size == [] and drawn.bubbles == ()


def test_every_word_has_its_face_and_stands_in_its_circle_in_every_language() -> None:
    for code in ("da", "en", "ar"):
        for name in content.feelings():
            word = content.feeling_word(name, language.translator(code))
            for size in (1, 2, 3, 4):
                drawn = feelings.draw(CheckIn(None, {name: size, "glad": 4, "sad": 4}), language.translator(code))
                for named, circle, label in drawn.bubbles:
                    assert label.face and label.lines, f"“{named.word}” has no room among three"
                    assert _reach(label) < circle.r
            assert " ".join(line.text for line in lettered(word, 90).lines) == word


def test_where_a_word_has_no_room_its_face_stands_alone_and_large() -> None:
    label = lettered("taknemmelig", 20)
    assert label.lines == () and label.face and 20 < label.face.side < 28


@given(st.text(min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool), st.floats(12, 110))
@settings(deadline=None, max_examples=150)
def test_somebodys_own_word_is_in_its_circle_whatever_it_is(word: str, r: float) -> None:
    label = lettered_own(word, r)
    shown = " ".join(line.text for line in label.lines)
    assert not label.lines or _reach(label) < r
    assert shown == word or shown.endswith("…") and word.startswith(shown[:-1].rstrip()) or not shown


def test_an_own_word_of_many_parts_is_set_on_lines() -> None:
    lines = [line.text for line in lettered_own("savner min søster i Aleppo", 60).lines]
    assert len(lines) > 1 and " ".join(lines) == "savner min søster i Aleppo"


def test_an_own_word_that_has_no_room_ends_between_its_parts_where_it_has_some() -> None:
    shown = " ".join(line.text for line in lettered_own("mor og far og alle mine søskende i nord", 28).lines)
    assert shown == "mor og far og alle…"
    assert lettered_own("Donaudampfschifffahrtsgesellschaft", 36).lines[0].text.startswith("Donau")


def test_even_all_of_them_are_drawn() -> None:
    own = [OwnWord(shelf, f"mit ord {n}", "da", 4) for shelf in content.SHELVES for n in (1, 2)]
    drawn = _picture(EVERYTHING, *own)
    assert len(drawn.bubbles) == 26
    assert all(bubble.label.face or bubble.label.lines for bubble in drawn.bubbles)
