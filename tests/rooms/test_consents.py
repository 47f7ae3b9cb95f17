"""A yes is kept as it was read, opens eyes and ears, and is taken back with effect at once."""

from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan
from consenting import HEALTH, add_win, give, told, works_in
from counting import selects
from props import revision, way
from sqlalchemy import Engine, select, update

from minplan import access, clock, db, desk, journey, sharing
from minplan.access import Consent, Membership
from minplan.errors import Conflict, NotAllowed, NotFound
from minplan.journal import Entry


@pytest.fixture
def tove(amira: Plan) -> UUID:
    """Tove works in the health centre."""
    works_in(amira, amira.tove, "Sundhedscentret")
    return amira.tove


def change_health(amira: Plan, by: UUID | None = None) -> None:
    add_win(amira, by or amira.citizen, amira.step)


def hidden(amira: Plan, person: UUID) -> str:
    with db.writing() as session:
        return session.get_one(Membership, (amira.id, person)).hidden


def running(amira: Plan, person: UUID) -> list[str]:
    with access.view(person, amira.id) as view:
        return [each.item for each in sharing.running_consents(view)]


def row(consent: UUID) -> Consent:
    with db.writing() as session:
        return session.get_one(Consent, consent)


@pytest.mark.parametrize("lang", ["da", "en", "ar"])
def test_a_yes_keeps_the_words_and_the_language_that_were_read(amira: Plan, lang: str) -> None:
    shown = sharing.offer(HEALTH, lang)
    kept = row(sharing.give_consent(amira.citizen, amira.id, HEALTH, lang, shown.mark).subject_id)  # type: ignore[arg-type]
    assert (kept.words, kept.lang, kept.department, kept.topic) == (shown.words, lang, "health", "health")
    assert kept.until > clock.today() and kept.withdrawn_at is None


def test_nothing_is_agreed_to_in_other_words_than_those_that_were_read(amira: Plan) -> None:
    with pytest.raises(Conflict):
        sharing.give_consent(amira.citizen, amira.id, HEALTH, "da", sharing.offer(HEALTH, "en").mark)
    assert not rows(Consent)


def test_asked_twice_it_is_said_once(amira: Plan) -> None:
    first = give(amira)
    again = sharing.give_consent(amira.citizen, amira.id, HEALTH, "en")
    assert (again.kind, again.subject_id) == ("unchanged", first)
    assert sharing.withdraw_consent(amira.citizen, amira.id, first).kind == "done"
    assert sharing.withdraw_consent(amira.citizen, amira.id, first).kind == "unchanged"
    assert give(amira) != first


def test_only_the_citizen_says_yes_and_takes_it_back(amira: Plan) -> None:
    for somebody in (amira.bo, amira.tove):
        with pytest.raises(NotAllowed):
            sharing.give_consent(somebody, amira.id, HEALTH, "da")
    for stranger in (amira.camilla, amira.dorte):
        with pytest.raises(NotFound):
            sharing.give_consent(stranger, amira.id, HEALTH, "da")
    consent = give(amira)
    with pytest.raises(NotAllowed):
        sharing.withdraw_consent(amira.bo, amira.id, consent)


@pytest.mark.parametrize(("item", "lang"), [("sharing.nothing", "da"), (HEALTH, "tlh")])
def test_what_is_not_offered_cannot_be_agreed_to(amira: Plan, item: str, lang: str) -> None:
    with pytest.raises(NotFound):
        sharing.give_consent(amira.citizen, amira.id, item, lang)


def test_a_yes_opens_the_track_for_that_department_and_taking_it_back_closes_it(amira: Plan, tove: UUID) -> None:
    journey.hide_tracks(amira.citizen, amira.id, tove, {"health", "family"})
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"family"})
    consent = give(amira)
    assert hidden(amira, tove) == "family"
    sharing.withdraw_consent(amira.citizen, amira.id, consent)
    assert hidden(amira, tove) == "health,family" and hidden(amira, amira.bo) == "family"


def test_only_those_with_a_yes_are_told(amira: Plan, tove: UUID) -> None:
    change_health(amira)
    assert told() == []
    give(amira)
    assert told() == []
    change_health(amira)
    change_health(amira)
    assert told() == [tove]


def test_a_yes_for_another_track_or_another_department_tells_nobody(amira: Plan, tove: UUID) -> None:
    give(amira, "sharing.health_work")
    give(amira, "sharing.doctor_health")
    change_health(amira)
    assert told() == []


def test_whoever_made_the_change_is_not_told_of_it(amira: Plan, tove: UUID) -> None:
    give(amira)
    change_health(amira, by=tove)
    assert told() == []


def test_what_is_hidden_from_them_is_not_told_either(amira: Plan, tove: UUID) -> None:
    give(amira)
    journey.hide_tracks(amira.citizen, amira.id, tove, {"health"})
    change_health(amira)
    assert told() == []


def test_what_is_about_no_track_is_told_to_nobody(amira: Plan, tove: UUID) -> None:
    give(amira)
    add_win(amira, amira.citizen, None)
    journey.choose_token(amira.citizen, amira.id, "bird")
    assert told() == []


def test_taking_back_a_yes_stops_the_next_notice_and_the_one_that_nobody_has_read(amira: Plan, tove: UUID) -> None:
    consent = give(amira)
    change_health(amira)
    sharing.withdraw_consent(amira.citizen, amira.id, consent)
    assert told() == []
    change_health(amira)
    assert told() == []


def test_another_yes_goes_on_telling(amira: Plan, tove: UUID) -> None:
    consent = give(amira)
    give(amira, "sharing.health_work")
    change_health(amira)
    sharing.withdraw_consent(amira.citizen, amira.id, consent)
    assert told() == [tove]


def test_after_its_last_day_a_yes_counts_as_none(amira: Plan, tove: UUID) -> None:
    consent = give(amira)
    end(consent)
    change_health(amira)
    assert told() == [] and not running(amira, amira.citizen)
    assert sharing.withdraw_consent(amira.citizen, amira.id, consent).kind == "unchanged"
    assert give(amira) != consent


def test_what_a_yes_opened_is_closed_when_its_time_is_over(amira: Plan, tove: UUID) -> None:
    consent, other = give(amira), give(amira, "sharing.health_work")
    end(consent)
    end(other)
    before = revision(amira)
    assert access.close_what_is_over() == 2 and access.close_what_is_over() == 0
    assert hidden(amira, tove) == "work,health" and row(consent).withdrawn_at
    told_of = [entry for entry in rows(Entry) if entry.verb == "consent_over"]
    assert [entry.revision for entry in told_of] == [before + 1, before + 2] and revision(amira) == before + 2
    assert {(entry.audience, entry.actor_id) for entry in told_of} == {("citizen", None)}


def test_what_a_yes_opened_is_hidden_from_whoever_is_in_when_its_last_day_ends(amira: Plan, tove: UUID) -> None:
    give(amira)
    assert "Gå en tur" in titles(amira, tove) and desk.citizens(tove)[0].next
    end_at_midnight(amira)
    assert desk.citizens(tove)[0].next is None
    assert titles(amira, tove) == []
    assert "Gå en tur" in titles(amira, amira.citizen)


def test_opening_the_plan_is_enough_to_hide_it(amira: Plan, tove: UUID, database: Engine) -> None:
    give(amira)
    end_at_midnight(amira)
    with selects(database) as first:
        assert titles(amira, tove) == []
    with selects(database) as again:
        assert titles(amira, tove) == []
    assert len(again) < len(first)


def test_nobody_acts_on_what_a_yes_showed_until_yesterday(amira: Plan, tove: UUID) -> None:
    give(amira)
    end_at_midnight(amira)
    with pytest.raises(NotFound):
        change_health(amira, by=tove)
    assert hidden(amira, tove) == "health"


def test_a_yes_to_fetching_is_told_to_the_contact_and_to_nobody_else(amira: Plan, tove: UUID) -> None:
    give(amira, "fetching.from_doctor")
    assert told() == [amira.bo]


def test_nobody_but_the_citizen_reads_of_a_yes_in_the_history(amira: Plan) -> None:
    sharing.withdraw_consent(amira.citizen, amira.id, give(amira))
    told_of = [entry for entry in rows(Entry) if entry.subject == "consent"]
    assert [entry.verb for entry in told_of] == ["give_consent", "withdraw_consent"]
    assert {entry.audience for entry in told_of} == {"citizen"}


def test_colleagues_read_what_they_may_talk_about_and_with_whom(amira: Plan, tove: UUID) -> None:
    give(amira)
    give(amira, "fetching.from_doctor")
    assert running(amira, amira.bo) == ["fetching.from_doctor", HEALTH]
    assert running(amira, tove) == [HEALTH]
    journey.hide_tracks(amira.citizen, amira.id, tove, {"health"})
    assert not running(amira, tove)
    with pytest.raises(NotFound):
        running(amira, amira.camilla)


def end(consent: UUID) -> None:
    with db.writing() as session:
        session.execute(update(Consent).where(Consent.id == consent).values(until=clock.today().replace(day=1)))  # type: ignore[arg-type]


def end_at_midnight(amira: Plan) -> None:
    """The day after the last day of every yes begins, and nobody signs in."""
    with db.writing() as session:
        session.execute(update(Consent).values(until=clock.today()))
    clock.start(clock.now() + timedelta(days=1))


def titles(amira: Plan, who: UUID) -> list[str]:
    return [step.title.text or "" for step in way(amira, who).ahead]


def rows(table: type) -> list:  # type: ignore[type-arg]
    with db.writing() as session:
        return list(session.execute(select(table).order_by(table.id)).scalars())  # type: ignore[attr-defined]
