"""Feelings: what fills somebody, what they carry and what they are good at. Theirs alone, unless they show it."""

from minplan.feelings.actions.afterwards import (
    answer_after,
    asked_after,
    let_pulse_go,
    pass_over,
    pulses,
    say_after,
    shown_after,
)
from minplan.feelings.actions.answering import answer_shown
from minplan.feelings.actions.carrying import backpack, one_worry, put_down, say_more, take_along
from minplan.feelings.actions.checking import Keepers, check
from minplan.feelings.actions.forgetting import forget
from minplan.feelings.actions.horizons import answer_horizon, horizon_answers, let_answer_go
from minplan.feelings.actions.keeping import keep_checkin
from minplan.feelings.actions.letting_go import empty, how_many, let_go
from minplan.feelings.actions.lifting import hide_lift, let_lift_go, lift, lift_on, say_lift, show_lift
from minplan.feelings.actions.living import stay
from minplan.feelings.actions.needing import for_me, keep_for_me, let_for_me_go
from minplan.feelings.actions.noting import write_note
from minplan.feelings.actions.showing import show, take_back
from minplan.feelings.actions.standing import hide_from_team, show_to_team
from minplan.feelings.actions.strength_steps import add_step_on
from minplan.feelings.actions.strengths import (
    keep_strengths,
    let_strength_go,
    reword_strength,
    steps_on,
    strengths,
)
from minplan.feelings.actions.strengths_shown import builds_on, shown_strengths
from minplan.feelings.actions.trusting import change_trusted, one_trusted, people_i_trust, trust
from minplan.feelings.agreeing import FOR_MEETING, FOR_TEAM, print_of
from minplan.feelings.album import Kept, album, kept, months, part
from minplan.feelings.brought import Brought, brought, meetings_ahead, shown_where
from minplan.feelings.checkin import CheckIn, OwnWord
from minplan.feelings.circles import Dot, around
from minplan.feelings.horizon import MOST_SCENES, QUESTIONS, HorizonAnswer, NewAnswer
from minplan.feelings.keepsake import KEPT_AGREED
from minplan.feelings.life import CHOICES
from minplan.feelings.lift import ANSWERS, Lift
from minplan.feelings.own import Opened, Own, reading
from minplan.feelings.own_need import ForMe, for_me_pictures
from minplan.feelings.picture import Named, Picture, draw
from minplan.feelings.pulse import QUESTIONS as PULSE_QUESTIONS, Pulse
from minplan.feelings.receipts import Receipt, ShownAt, receipts
from minplan.feelings.showing import Showing
from minplan.feelings.shown import Shown, shown
from minplan.feelings.strength import SHELVES, NewStrength, Strength
from minplan.feelings.telling import parse_checkin
from minplan.feelings.trusted import CIRCLES, NewTrusted, Trusted
from minplan.feelings.worry import Worry, on_agenda, worry_pictures

__all__ = [
    "ANSWERS", "CHOICES", "CIRCLES", "FOR_MEETING", "FOR_TEAM", "KEPT_AGREED", "MOST_SCENES", "PULSE_QUESTIONS",
    "QUESTIONS", "SHELVES", "Brought", "CheckIn", "Dot", "ForMe", "HorizonAnswer", "Keepers", "Kept", "Lift", "Named",
    "NewAnswer", "NewStrength", "NewTrusted", "Opened", "Own", "OwnWord", "Picture", "Pulse", "Receipt", "Showing",
    "Shown", "ShownAt", "Strength", "Trusted", "Worry", "add_step_on", "album", "answer_after", "answer_horizon",
    "answer_shown", "around", "asked_after", "backpack", "brought", "builds_on", "change_trusted", "check", "draw",
    "empty", "for_me", "for_me_pictures", "forget", "hide_from_team", "hide_lift", "horizon_answers", "how_many",
    "keep_checkin", "keep_for_me", "keep_strengths", "kept", "let_answer_go", "let_for_me_go", "let_go", "let_lift_go",
    "let_pulse_go", "let_strength_go", "lift", "lift_on", "meetings_ahead", "months", "on_agenda", "one_trusted",
    "one_worry", "parse_checkin", "part", "pass_over", "people_i_trust", "print_of", "pulses", "put_down", "reading",
    "receipts", "reword_strength", "say_after", "say_lift", "say_more", "show", "show_lift", "show_to_team", "shown",
    "shown_after", "shown_strengths", "shown_where", "stay", "steps_on", "strengths", "take_along", "take_back",
    "trust", "worry_pictures", "write_note",
]  # fmt: skip
