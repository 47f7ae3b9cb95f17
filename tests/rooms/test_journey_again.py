"""Asked twice, done once, also where something is added: a form sent again right behind itself adds nothing."""

from datetime import timedelta

from cast import Plan, said
from props import nothing_written, one_change, place

from minplan import clock, journey


def adding(amira: Plan, words: str) -> dict[str, object]:
    """What can be added by saying `words`."""
    who, plan, text = amira.citizen, amira.id, said(words)
    goal = journey.NewGoal(title=text, why=said("Derfor"), track="work")
    step = journey.NewStep(milestone=amira.milestone, title=text, tracks=["work"])
    win = journey.NewWin(text=text, step=amira.step)
    return {
        "goal": lambda: journey.add_goal(who, plan, goal),
        "proposed goal": lambda: journey.add_goal(amira.bo, plan, goal),
        "step": lambda: journey.add_step(who, plan, step),
        "proposed step": lambda: journey.add_step(amira.bo, plan, step),
        "win": lambda: journey.add_win(who, plan, win),
        "praise": lambda: journey.praise(amira.bo, plan, win),
        "parts": lambda: journey.split(who, plan, amira.step, journey.Split(titles=[text, said("Og så")])),
    }


def test_what_was_just_added_is_not_added_again(amira: Plan) -> None:
    for name, add in adding(amira, "Ord").items():
        first = add()  # type: ignore[operator]
        with nothing_written(amira):
            again = add()  # type: ignore[operator]
        assert again.kind == "unchanged", name
        assert name == "parts" or again.subject_id == first.subject_id or first.kind == "proposed", name


def test_other_words_are_something_else(amira: Plan) -> None:
    for words in ("Ord", "Andre ord"):
        for name, add in adding(amira, words).items():
            with one_change(amira):
                assert add().kind != "unchanged", name  # type: ignore[operator]


def test_the_same_words_elsewhere_or_on_another_day_are_added(amira: Plan) -> None:
    add = adding(amira, "Ord")["win"]
    add()  # type: ignore[operator]
    with one_change(amira):
        journey.add_win(amira.citizen, amira.id, journey.NewWin(text=said("Ord"), step=place(amira)))
    add()  # type: ignore[operator]
    clock.start(clock.now() + timedelta(days=1))
    with one_change(amira):
        assert add().kind == "done"  # type: ignore[operator]


def test_words_that_somebody_else_has_just_said_are_still_ones_own(amira: Plan) -> None:
    win = journey.NewWin(text=said("Flot"))
    journey.add_win(amira.citizen, amira.id, win)
    with one_change(amira):
        assert journey.add_win(amira.bo, amira.id, win).kind == "done"
