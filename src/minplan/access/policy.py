"""Rule: who may do what. A table to be read by a lawyer; what is not in it is not allowed.

`yes` happens at once. `propose` lies as a proposal until the other side answers. `wish` is a citizen's wish about
something that the law asks: it waits for an answer, and the agreement stands until then. `no` is refused.
"""

from typing import Literal

from minplan.access.membership import SUPPORTERS

Verdict = Literal["yes", "propose", "wish", "no"]
YES: Verdict = "yes"
PROPOSE: Verdict = "propose"
WISH: Verdict = "wish"
NO: Verdict = "no"

# Verbs that change a step's state, whose turn it is, or its place on the way.
_CITIZEN_STATE = ("complete", "reopen", "start", "hand_over", "choose_next", "move", "split", "settle_first")
_STAFF_STATE = (
    *("complete", "reopen", "start", "postpone", "wait", "hand_over", "rest", "detour"),
    *("choose_next", "move", "split"),
)
# A system tells what has happened elsewhere. Which step is next, and in what order, people decide.
_SYSTEM_STATE = ("complete", "reopen", "start", "postpone", "wait", "promise")

#                                        own      agreed   law
_STEP: dict[tuple[str, str], tuple[Verdict, Verdict, Verdict]] = {
    ("citizen", "add"): (YES, NO, NO),
    ("citizen", "reword"): (YES, PROPOSE, NO),
    ("citizen", "set_date"): (YES, PROPOSE, WISH),
    ("citizen", "wait"): (YES, YES, WISH),
    ("citizen", "postpone"): (YES, YES, WISH),
    ("citizen", "rest"): (YES, YES, WISH),
    ("citizen", "detour"): (YES, YES, WISH),
    ("contact", "add"): (PROPOSE, PROPOSE, YES),
    ("contact", "reword"): (NO, PROPOSE, YES),
    ("contact", "set_date"): (NO, PROPOSE, YES),
    ("team", "add"): (PROPOSE, PROPOSE, YES),
    ("team", "reword"): (NO, PROPOSE, YES),
    ("team", "set_date"): (NO, PROPOSE, YES),
    # What the municipality's own system sends came about where the citizen did not sit: it is a suggestion, but for
    # what the law asks, and for how far the municipality's own part has come.
    ("system", "add"): (NO, PROPOSE, YES),
    ("system", "reword"): (NO, PROPOSE, YES),
    ("system", "set_date"): (NO, PROPOSE, YES),
} | {("citizen", verb): (YES, YES, YES) for verb in _CITIZEN_STATE}

# A professional changes state and ball only where the ball lies with the municipality or with both.
_STAFF_BALL = frozenset({"municipality", "both"})
# A promised day is given by a person of the municipality, where the municipality has the ball: from the citizen
# another day is a proposal there, also on an own step.
_PROMISE_BALL = frozenset({"municipality"})

_CHEERING = ("mentor", "companion", "representative", "supplier", "workplace")

_BOTH: dict[str, Verdict] = {"citizen": YES, "contact": YES, "team": YES}
_WORKING: dict[str, Verdict] = {"contact": YES, "team": YES}

_PLAN: dict[str, dict[str, Verdict]] = {
    "add_goal": {"citizen": YES, "contact": PROPOSE, "team": PROPOSE, "system": PROPOSE},
    "add_milestone": {"citizen": YES, "contact": PROPOSE, "team": PROPOSE, "system": PROPOSE},
    "reword_goal": {"citizen": YES},
    "set_horizon": {"citizen": YES},
    "choose_token": {"citizen": YES},
    "hide_track": {"citizen": YES},
    "give_consent": {"citizen": YES},
    "withdraw_consent": {"citizen": YES},
    "add_win": {"citizen": YES, "contact": YES, "team": YES},
    # A sentence from somebody who stands by the citizen is read by the citizen alone. A doctor's office has a say about
    # the citizen elsewhere: there praise would be a judgement.
    "praise": dict.fromkeys(("contact", "team", *_CHEERING), YES),
    # Who stands by the citizen: the citizen invites, changes and takes back. What is given brings no other right, to
    # no representative either: a power of attorney is shown to the municipality, and nobody here has seen it.
    "invite": {"citizen": YES},
    "change_supporter": {"citizen": YES},
    "end_supporter": {"citizen": YES},
    "accept_invitation": dict.fromkeys(SUPPORTERS, YES),
    "leave": dict.fromkeys(SUPPORTERS, YES),
    "erase": {"citizen": YES},
    "rename": {"citizen": YES},
    "mark_seen": {"citizen": YES, "contact": YES, "team": YES},
    "answer_to_citizen": {"citizen": YES},
    "answer_to_municipality": {"contact": YES},
    "promise_answer": {"contact": YES},
    "withdraw": {"citizen": YES, "contact": YES, "team": YES, "system": YES},
    "call": {"citizen": YES},
    "answer_call": {"contact": YES, "team": YES},
    "write_in_call": {"citizen": YES, "contact": YES, "team": YES},
    "promise_call": {"contact": YES, "team": YES},
    "close_call": {"citizen": YES},
    "reopen_call": {"citizen": YES},
    # The meeting. Both sides propose and answer; who comes, the citizen decides; a missed one asks how they are.
    "propose_meeting": _BOTH | {"system": YES},
    "answer_meeting": _BOTH,
    "describe_meeting": _WORKING,
    "say_needs": {"citizen": YES},
    "answer_needs": _WORKING,
    "invite_to_meeting": _BOTH,
    "answer_attendance": {"citizen": YES},
    "write_agenda": _BOTH,
    "move_meeting": _BOTH | {"system": YES},
    "cancel_meeting": _BOTH | {"system": YES},
    "say_absent": {"citizen": YES},
    "say_missed": _WORKING,
    "arrive": _BOTH,
    # In the room. A code lets a device in without a sign-in, so only whoever sits with the citizen makes one.
    "open_meeting": _WORKING,
    "make_join_code": _WORKING,
    "take_seat": {"citizen": YES},
    "end_seat": _BOTH,
    "write_in_meeting": _BOTH,
    "share_note": _BOTH,
    # Everybody says yes for themselves; the professional writes down what the citizen said with a pen.
    "confirm_meeting": _BOTH,
    "confirm_by_hand": _WORKING,
    "confirm_on_paper": _WORKING,
    "close_meeting": _WORKING,
    # What a citizen keeps for themselves: they show a single thing to somebody and take it back; who was shown it
    # answers, and may build a proposal on a strength. Keeping is no verb of a plan, and nobody else can.
    "show": {"citizen": YES},
    "take_back": {"citizen": YES},
    "answer_shown": _WORKING,
    "build_on": _WORKING,
    # The rights box. What somebody lives on decides which rights they read; a decision is called about before it is
    # there; what leaves for the official mailbox is the citizen's alone to send.
    "set_benefit": {"citizen": YES, "contact": YES},
    "describe_step": _WORKING,
    "say_sense": {"citizen": YES},
    "record_decision": _WORKING,
    "receive_decision": {"citizen": YES},
    "offer_choice": _WORKING,
    "withdraw_choice": _WORKING,
    "choose": {"citizen": YES},
    "dispatch": {"citizen": YES},
    "lean": {"citizen": YES},
    # What of the citizen's own words becomes a part of the municipality's case.
    "show_in_case": {"citizen": YES},
    "keep_from_case": {"citizen": YES},
    # The municipality's own work with who is on a plan: whoever does it needs no place there and reads nothing.
    "join_team": {"office": YES},
    "leave_team": {"office": YES},
    "change_contact": {"office": YES, "system": YES},
    "close_plan": {"office": YES},
    "approve_handover": {"citizen": YES},
    # To ask for another contact person never goes through that person or the team: a leader answers.
    "ask_for_another": {"citizen": YES},
    "withdraw_asking": {"citizen": YES},
    "answer_asking": {"office": YES},
}

# What somebody may do in their own municipality, by the kind of person they are. None of it opens a plan but the
# emergency, which asks for a reason and tells the citizen. The operator is whoever has the command line.
_HOUSE: dict[str, dict[str, Verdict]] = {
    # A system of the municipality reaches citizens and those who work with them, never whoever leads or decides: see
    # `reaches`. Who comes in no more, people say.
    "find_people": {"administrator": YES, "leader": YES, "operator": YES, "system": YES},
    "add_person": {"administrator": YES, "operator": YES, "system": YES},
    "change_person": {"administrator": YES, "operator": YES, "system": YES},
    "end_person": {"administrator": YES, "operator": YES},
    # Another id number for a citizen who comes in already: whoever could give it could come in as them.
    "know_anew": {"operator": YES},
    "give_place": {"administrator": YES, "leader": YES},
    "end_place": {"administrator": YES, "leader": YES},
    "change_contact": {"administrator": YES, "leader": YES},
    "read_petitions": {"leader": YES},
    "look_up": {"staff": YES, "leader": YES, "system": YES},
    "open_in_emergency": {"staff": YES, "leader": YES},
    "read_spot_checks": {"administrator": YES, "leader": YES},
    "check_opening": {"administrator": YES, "leader": YES},
    "read_waiting": {"leader": YES},
    "read_texts": {"editor": YES},
    # The municipality's systems: which there are, what they may, and what reached them.
    "find_systems": {"administrator": YES, "operator": YES},
    "add_system": {"operator": YES},
    "change_system": {"administrator": YES, "operator": YES},
    "settle_message": {"administrator": YES, "operator": YES},
}

# Which kinds of person can be given which place on somebody's plan. Whoever leads or administers looks at many people,
# and goes with none of them; whoever edits or administers works with no plan.
_PLACES: dict[str, tuple[str, ...]] = {
    "contact": ("staff", "leader"),
    "team": ("staff", "leader"),
} | dict.fromkeys(SUPPORTERS, ("citizen", "supporter", "staff"))

# Whom somebody adds and changes in their own municipality; whoever is not named here, everybody.
_REACHES: dict[str, tuple[str, ...]] = {"system": ("citizen", "staff")}

_KINDS = {"own": 0, "agreed": 1, "law": 2}


def on_step(relation: str, verb: str, kind: str, ball: str | None = None) -> Verdict:
    """What `verb` on a step of `kind`, with its ball `ball`, comes to for somebody in `relation` to the plan."""
    if relation == "system" and (kind == "own" or verb not in (*_SYSTEM_STATE, "add", "reword", "set_date")):
        return NO
    if relation in ("contact", "team", "system"):
        if verb in _STAFF_STATE:
            return YES if ball in _STAFF_BALL else NO
        if verb == "promise":
            return YES if ball in _PROMISE_BALL else NO
    elif verb == "set_date" and kind == "own" and ball in _PROMISE_BALL:
        return PROPOSE if relation == "citizen" else NO
    column = _KINDS.get(kind)
    verdicts = _STEP.get((relation, verb))
    return verdicts[column] if verdicts and column is not None else NO


def on_plan(relation: str, verb: str) -> Verdict:
    """What `verb` on the plan itself comes to for somebody in `relation` to it."""
    return _PLAN.get(verb, {}).get(relation, NO)


def step_verbs() -> tuple[str, ...]:
    """Every verb of a step that this table knows."""
    return tuple(sorted({verb for _, verb in _STEP} | {*_CITIZEN_STATE, *_STAFF_STATE, "promise"}))


def plan_verbs() -> tuple[str, ...]:
    """Every verb of a plan that this table knows."""
    return tuple(sorted(_PLAN))


def on_house(kind: str, verb: str) -> Verdict:
    """What `verb` in their own municipality comes to for a person of this kind."""
    return _HOUSE.get(verb, {}).get(kind, NO)


def reaches(kind: str, other: str) -> bool:
    """Whether a person of this kind adds and changes those of the `other`, where they may add and change at all."""
    return other in _REACHES.get(kind, (other,))


def kinds_for(relation: str) -> tuple[str, ...]:
    """The kinds of person who can be given a place on a plan in `relation`; none for what is no place."""
    return _PLACES.get(relation, ())


def house_verbs() -> tuple[str, ...]:
    """Every verb of the municipality's own work that this table knows."""
    return tuple(_HOUSE)
