"""What the database leaves out of the journal for somebody is what the rule leaves out, on both databases."""

from itertools import combinations
from typing import Literal

import pytest
from cast import Plan, said
from props import entries, place, row

from minplan import access, clock, db, journal, journey
from minplan.access import Viewer
from minplan.journey.kinds import TRACKS
from minplan.journey.step import Step
from minplan.journey.store import told


@pytest.mark.parametrize("relation", ["contact", "team"])
def test_the_database_sees_what_the_rule_sees(amira: Plan, relation: Literal["contact", "team"]) -> None:
    steps = [place(amira, kind, tracks=tracks) for kind in ("own", "law") for tracks in ("work", "family,economy")]
    for step in steps:
        journey.complete(amira.citizen, amira.id, step, "active")
    journey.add_goal(amira.citizen, amira.id, journey.NewGoal(title=said("Ro på"), track="community"))
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"work"})
    for size in range(len(TRACKS) + 1):
        for hidden in combinations(TRACKS, size):
            viewer = Viewer(amira.bo, relation, "Bo", frozenset(hidden))
            with db.reading() as connection:
                every = told.entries(connection, amira.id, viewer, journal.LAST, 999)
                recent, _ = told.recent(connection, amira.id, viewer, 999)
            expected = [entry.revision for entry in entries(amira) if reads(viewer, entry)]
            assert [entry.revision for entry in every] == [entry.revision for entry in recent] == expected, hidden


def reads(viewer: Viewer, entry: journal.News) -> bool:
    about = row(Step, entry.step_id)
    seen = not about or viewer.sees(about["kind"], about["tracks"].split(","))
    return entry.audience == "all" and seen and entry.track not in viewer.hidden


def test_the_newest_is_read_again_when_it_has_been_seen(amira: Plan) -> None:
    journey.mark_seen(amira.bo, amira.id, clock.now())
    with access.view(amira.bo, amira.id) as view:
        found = journey.recent(view)
        assert found.revision == view.plan.revision and len(found.entries) == 1
        assert journey.news(view, journey.way(view), found).changes == ()
