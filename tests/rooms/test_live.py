"""Who waits for news of a meeting hears of every version and of nothing else, for as long as they may be there."""

import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from cast import Plan, said
from meetings import agreed, opened
from sqlalchemy import func, select, update

from minplan import access, clock, db, identity, meeting
from minplan.errors import Invalid, NotFound
from minplan.meeting import Here, Presence, Subscriber
from minplan.meeting.live import subscriber as subscribers
from minplan.meeting.live.actions import hub as hubs, presence as live
from minplan.meeting.live.actions.hub import EACH, Full, Hub

SOON = 5.0


@pytest.fixture
def hour(amira: Plan) -> UUID:
    return opened(amira)


@pytest.fixture
def hub() -> Iterator[Hub]:
    made = Hub()
    yield made
    made.stop()


def came_in(person: UUID) -> str:
    return identity.hashed(identity.begin(person))


def version(amira: Plan, hour: UUID) -> str:
    with access.view(amira.citizen, amira.id) as view:
        return meeting.room_version(view, hour)


def waiting(hub: Hub, amira: Plan, hour: UUID, key: str = "", who: str = "bo", shows: str | None = None) -> Subscriber:
    person = getattr(amira, who)
    shows = version(amira, hour) if shows is None else shows
    found = Subscriber(key or came_in(person), person, amira.id, hour, shows)
    hub.join(found, most=20)
    return found


def over_within(subscriber: Subscriber, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not subscriber.over and time.monotonic() < until:
        time.sleep(0.02)
    return subscriber.over


def test_what_anybody_changes_is_told_by_its_version(amira: Plan, hour: UUID, hub: Hub) -> None:
    bo, tove = waiting(hub, amira, hour), waiting(hub, amira, hour, who="tove")
    meeting.add_point(amira.citizen, amira.id, hour, said("Pengene"))
    assert next(bo.news()) == next(tove.news()) == version(amira, hour)


def test_who_shows_something_old_hears_at_once(amira: Plan, hour: UUID, hub: Hub) -> None:
    shown = version(amira, hour)
    meeting.add_point(amira.citizen, amira.id, hour, said("Pengene"))
    assert next(waiting(hub, amira, hour, shows=shown).news()) == version(amira, hour)
    assert next(waiting(hub, amira, hour, shows="").news()) == version(amira, hour)


def test_who_shows_the_newest_hears_nothing(amira: Plan, hour: UUID, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subscribers, "BEAT", 0.3)
    assert next(waiting(hub, amira, hour).news()) is None


def test_who_signs_out_or_loses_their_place_hears_nothing_more(amira: Plan, hour: UUID, hub: Hub) -> None:
    key = came_in(amira.bo)
    bo, tove = waiting(hub, amira, hour, key), waiting(hub, amira, hour, who="tove")
    citizen = waiting(hub, amira, hour, who="citizen")
    identity.end_one(amira.bo, key)
    yesterday = clock.today() - timedelta(days=1)
    with db.writing() as session:
        place = access.Membership.__table__  # type: ignore[attr-defined]
        session.execute(update(place).where(place.c.person_id == amira.tove).values(until=yesterday))
    assert over_within(bo, SOON) and over_within(tove, SOON)
    assert not citizen.over
    assert list(bo.news()) == []


def test_a_process_keeps_so_many_lines_and_no_more(amira: Plan, hour: UUID, hub: Hub) -> None:
    first = Subscriber(came_in(amira.bo), amira.bo, amira.id, hour, "")
    hub.join(first, most=1)
    with pytest.raises(Full):
        hub.join(Subscriber(came_in(amira.tove), amira.tove, amira.id, hour, ""), most=1)
    hub.leave(first)
    waiting(hub, amira, hour)


def test_one_browser_keeps_a_few_lines_and_its_newest(amira: Plan, hour: UUID, hub: Hub) -> None:
    key = came_in(amira.bo)
    found = [waiting(hub, amira, hour, key) for _ in range(EACH + 2)]
    assert [each.over for each in found] == [True, True] + [False] * EACH


def test_whoever_has_many_lines_gives_one_up_to_somebody_with_none(amira: Plan, hour: UUID, hub: Hub) -> None:
    many = [Subscriber(came_in(amira.citizen), amira.citizen, amira.id, hour, "") for _ in range(4)]
    for each in many:
        hub.join(each, most=4)
    with pytest.raises(Full):
        hub.join(Subscriber(came_in(amira.citizen), amira.citizen, amira.id, hour, ""), most=4)
    bo = [Subscriber(came_in(amira.bo), amira.bo, amira.id, hour, "") for _ in range(3)]
    hub.join(bo[0], most=4)
    hub.join(bo[1], most=4)
    with pytest.raises(Full):
        hub.join(bo[2], most=4)
    assert [each.over for each in (*many, *bo[:2])] == [True, True, False, False, False, False]


def test_who_comes_in_the_middle_of_a_look_is_not_forgotten(
    amira: Plan, hour: UUID, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscribers, "BEAT", 2.0)
    late, look = Subscriber(came_in(amira.tove), amira.tove, amira.id, hour, "1.0"), hub._turn

    def while_it_looks(*turn: Any) -> None:
        monkeypatch.setattr(hub, "_turn", look)
        hub.join(late, most=20)
        look(*turn)

    monkeypatch.setattr(hub, "_turn", while_it_looks)
    waiting(hub, amira, hour)
    assert next(late.news()) == version(amira, hour)


def test_who_waits_for_a_meeting_that_is_not_there_waits_for_nothing(amira: Plan, hour: UUID, hub: Hub) -> None:
    assert over_within(waiting(hub, amira, uuid4(), shows="1.0"), SOON)


def test_where_a_process_ends_nobody_waits_any_longer(amira: Plan, hour: UUID, hub: Hub) -> None:
    bo = waiting(hub, amira, hour)
    hub.stop()
    assert over_within(bo, SOON)
    with pytest.raises(Full):
        waiting(hub, amira, hour)


def test_the_look_out_goes_home_with_the_last_and_comes_again(amira: Plan, hour: UUID, hub: Hub) -> None:
    for _ in range(2):
        bo = waiting(hub, amira, hour)
        thread = hub._thread
        assert thread and thread.is_alive()
        hub.leave(bo)
        thread.join(SOON)
        assert not thread.is_alive()


def test_a_look_out_that_stumbles_goes_on(
    amira: Plan, hour: UUID, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "REST", 0.05)
    monkeypatch.setattr(hubs, "CHECK", 0.0)
    whole, stumbled = identity.still_in, []

    def once(keys: set[str]) -> frozenset[str]:
        if not stumbled:
            stumbled.append(keys)
            raise OSError
        return whole(keys)

    monkeypatch.setattr(identity, "still_in", once)
    bo = waiting(hub, amira, hour)
    while not stumbled:
        time.sleep(0.02)
    meeting.add_point(amira.citizen, amira.id, hour, said("Pengene"))
    assert next(bo.news()) == version(amira, hour)


def test_only_whoever_may_open_the_room_waits_for_it(amira: Plan, hour: UUID) -> None:
    for stranger in (amira.dorte, amira.camilla):
        with pytest.raises(NotFound):
            meeting.subscribe(stranger, amira.id, hour, came_in(stranger), "", 20)
    with pytest.raises(NotFound):
        meeting.subscribe(amira.bo, amira.id, uuid4(), came_in(amira.bo), "", 20)


def test_a_meeting_that_does_not_go_on_has_nothing_to_tell(amira: Plan) -> None:
    with pytest.raises(NotFound):
        meeting.subscribe(amira.bo, amira.id, agreed(amira), came_in(amira.bo), "", 20)


def here(amira: Plan, hour: UUID, key: str = "") -> list[tuple[str, str | None, str | None, bool]]:
    with access.view(amira.citizen, amira.id) as view:
        return [(each.name, each.touching, each.says, each.own) for each in meeting.who_is_here(view, hour, key)]


def test_who_is_here_is_shown_with_what_they_touch_and_gone_when_they_leave(amira: Plan, hour: UUID) -> None:
    citizen, bo = came_in(amira.citizen), came_in(amira.bo)
    meeting.be_here(amira.bo, amira.id, hour, bo, Here(touching="point-1"))
    meeting.be_here(amira.citizen, amira.id, hour, citizen, Here())
    assert here(amira, hour, bo) == [("Amira", None, None, False), ("Bo", "point-1", None, True)]
    meeting.leave_room(amira.bo, amira.id, hour, bo)
    assert here(amira, hour) == [("Amira", None, None, False)]


def test_the_screens_hear_of_what_is_to_be_seen_and_of_no_sign_of_life(amira: Plan, hour: UUID) -> None:
    key = came_in(amira.bo)

    def after(**said: str) -> str:
        told = meeting.be_here(amira.bo, amira.id, hour, key, Here(**said))
        assert told == version(amira, hour)
        return told

    came = after()
    assert after() == came
    touched = after(touching="point-1")
    assert touched != came and after() == touched and after(touching="point-1") == touched
    assert after(touching="") != touched
    assert here(amira, hour) == [("Bo", None, None, False)]


def test_a_sentence_that_nobody_made_is_held_up_by_nobody(amira: Plan, hour: UUID) -> None:
    with pytest.raises(Invalid, match="says: unknown"):
        meeting.be_here(amira.citizen, amira.id, hour, came_in(amira.citizen), Here(says="aloud.nothing"))


def test_who_was_silent_for_a_while_is_here_no_more_and_the_others_hear_of_it(amira: Plan, hour: UUID) -> None:
    citizen, bo = came_in(amira.citizen), came_in(amira.bo)
    for who, key in ((amira.citizen, citizen), (amira.bo, bo)):
        meeting.be_here(who, amira.id, hour, key, Here())
    clock.start(clock.now() + timedelta(seconds=40))
    live.still_here({(hour, live.screen_of(bo))})
    before = version(amira, hour)
    clock.start(clock.now() + timedelta(seconds=10))
    assert [name for name, *_ in here(amira, hour)] == ["Bo"]
    live.still_here({(hour, live.screen_of(bo))})
    assert version(amira, hour) != before
    with db.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(Presence)) == 1


def test_who_went_to_another_room_is_not_kept_in_the_first(amira: Plan, hour: UUID) -> None:
    later, bo = opened(amira), came_in(amira.bo)
    for room in (hour, later):
        meeting.be_here(amira.bo, amira.id, room, bo, Here())
        meeting.be_here(amira.citizen, amira.id, room, came_in(amira.citizen), Here())
    clock.start(clock.now() + timedelta(seconds=40))
    live.still_here({(later, live.screen_of(bo)), (hour, "somebody else's")})
    clock.start(clock.now() + timedelta(seconds=10))
    assert not here(amira, hour)
    assert [name for name, *_ in here(amira, later)] == ["Bo"]


def test_a_stranger_is_in_no_room(amira: Plan, hour: UUID) -> None:
    with pytest.raises(NotFound):
        meeting.be_here(amira.dorte, amira.id, hour, came_in(amira.dorte), Here())
    with pytest.raises(NotFound):
        meeting.leave_room(amira.dorte, amira.id, hour, came_in(amira.dorte))


def test_what_is_no_change_of_the_plan_can_be_new_on_the_screens(amira: Plan, hour: UUID) -> None:
    before = version(amira, hour)
    with db.writing() as session:
        meeting.stir(session, hour)
    assert version(amira, hour) != before


def test_a_sign_in_is_looked_at_as_a_visit_would_be(amira: Plan) -> None:
    keys = {came_in(amira.bo), came_in(amira.tove)}
    assert identity.still_in({*keys, "nobody"}) == keys
    clock.start(clock.now() + timedelta(hours=1))
    assert identity.still_in(keys) == frozenset()
