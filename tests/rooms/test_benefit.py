"""What somebody lives on is a dated line that the citizen and the contact person write, and that picks the rights."""

from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan
from sqlalchemy import Engine

from minplan import access, clock, journey, rights
from minplan.errors import Conflict, Invalid, NotAllowed
from minplan.rights import BenefitLine


def lines(amira: Plan) -> list[BenefitLine]:
    with access.view(amira.citizen) as view:
        return rights.benefit_lines(view)


def lives_on(amira: Plan) -> str | None:
    with access.view(amira.citizen) as view:
        return rights.benefit_of(view)


def test_nobody_has_said_it_until_somebody_does(database: Engine, amira: Plan) -> None:
    assert lives_on(amira) is None and lines(amira) == []
    assert rights.set_benefit(amira.bo, amira.id, "sygedagpenge", None).kind == "done"
    assert rights.set_benefit(amira.bo, amira.id, "sygedagpenge", "sygedagpenge").kind == "unchanged"
    clock.start(clock.now() + timedelta(days=40))
    assert rights.set_benefit(amira.citizen, amira.id, None, "sygedagpenge").kind == "done"
    assert lives_on(amira) is None
    told = [(line.benefit.id if line.benefit else None, line.by) for line in lines(amira)]
    assert told == [(None, "Amira"), ("sygedagpenge", "Bo")]


def test_colleagues_are_told_nothing_of_it(database: Engine, amira: Plan) -> None:
    def told(who: UUID) -> tuple[set[str], list[str]]:
        with access.view(who, amira.id, "rights") as view:
            kinds = {each.kind for each in rights.around(view, journey.way(view))}
            return kinds & {"fund", "benefits", "pays"}, [each.entry.verb for each in journey.story(view).changes]

    before = told(amira.tove)
    rights.set_benefit(amira.citizen, amira.id, "dagpenge", None)
    assert told(amira.tove) == before and "fund" not in before[0]
    assert told(amira.citizen)[0] == told(amira.bo)[0] == {"fund"} and told(amira.citizen)[1][0] == "set_benefit"


def test_it_picks_the_rights(database: Engine, amira: Plan) -> None:
    before = {each.right.id for each in rights.box(lives_on(amira))}
    rights.set_benefit(amira.citizen, amira.id, "kontanthjaelp", None)
    after = {each.right.id for each in rights.box(lives_on(amira))}
    assert before < after and "sanktion_vejledning" in after - before


def test_of_two_who_write_at_once_the_later_one_is_asked(database: Engine, amira: Plan) -> None:
    rights.set_benefit(amira.citizen, amira.id, "dagpenge", None)
    with pytest.raises(Conflict):
        rights.set_benefit(amira.bo, amira.id, "sygedagpenge", None)
    assert rights.set_benefit(amira.bo, amira.id, "dagpenge", None).kind == "unchanged"
    assert lives_on(amira) == "dagpenge"


def test_what_nobody_can_live_on_is_no_answer(database: Engine, amira: Plan) -> None:
    with pytest.raises(Invalid) as refused:
        rights.set_benefit(amira.citizen, amira.id, "uddannelseshjaelp", None)
    assert refused.value.fields == {"benefit": "unknown"}


def test_a_colleague_does_not_say_it(database: Engine, amira: Plan) -> None:
    with pytest.raises(NotAllowed):
        rights.set_benefit(amira.tove, amira.id, "dagpenge", None)
    assert lines(amira) == []
