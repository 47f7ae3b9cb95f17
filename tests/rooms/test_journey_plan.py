"""What is the citizen's alone: the horizon, the token, who sees which track; and how far somebody has read."""

from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from props import entries, nothing_written, one_change, place, revision, row, waiting_proposals, way, words

from minplan import access, clock, journey
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.journey.step import Step


def history(amira: Plan, who: UUID) -> journey.Story:
    with access.view(who, amira.id) as view:
        return journey.story(view)


def news(amira: Plan, who: UUID) -> list[str]:
    with access.view(who, amira.id) as view:
        return [change.entry.verb for change in journey.news(view, journey.way(view), journey.recent(view)).changes]


def test_the_horizon_is_the_citizens_own_words_or_not_now(amira: Plan) -> None:
    with one_change(amira):
        journey.set_horizon(amira.citizen, amira.id, None, said("Et roligt hjem"))
    first = row(access.Plan, amira.id)["horizon_id"]
    with nothing_written(amira):
        assert journey.set_horizon(amira.citizen, amira.id, None, said("Et roligt hjem")).kind == "unchanged"
        with pytest.raises(Conflict) as stale:
            journey.set_horizon(amira.citizen, amira.id, None, said("Rejse"))
        with pytest.raises(NotAllowed):
            journey.set_horizon(amira.bo, amira.id, first, said("Job"))
    assert (stale.value.mine, stale.value.theirs) == (said("Rejse"), str(first))
    journey.set_horizon(amira.citizen, amira.id, first, None)
    assert way(amira).horizon is None and words(first) == "Et roligt hjem"
    assert entries(amira)[0].before == {"horizon_id": str(first)}


def test_the_token_is_one_of_twelve_or_none(amira: Plan) -> None:
    with one_change(amira):
        journey.choose_token(amira.citizen, amira.id, "boat")
    with nothing_written(amira):
        assert journey.choose_token(amira.citizen, amira.id, "boat").kind == "unchanged"
        with pytest.raises(Invalid, match="token: unknown"):
            journey.choose_token(amira.citizen, amira.id, "gun")
        with pytest.raises(NotAllowed):
            journey.choose_token(amira.tove, amira.id, "sun")
    journey.choose_token(amira.citizen, amira.id, None)
    assert way(amira).token is None


def test_a_hidden_track_is_gone_from_way_news_and_history(amira: Plan) -> None:
    step = place(amira, "agreed", ball="both", tracks="health,work")
    journey.start(amira.citizen, amira.id, amira.step, "later")
    journey.reword(amira.citizen, amira.id, step, "title", row(Step, step)["title_id"], said("Hemmeligt"))
    assert "propose" in news(amira, amira.bo) and waiting_proposals(amira, amira.bo)
    with one_change(amira):
        journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"})
    assert way(amira, amira.bo).next is None and not way(amira, amira.bo).titles and not way(amira, amira.bo).goals
    assert news(amira, amira.bo) == [] and not waiting_proposals(amira, amira.bo)
    told = history(amira, amira.bo)
    assert told.changes == () and told.titles == {} and told.texts == {}
    assert way(amira, amira.tove).next.id == amira.step and "propose" in news(amira, amira.tove)


def test_nobody_else_reads_that_something_was_hidden(amira: Plan) -> None:
    with one_change(amira):
        journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"economy"})
    verbs = {who: [change.entry.verb for change in history(amira, who).changes] for who in (amira.bo, amira.tove)}
    assert all("hide_tracks" not in found for found in verbs.values())
    assert history(amira, amira.citizen).changes[0].entry.verb == "hide_tracks"
    with nothing_written(amira):
        assert journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"economy"}).kind == "unchanged"


def test_hiding_is_from_a_person_of_the_plan_and_of_a_track_that_there_is(amira: Plan) -> None:
    with nothing_written(amira):
        with pytest.raises(Invalid, match="tracks: unknown"):
            journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"love"})
        for person in (amira.camilla, amira.dorte, amira.citizen):
            with pytest.raises(NotFound):
                journey.hide_tracks(amira.citizen, amira.id, person, {"work"})
        with pytest.raises(NotAllowed):
            journey.hide_tracks(amira.bo, amira.id, amira.tove, {"work"})


def test_what_i_have_seen_is_no_news_and_my_own_changes_never_are(amira: Plan) -> None:
    journey.complete(amira.citizen, amira.id, amira.step, "later")
    assert news(amira, amira.citizen) == [] and news(amira, amira.bo)[0] == "complete"
    before, now = revision(amira), clock.now()
    journey.mark_seen(amira.bo, amira.id, now + timedelta(days=9))
    assert news(amira, amira.bo) == [] and revision(amira) == before
    journey.mark_seen(amira.bo, amira.id, now - timedelta(days=9))
    assert news(amira, amira.bo) == []
    journey.add_win(amira.bo, amira.id, journey.NewWin(text=said("Flot")))
    assert news(amira, amira.citizen) == ["win"]


def test_strangers_read_nothing_at_all(amira: Plan) -> None:
    for stranger in (amira.camilla, amira.dorte):
        with pytest.raises(NotFound):
            way(amira, stranger)
        with pytest.raises(NotFound):
            journey.mark_seen(stranger, amira.id, clock.now())
    with pytest.raises(NotFound), access.view(amira.bo):
        pass
