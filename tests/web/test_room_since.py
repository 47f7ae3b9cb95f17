"""Since last time: what was agreed and what has become of it stands first in the room."""

from cast import Plan, said
from meetings import closed, opened
from web.browser import Browser

from minplan import journey


def test_the_first_meeting_has_no_last_time(amira: Plan, citizen: Browser) -> None:
    page = citizen.get(f"/plans/{amira.id}/meetings/{opened(amira)}/room")
    assert "Siden sidst" not in page.text


def test_what_was_agreed_is_told_with_what_became_of_it(amira: Plan, bo: Browser, citizen: Browser) -> None:
    closed(amira, amira.step)
    room = f"/plans/{amira.id}/meetings/{opened(amira)}/room"
    for who in (bo, citizen):
        since = who.get(room).text.partition('id="since"')[2].partition("</section>")[0]
        assert "Gå en tur" in since and "mandag den 9. november" in since
    journey.complete(amira.citizen, amira.id, amira.step, "later")
    journey.add_win(amira.citizen, amira.id, journey.NewWin(text=said("Jeg gik rundt om søen")))
    since = bo.get(room).text.partition('id="since"')[2].partition("</section>")[0]
    assert "Klaret" in since and "Jeg gik rundt om søen" in since


def test_what_is_hidden_from_a_colleague_is_not_told_there(amira: Plan, bo: Browser) -> None:
    closed(amira, amira.step)
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"})
    room = f"/plans/{amira.id}/meetings/{opened(amira)}/room"
    assert "Gå en tur" not in bo.get(room).text
