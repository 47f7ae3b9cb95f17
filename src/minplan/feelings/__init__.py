"""Feelings: what fills somebody, what they carry and what they are good at. Theirs alone, unless they show it."""

from minplan.feelings.actions.answering import answer_shown
from minplan.feelings.actions.carrying import backpack, one_worry, put_down, say_more, take_along
from minplan.feelings.actions.checking import Keepers, check
from minplan.feelings.actions.forgetting import forget
from minplan.feelings.actions.keeping import KEPT_AGREED, keep_checkin
from minplan.feelings.actions.letting_go import empty, how_many, let_go
from minplan.feelings.actions.living import stay
from minplan.feelings.actions.noting import write_note
from minplan.feelings.actions.showing import AGREED, show, take_back
from minplan.feelings.brought import Brought, brought, meetings_ahead, shown_where
from minplan.feelings.checkin import CheckIn, OwnWord
from minplan.feelings.life import CHOICES
from minplan.feelings.own import Opened, reading
from minplan.feelings.picture import Named, Picture, draw
from minplan.feelings.receipts import Receipt, ShownAt, receipts
from minplan.feelings.showing import Showing
from minplan.feelings.shown import Shown, shown
from minplan.feelings.telling import parse_checkin
from minplan.feelings.worry import Worry, on_agenda, worry_pictures

__all__ = [
    "Named", "Picture", "draw",
    "AGREED", "CHOICES", "KEPT_AGREED", "Brought", "CheckIn", "Keepers", "Opened", "OwnWord", "Receipt", "Showing",
    "Shown", "ShownAt", "Worry", "answer_shown", "backpack", "brought", "check", "empty", "forget", "how_many",
    "keep_checkin", "let_go", "meetings_ahead", "on_agenda", "one_worry", "parse_checkin", "put_down", "reading",
    "receipts", "say_more", "show", "shown", "shown_where", "stay", "take_along", "take_back", "worry_pictures",
    "write_note",
]  # fmt: skip
