"""A citizen empties words that are their own: gone in every version, and the chain of the journal holds."""

import pytest
from cast import Plan, said
from props import entries, everything, place, way
from sqlalchemy import select

from minplan import access, content, db, exchange, journal, journey, own_data
from minplan.errors import Conflict, NotAllowed, NotFound
from minplan.exchange.check import check
from minplan.journey import Ball, HandOver, NewStep, NewWin
from minplan.words import NewText, Text


def bodies() -> set[str]:
    """Every word that the database still holds."""
    with db.reading() as connection:
        found = connection.execute(select(Text.body).where(Text.body.is_not(None)))  # type: ignore[call-overload, union-attr]
        return set(found.scalars())


def newest(amira: Plan) -> journal.News:
    with db.reading() as connection:
        return journal.news(connection, amira.id, 0)[0]


def test_the_horizon_goes_in_all_its_versions(amira: Plan) -> None:
    first = journey.set_horizon(amira.citizen, amira.id, None, said("Et hus"))
    assert first.kind == "done"
    with access.view(amira.citizen) as view:
        seen = view.plan.horizon_id
    journey.set_horizon(amira.citizen, amira.id, seen, said("Et hus ved havet"))
    assert own_data.erase_horizon(amira.citizen, amira.id).kind == "done"
    assert not {"Et hus", "Et hus ved havet"} & bodies()
    with access.view(amira.citizen) as view:
        story = journey.story(view)
        assert view.plan.horizon_id is None
    assert [change.entry.verb for change in story.changes[:3]] == ["erase", "set_horizon", "set_horizon"]
    assert sum(words.erased for words in story.texts.values()) == 2
    assert own_data.erase_horizon(amira.citizen, amira.id).kind == "unchanged"


def test_the_journal_says_that_and_not_what(amira: Plan) -> None:
    journey.set_horizon(amira.citizen, amira.id, None, said("Et hus"))
    own_data.erase_horizon(amira.citizen, amira.id)
    told = newest(amira)
    assert (told.verb, told.subject, told.before, told.after, told.reason) == ("erase", "plan", {}, {}, None)


def test_an_own_win_leaves_the_shelf_and_praise_stays(amira: Plan) -> None:
    own = journey.add_win(amira.citizen, amira.id, NewWin(text=said("Jeg gik ud"))).subject_id
    theirs = journey.praise(amira.bo, amira.id, NewWin(text=said("Flot"))).subject_id
    assert [own_data.erase_win(amira.citizen, amira.id, own).kind for _ in range(2)] == ["done", "unchanged"]  # type: ignore[arg-type]
    with access.view(amira.citizen) as view:
        assert [win.id for win in journey.way(view).wins] == [theirs]
    with pytest.raises(NotAllowed):
        own_data.erase_win(amira.citizen, amira.id, theirs)  # type: ignore[arg-type]
    assert "Flot" in bodies() and "Jeg gik ud" not in bodies()


def test_an_own_step_loses_the_citizens_words_and_keeps_its_place(amira: Plan) -> None:
    with access.view(amira.citizen) as view:
        (before,) = journey.way(view).ahead
    journey.reword(amira.citizen, amira.id, amira.step, "title", before.title_id, said("Gå langt"))
    own_data.erase_step(amira.citizen, amira.id, amira.step)
    assert not {"Gå en tur", "Gå langt"} & bodies()
    with access.view(amira.citizen) as view:
        (step,) = journey.way(view).ahead
    assert step.title.erased and step.is_next and (step.state, step.ball) == (before.state, before.ball)
    journey.reword(amira.citizen, amira.id, amira.step, "title", step.title_id, said("Svøm"))
    assert "Svøm" in bodies()


def test_whoever_had_the_ball_is_named_nowhere_after_the_step_is_emptied(amira: Plan) -> None:
    hansen, jensen = (HandOver(ball=Ball(holder="other", name=name)) for name in ("Psykolog Hansen", "Læge Jensen"))
    journey.hand_over(amira.citizen, amira.id, amira.step, "citizen", hansen)
    journey.hand_over(amira.citizen, amira.id, amira.step, "other", jensen)
    assert own_data.erase_step(amira.citizen, amira.id, amira.step).kind == "done"
    assert not [name for name in ("Hansen", "Jensen") if name in str(everything())]
    (step,) = way(amira).ahead
    assert step.ball and (step.ball.holder, step.ball.name) == ("other", "")
    assert own_data.erase_step(amira.citizen, amira.id, amira.step).kind == "unchanged"
    journey.complete(amira.citizen, amira.id, amira.step, "later")
    journey.reopen(amira.citizen, amira.id, amira.step, "done")
    assert way(amira).ahead[0].ball.named == ""  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["agreed", "law"])
def test_what_others_have_a_part_in_is_not_the_citizens_to_empty(amira: Plan, kind: str) -> None:
    step = place(amira, kind)
    with pytest.raises(NotAllowed):
        own_data.erase_step(amira.citizen, amira.id, step)
    assert {"Skridt", "Derfor"} <= bodies()


def test_what_a_colleague_wrote_on_an_own_step_stays(amira: Plan) -> None:
    new = NewStep(milestone=amira.milestone, title=said("Ring til klubben"), tracks=["work"])
    asked = journey.add_step(amira.bo, amira.id, new).subject_id
    step = journey.answer(amira.citizen, amira.id, asked, journey.ProposalAnswer(answer="yes")).subject_id  # type: ignore[arg-type]
    with access.view(amira.citizen) as view:
        listed = own_data.erasable(view, journey.way(view)).steps
    assert [each.id for each in listed] == [amira.step]
    assert own_data.erase_step(amira.citizen, amira.id, step).kind == "unchanged"  # type: ignore[arg-type]
    assert "Ring til klubben" in bodies()


def test_nobody_empties_anothers_words(amira: Plan) -> None:
    journey.set_horizon(amira.citizen, amira.id, None, said("Et hus"))
    win = journey.add_win(amira.citizen, amira.id, NewWin(text=said("Jeg gik ud"))).subject_id
    for who, refusal in ((amira.bo, NotAllowed), (amira.tove, NotAllowed), (amira.dorte, NotFound)):
        for erase in (
            lambda by: own_data.erase_horizon(by, amira.id),
            lambda by: own_data.erase_win(by, amira.id, win),
            lambda by: own_data.erase_step(by, amira.id, amira.step),
        ):
            with pytest.raises(refusal):
                erase(who)
    with access.view(amira.dorte) as view:
        dortes = view.plan.id
    with pytest.raises(NotFound):
        own_data.erase_step(amira.dorte, dortes, amira.step)
    assert {"Et hus", "Jeg gik ud", "Gå en tur"} <= bodies()


def test_a_ready_sentence_goes_on_saying_you_to_whoever_corrects_their_name(amira: Plan) -> None:
    phrase = next(phrase for phrase in content.phrases("step").values() if "who" in phrase.slots and phrase.you)
    slots = {"who": "Amira", "date": "2026-12-03", "topic": "housing", "n": 2, "place": "A", "what": "B"}
    title = NewText(phrase=phrase.id, slots={name: slots[name] for name in phrase.slots})
    new = NewStep(milestone=amira.milestone, title=title, tracks=["work"])
    step = journey.add_step(amira.citizen, amira.id, new).subject_id
    assert own_data.rename(amira.citizen, amira.id, "Amira", "Noor").kind == "done"
    assert own_data.rename(amira.citizen, amira.id, "Amira", "Noor").kind == "unchanged"
    with access.view(amira.citizen) as view:
        (found,) = [each for each in journey.way(view).ahead if each.id == step]
    assert view.plan.citizen_name == "Noor" and found.title.slots["who"] == "Noor"  # type: ignore[index]
    (told, *_) = entries(amira)
    assert (told.verb, told.before, told.after) == ("rename", {}, {}), "a name that somebody left is told to nobody"
    with pytest.raises(Conflict):
        own_data.rename(amira.citizen, amira.id, "Amira", "Amal")


def test_a_plan_with_emptied_words_is_a_document_still(amira: Plan) -> None:
    new = NewStep(milestone=amira.milestone, title=said("Læs"), tracks=["work"], why=said("For min skyld"))
    step = journey.add_step(amira.citizen, amira.id, new).subject_id
    hansen = HandOver(ball=Ball(holder="other", name="Psykolog Hansen"))
    journey.hand_over(amira.citizen, amira.id, step, "citizen", hansen)  # type: ignore[arg-type]
    own_data.erase_step(amira.citizen, amira.id, step)  # type: ignore[arg-type]
    with db.writing() as session:
        full = {"role": "Vejleder", "phone": "12 34 56 78", "email": "bo@example.dk", "department": "Job"}
        for member in session.execute(select(access.Membership)).scalars():
            member.sqlmodel_update(full)
    document, gaps = exchange.take_out(amira.id)
    assert check(document) == []
    assert "For min skyld" not in str(document) and "(slettet)" in str(document)
    assert "texts that were erased: 2" in gaps
    (again,) = exchange.bring_in([document])
    assert exchange.take_out(again)[0] == document
