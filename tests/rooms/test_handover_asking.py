"""A citizen asks for another contact person: the leaders read it, and nobody who works with the plan."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from props import entries, nothing_written, one_change, row, words
from rooms.test_handover import change, leader, notices, somebody
from sqlalchemy import select

from minplan import access, clock, db, handover, office
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.handover import Petition
from minplan.words import NewText

__all__ = ["leader"]

WISH = "Jeg føler mig ikke hørt."


@pytest.fixture
def wish(amira: Plan, leader: UUID) -> UUID:
    return handover.ask(amira.citizen, amira.id, said(WISH)).subject_id  # type: ignore[return-value]


def unread() -> list[str]:
    with db.reading() as connection:
        table = access.Notice.__table__  # type: ignore[attr-defined]
        return list(connection.execute(select(table.c.what).where(table.c.read_at.is_(None))).scalars())


def answer(by: UUID, wish: UUID, text: str = "Jeg ringer til dig.") -> str:
    return handover.answer(by, wish, said(text), row(Petition, wish)["words_id"]).kind


def test_the_leader_reads_it_and_the_citizen_has_a_day(amira: Plan, leader: UUID) -> None:
    with one_change(amira):
        outcome = handover.ask(amira.citizen, amira.id, said(WISH))
    assert outcome.promised == date(2026, 11, 18)
    (found,) = handover.petitions(leader)
    assert (found.citizen, found.contact, found.state, found.passed) == ("Amira", "Bo", "open", False)
    assert found.words and found.words.text == WISH
    assert notices(amira) == {(leader, "petition")}
    clock.start(clock.now() + timedelta(days=9))
    assert handover.petitions(leader)[0].passed


def test_nobody_who_works_with_the_plan_can_read_it(amira: Plan, leader: UUID, wish: UUID) -> None:
    with db.writing() as session:
        session.add(access.Membership(plan_id=amira.id, person_id=leader, relation="team", name="Lis"))
    assert handover.petitions(leader) == ()
    with nothing_written(amira):
        with pytest.raises(NotFound):
            handover.petition(leader, wish)
        with pytest.raises(NotFound):
            answer(leader, wish)
        for other in (amira.bo, amira.tove, amira.camilla, amira.dorte):
            with pytest.raises(NotAllowed):
                handover.petitions(other)
            with pytest.raises(NotFound):
                answer(other, wish)
    assert {entry.audience for entry in entries(amira) if entry.subject == "petition"} == {"citizen"}


def test_who_has_been_the_contact_person_reads_no_wish_and_answers_none(amira: Plan, leader: UUID) -> None:
    admin = somebody("administrator", "Birgit")
    change(amira, admin, leader)
    other = somebody("leader", "Lau")
    wish = handover.ask(amira.citizen, amira.id, said(WISH)).subject_id
    change(amira, admin, amira.bo, seen=leader)
    assert handover.petitions(leader) == () and len(handover.petitions(other)) == 1
    with nothing_written(amira), pytest.raises(NotFound):
        answer(leader, wish)  # type: ignore[arg-type]


@pytest.mark.parametrize("how", ["contact", "team"])
def test_a_leader_who_gets_a_place_hears_no_more_of_the_wish(amira: Plan, leader: UUID, wish: UUID, how: str) -> None:
    admin = somebody("administrator", "Birgit")
    assert unread() == ["petition"]
    if how == "contact":
        change(amira, admin, leader)
    else:
        office.give_place(office.of_person(admin), amira.id, office.NewPlace(colleague=leader))
    assert "petition" not in unread()


def test_where_no_leader_can_read_it_nobody_pretends(amira: Plan) -> None:
    somebody("leader", "Bos leder", ended_on=clock.today())
    with nothing_written(amira), pytest.raises(Invalid, match="nobody_reads"):
        handover.ask(amira.citizen, amira.id, said(WISH))


def test_another_municipality_reads_nothing(amira: Plan, wish: UUID) -> None:
    with db.writing() as session:
        session.add(access.Municipality(code="elsewhere", name="Et andet sted"))
    far = somebody("leader", "Fjern", municipality_id="elsewhere")
    assert handover.petitions(far) == ()
    with nothing_written(amira), pytest.raises(NotFound):
        answer(far, wish)


def test_the_answer_comes_back_once(amira: Plan, leader: UUID, wish: UUID) -> None:
    with one_change(amira):
        assert answer(leader, wish) == "done"
    with nothing_written(amira):
        assert answer(leader, wish) == "unchanged"
        with pytest.raises(Conflict):
            answer(leader, wish, "Noget andet")
    with access.view(amira.citizen) as view:
        found = handover.asked(view)
    assert found and found.answer and (found.state, found.by, found.answer.text) == (
        "answered", "Lis", "Jeg ringer til dig.",
    )  # fmt: skip
    assert (amira.citizen, "petition") in notices(amira)


def test_taken_back_nobody_reads_it(amira: Plan, leader: UUID, wish: UUID) -> None:
    with one_change(amira):
        handover.withdraw(amira.citizen, amira.id, wish)
    assert words(row(Petition, wish)["words_id"]) is None
    assert handover.petitions(leader) == () and not unread()
    with nothing_written(amira):
        assert handover.withdraw(amira.citizen, amira.id, wish).kind == "unchanged"
        with pytest.raises(NotFound):
            answer(leader, wish)
    with access.view(amira.citizen) as view:
        assert handover.asked(view) is None
    assert handover.ask(amira.citizen, amira.id, said(WISH)).kind == "done"


def test_the_same_again_is_the_same_and_other_words_take_its_place(amira: Plan, leader: UUID, wish: UUID) -> None:
    seen = row(Petition, wish)["words_id"]
    with nothing_written(amira):
        assert handover.ask(amira.citizen, amira.id, said(WISH)).kind == "unchanged"
    ready = NewText(phrase="another.someone_new")
    assert handover.ask(amira.citizen, amira.id, ready).subject_id == wish
    assert [found.words and found.words.phrase for found in handover.petitions(leader)] == [ready.phrase]
    assert words(seen) is None
    with nothing_written(amira), pytest.raises(Conflict):
        handover.answer(leader, wish, said("Til de gamle ord"), seen)


def test_a_sentence_made_for_another_place_is_none(amira: Plan, leader: UUID) -> None:
    with nothing_written(amira), pytest.raises(Invalid, match="unknown"):
        handover.ask(amira.citizen, amira.id, NewText(phrase="praise.you_came"))
