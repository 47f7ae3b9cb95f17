"""A note goes along with a picture as it was agreed: what is written later is the citizen's alone."""

from uuid import uuid4

from minplan.feelings.along import as_shown, goes_along, let_along

NOTE = {"text": "Det begyndte i mandags", "lang": "da"}
PICTURE = {"day": None, "sizes": {"sad": 2}, "own": [], "note": NOTE}


def test_it_goes_along_with_the_showing_for_which_it_was_agreed_and_with_no_other() -> None:
    one, other = uuid4(), uuid4()
    kept = PICTURE | {"along": let_along(PICTURE, one)}
    assert goes_along(kept, one) and not goes_along(kept, other) and not goes_along(PICTURE, one)
    assert as_shown(kept, one) == PICTURE
    assert as_shown(kept, other) == PICTURE | {"note": None}


def test_a_note_that_was_changed_or_taken_away_goes_along_no_more() -> None:
    showing = uuid4()
    kept = PICTURE | {"along": let_along(PICTURE, showing)}
    for note in ({"text": "Kun til mig", "lang": "da"}, None):
        assert as_shown(kept | {"note": note}, showing)["note"] is None


def test_each_showing_keeps_what_was_agreed_for_it() -> None:
    first, second = uuid4(), uuid4()
    kept = PICTURE | {"along": let_along(PICTURE, first)}
    kept |= {"note": {"text": "Nyt", "lang": "da"}}
    kept |= {"along": let_along(kept, second)}
    assert goes_along(kept, second) and not goes_along(kept, first)


def test_what_has_no_note_is_shown_as_it_is() -> None:
    assert let_along({"note": None}, uuid4()) == {}
    assert as_shown({"words": NOTE}, uuid4()) == {"words": NOTE}
