"""What a system reads comes out of both databases alike: whose plans it hears of, page by page, and who works here."""

from datetime import timedelta

from cast import Plan, said

from minplan import access, clock, db, journey, office, sync
from minplan.access import HOME, Membership
from minplan.journey.goal import Goal
from minplan.sync.shapes import Paging
from minplan.words import write


def let_in(code: str, *departments: str) -> sync.Caller:
    new = sync.NewSystem(code=code, name=code.title(), scopes=sync.SCOPES, departments=departments)
    _, key = sync.add_system(office.operator(HOME), new)
    assert key
    return sync.by_key(key)


def says_yes(amira: Plan, topic: str, days: int) -> None:
    with db.writing() as session:
        yes = {"municipality_id": HOME, "plan_id": amira.id, "item": topic, "kind": "sharing", "topic": topic}
        until = clock.today() + timedelta(days=days)
        session.add(
            access.Consent(**yes, department="health", words="Ja", lang="da", given_at=clock.now(), until=until)
        )


def tracks(caller: sync.Caller, amira: Plan) -> list[str] | None:
    """The same in the list and alone."""
    listed = {each.id: each.tracks for each in sync.plans(caller, Paging()).items}.get(amira.id)
    if listed is not None:
        assert sync.plan(caller, amira.id).tracks == listed
    return listed


def test_a_list_knows_the_departments_the_yes_and_what_is_kept(amira: Plan) -> None:
    every, job, health = let_in("alt"), let_in("job", "Jobcenter"), let_in("sundhed", "health")
    with db.writing() as session:
        session.get_one(Membership, (amira.id, amira.bo)).department = "Jobcenter"
    assert tracks(every, amira) == tracks(job, amira) == list(access.TRACKS)
    assert tracks(health, amira) is None
    says_yes(amira, "health", 9)
    says_yes(amira, "work", -1)
    assert tracks(health, amira) == ["health"]
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"}, frozenset())
    assert tracks(health, amira) is None
    assert tracks(job, amira) == ["work", "family", "economy", "community"]
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, set(access.TRACKS), frozenset({"health"}))
    assert tracks(every, amira) is tracks(job, amira) is None


def test_pages_follow_each_other_and_the_citizen_is_told_once_a_day(amira: Plan) -> None:
    caller = let_in("alt")
    first = sync.plans(caller, Paging(limit=1))
    second = sync.plans(caller, Paging(limit=1, after=first.next))
    assert {first.items[0].citizen, second.items[0].citizen} == {amira.citizen, amira.dorte} and second.next is None
    sync.plans(caller, Paging())
    assert _lists(amira, caller) == 1
    clock.start(clock.now() + timedelta(days=1))
    sync.plans(caller, Paging())
    assert _lists(amira, caller) == 2
    names = [each.name for each in sync.caseworkers(caller, Paging(limit=200)).items]
    assert sorted(names) == ["Bo", "Camilla", "Tove"]


def _lists(amira: Plan, caller: sync.Caller) -> int:
    opening = access.Opening.__table__
    theirs = (opening.c.plan_id == amira.id, opening.c.person_id == caller.person_id, opening.c.what == "list")
    with db.reading() as connection:
        return len(connection.execute(opening.select().where(*theirs)).all())


def test_words_leave_by_who_wrote_them(amira: Plan) -> None:
    caller = let_in("alt")
    law = {"title": said("Besøg skolen"), "why": said("For at se den"), "law": "LAB § 1"}
    step = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", **law)
    journey.add_step(amira.bo, amira.id, step)
    goal = sync.shelf(caller, amira.id, "goal", Paging()).items[0].id
    for author, read in ((amira.bo, "Et job"), (amira.citizen, None), (None, None), (caller.person_id, "Et job")):
        with db.writing() as session:
            row = session.get_one(Goal, goal)
            row.title_id = write(session, amira.id, said("Et job"), author, clock.now()).id
            row.why_id = write(session, amira.id, said("Jeg vil"), amira.citizen, clock.now()).id
        found = sync.one(caller, amira.id, "goal", goal)
        assert (found.title.text if found.title else None, found.why) == (read, None)
