"""Rule: which entries of the journal the feed tells of, as what. What is not in the table never leaves.

A table to be read by a data protection officer. Beside what it names stands what never leaves, so that a test finds
every verb of the house in one of the two; a verb that is in neither is not told.
"""

from typing import NamedTuple
from uuid import UUID


class Told(NamedTuple):
    """A resource, and whether it became, changed, or is there no more."""

    type: str
    what: str


class Affected(NamedTuple):
    """One resource, and what became of it. `direct` is what the entry itself is about: no news to who brought it about.
    `tracks` are those it was about until now, of what has left them.
    """

    type: str
    subject: UUID
    what: str
    direct: bool = True
    tracks: str | None = None


_STEP = ("set_date", "hand_over", "promise", "complete", "reopen", "start", "postpone", "wait", "rest", "detour")
_MEETING = (
    *("propose_meeting", "agree_meeting", "ask_for_times", "place_meeting", "invite_to_meeting", "move_meeting"),
    *("cancel_meeting", "miss_meeting", "confirm_meeting", "close_meeting"),
)
# (subject, verb) of an entry that all who work with the plan may read.
TOLD: dict[tuple[str, str], Told] = {
    ("plan", "begin"): Told("plan", "created"),
    ("plan", "import"): Told("plan", "created"),
    ("plan", "erase"): Told("plan", "updated"),
    ("plan", "set_horizon"): Told("plan", "updated"),
    ("person", "rename"): Told("citizen", "updated"),
    ("person", "change_contact"): Told("plan", "updated"),
    ("goal", "add"): Told("goal", "created"),
    ("goal", "reword"): Told("goal", "updated"),
    ("milestone", "add"): Told("milestone", "created"),
    ("milestone", "reword"): Told("milestone", "updated"),
    ("step", "add"): Told("step", "created"),
    ("step", "reword"): Told("step", "updated"),
    ("step", "settle_first"): Told("step", "updated"),
    ("step", "erase"): Told("step", "updated"),
    ("choice", "choose"): Told("step", "created"),
    # What is laid before the citizen, and what they said to it; what they propose themselves stays between people.
    ("proposal", "propose"): Told("step", "created"),
    ("proposal", "answer"): Told("step", "updated"),
    ("win", "erase"): Told("win", "deleted"),
} | {
    **{("step", verb): Told("step", "updated") for verb in _STEP},
    **{("meeting", verb): Told("meeting", "updated") for verb in _MEETING},
}

# What a citizen says of their own: it is a part of the case from now on, or no more.
SHOWN: dict[tuple[str, str], Told] = {
    **{(type, "show_in_case"): Told(type, "created") for type in ("goal", "step", "win")},
    **{(type, "keep_from_case"): Told(type, "deleted") for type in ("goal", "step", "win")},
    **{("horizon", verb): Told("plan", "updated") for verb in ("show_in_case", "keep_from_case")},
}

# What only the citizen reads there, and what it brings about: whose eyes are open, and whether there is a plan.
BRINGS_ABOUT = frozenset({("person", "hide_tracks"), ("plan", "close_plan"), ("plan", "open_plan")} | {
    ("consent", verb) for verb in ("give_consent", "withdraw_consent", "consent_over")
} | {("person", "move_contact")})  # fmt: skip

# By these the plan can come to be of another department: one system has all of it from then on, and another nothing.
MOVES = ("change_contact", "move_contact")

# By these a system hears of less while the plan stands, and is told of each thing that it is gone.
CLOSES = frozenset({("person", "hide_tracks"), *(("person", verb) for verb in MOVES)})

_AT_THE_TABLE = (
    *("add_point", "reword_point", "move_point", "remove_point", "settle_point", "arrive", "take_seat", "end_seat"),
    *("make_join_code", "open_meeting", "share_note", "remove_note", "agree", "set_agreement", "remove_agreement"),
    *("expect", "reword_expectation", "fit_expectation", "remove_expectation", "describe_meeting", "say_needs"),
    *("answer_need", "answer_attendance"),
)
# What never leaves, each for a reason: words between people, what is felt and kept, what is the citizen's alone to
# read, what is said at a table before it is agreed, and what no resource says.
NEVER = frozenset(
    {
        *(("thread", verb) for verb in ("call", "answer_call", "write_in_call", "promise_call", "close_call")),
        *(("thread", verb) for verb in ("reopen_call",)),
        *(("showing", verb) for verb in ("show", "take_back", "answer_shown")),
        *(("win", verb) for verb in ("win", "praise")),
        *(("dispatch", verb) for verb in ("dispatch", "dispatch_failed")),
        *(("petition", verb) for verb in ("ask_for_another", "withdraw_asking", "answer_asking")),
        *(("step", verb) for verb in ("say_sense", "describe_step", "move", "choose_next", "split")),
        *(("step", verb) for verb in ("record_decision", "say_no_decision", "receive_decision")),
        *(("choice", verb) for verb in ("offer_choice", "withdraw_choice")),
        *(("person", verb) for verb in ("renumber", "join_team", "leave_team", "invite", "accept_invitation")),
        *(("person", verb) for verb in ("leave", "change_supporter", "end_supporter")),
        *(("meeting", verb) for verb in _AT_THE_TABLE),
        ("leaning", "lean"),
        ("handover", "approve_handover"),
        ("plan", "choose_token"),
        ("plan", "set_benefit"),
        ("proposal", "promise"),
    }
)
