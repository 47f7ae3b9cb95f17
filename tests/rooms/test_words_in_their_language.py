"""The same words in another language are something else: a wrong language can be put right, everywhere."""

import keepsakes
import pytest
from cast import Plan, said
from meetings import agreed

from minplan import access, feelings
from minplan.errors import Conflict
from minplan.words import NewText

WORDS = "Salam"
WRONG, RIGHT = NewText(text=WORDS, lang="da"), NewText(text=WORDS, lang="ar")


def test_of_a_worry(amira: Plan) -> None:
    worry = feelings.put_down(amira.citizen, None, WRONG).subject_id
    assert worry
    assert feelings.say_more(amira.citizen, worry, WORDS, RIGHT).kind == "done"
    assert feelings.say_more(amira.citizen, worry, WORDS, RIGHT).kind == "unchanged"
    assert feelings.one_worry(amira.citizen, worry).words == RIGHT.as_words()


def test_of_a_note(amira: Plan) -> None:
    picture = feelings.keep_checkin(amira.citizen, feelings.CheckIn(sizes={"sad": 2})).subject_id
    assert picture
    for new, kind in ((WRONG, "done"), (RIGHT, "done"), (RIGHT, "unchanged")):
        before = feelings.kept(amira.citizen, picture).told.note
        seen = (before.text or "") if before else ""
        assert feelings.write_note(amira.citizen, picture, seen, new).kind == kind
    assert feelings.kept(amira.citizen, picture).told.note == RIGHT


def test_of_what_is_answered_to_a_picture(amira: Plan) -> None:
    at, picture = agreed(amira), feelings.keep_checkin(amira.citizen, feelings.CheckIn(sizes={"sad": 2})).subject_id
    assert picture
    showing = keepsakes.show(amira.citizen, amira.id, "checkin", picture, at, (amira.bo,)).subject_id
    assert showing
    for new, seen, kind in ((WRONG, "", "done"), (RIGHT, WORDS, "done"), (RIGHT, WORDS, "unchanged")):
        assert feelings.answer_shown(amira.bo, amira.id, at, showing, seen, new).kind == kind
    with access.view(amira.bo, amira.id, "shown") as view:
        assert [each.words for each in feelings.shown(view, "checkin", at)] == [RIGHT.as_words()]


def test_what_is_for_me_is_not_lost_between_two_windows(amira: Plan) -> None:
    assert feelings.keep_for_me(amira.citizen, said("fra vindue A")).kind == "done"
    with pytest.raises(Conflict):
        feelings.keep_for_me(amira.citizen, said("fra vindue B"))
    assert feelings.keep_for_me(amira.citizen, said("fra vindue A")).kind == "unchanged"
    found = feelings.for_me(amira.citizen)
    assert found and found.words.text == "fra vindue A"
    assert feelings.keep_for_me(amira.citizen, said("fra vindue B"), found.mark).kind == "done"
