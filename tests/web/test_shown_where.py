"""Who can still see a picture is said alike in the album, where it is shown anew, and on the meeting's card."""

from datetime import timedelta

import keepsakes
from cast import Plan
from meetings import agreed
from web.browser import Browser

from minplan import access, clock, db, feelings


def test_whoever_works_with_the_plan_no_more_cannot_see_it(citizen: Browser, amira: Plan) -> None:
    at = agreed(amira, clock.now() + timedelta(days=2))
    picture = feelings.keep_checkin(amira.citizen, feelings.CheckIn(sizes={"sad": 2})).subject_id
    assert picture
    keepsakes.show(amira.citizen, amira.id, "checkin", picture, at, (amira.tove,))
    album, anew, card = (
        f"/feelings/album/{picture}",
        f"/feelings/album/{picture}/showing",
        f"/plans/{amira.id}/meetings/{at}",
    )
    for page in (album, anew, card):
        assert "<bdi>Tove</bdi> kan se det til og med" in citizen.get(page).text, page
    with db.writing() as session:
        session.delete(session.get_one(access.Membership, (amira.id, amira.tove)))
    for page in (album, card):
        assert "Ingen kan se det lige nu. Den, du viste det til" in citizen.get(page).text, page
    for page in (album, anew, card):
        assert "<bdi>Tove</bdi> kan se det" not in citizen.get(page).text, page
