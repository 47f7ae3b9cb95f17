"""Whatever is wrong with a document is named by the path of the member that it stands in."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from documents import long_document

from minplan import exchange
from minplan.exchange.check import check

YUSUF = next(document for document in exchange.documents() if document["citizen"]["name"] == "Yusuf")
Values = dict[str, Any]
Change = Callable[[Values], Any]
STEP = "goals[0].milestones[0].steps[1]"  # agreed, active, the municipality's turn
WAITING = "goals[0].milestones[0].steps[2]"
LAW = "goals[1].milestones[0].steps[3]"


def _step(document: Values, path: str = STEP) -> Values:
    goal, milestone, step = (int(part.split("]")[0]) for part in path.split("[")[1:])
    found: Values = document["goals"][goal]["milestones"][milestone]["steps"][step]
    return found


def _faults(change: Change) -> list[str]:
    document = deepcopy(YUSUF)
    change(document)
    return [str(fault) for fault in check(document)]


CASES: list[tuple[str, Change]] = [
    ("format: must be", lambda d: d.update(format="minplan/plan@2")),
    ("as_of: must be a date", lambda d: d.update(as_of="22-11-2026")),
    ("as_of: must be a date", lambda d: d.update(as_of="2026-11-22\n")),
    ("as_of: is not a real day", lambda d: d.update(as_of="2026-02-29")),
    ("extra: is unknown", lambda d: d.update(extra=1)),
    ("team: is missing", lambda d: d.pop("team")),
    ("wins: must be a list", lambda d: d.update(wins=None)),
    ("citizen.token: must be one of", lambda d: d["citizen"].update(token="cat")),
    ("citizen.language: must be a language", lambda d: d["citizen"].update(language="دری")),
    ("contact.email: must be an e-mail address", lambda d: d["contact"].update(email="Lars")),
    ("goals[1].milestones[0].steps[0].ref: is the ref of something else", lambda d: d["goals"][0].update(ref="s0")),
    ("goals[0].track: must be one of", lambda d: d["goals"][0].update(track="sport")),
    (f"{STEP}.title: must be an object", lambda d: _step(d).update(title="Ring")),
    (f"{STEP}.title.text: is missing", lambda d: _step(d).update(title={"lang": "da"})),
    (f"{STEP}.title.slots: is missing", lambda d: _step(d)["title"].pop("slots")),
    (f"{STEP}.title.text: is unknown", lambda d: _step(d)["title"].update(text="Ring")),
    (f"{STEP}.title.phrase: is not known", lambda d: _step(d)["title"].update(phrase="step.fly")),
    (f"{STEP}.title.slots.who: is missing", lambda d: _step(d)["title"]["slots"].pop("who")),
    (f"{STEP}.title.slots.n: is not known", lambda d: _step(d)["title"]["slots"].update(n=3)),
    (f"{STEP}.title.slots.date: is not", lambda d: _step(d)["title"]["slots"].update(date="2026-02-30")),
    (f"{STEP}.title.slots.date: must be a date", lambda d: _step(d)["title"]["slots"].update(date="soon")),
    (f"{STEP}.tracks: is empty", lambda d: _step(d).update(tracks=[])),
    (f"{STEP}.kind: must be one of", lambda d: _step(d).update(kind="duty")),
    (f"{STEP}.state: must be one of", lambda d: _step(d).update(state="declined")),
    (f"{STEP}.why: is missing", lambda d: _step(d).pop("why")),
    (f"{STEP}.why: must be an object", lambda d: _step(d).update(why=None)),
    (f"{STEP}.law: must not be here", lambda d: _step(d).update(law="LAB § 31")),
    (f"{LAW}.law: is missing", lambda d: _step(d, LAW).pop("law")),
    (f"{STEP}.ball: is missing", lambda d: _step(d).pop("ball")),
    (f"{STEP}.ball: must not be here", lambda d: _step(d).update(state="done")),
    (f"{STEP}.ball.with: must be one of", lambda d: _step(d)["ball"].update({"with": "me"})),
    (f"{STEP}.since: is missing", lambda d: _step(d).pop("since")),
    (f"{STEP}.when: is missing", lambda d: _step(d).pop("when")),
    (f"{STEP}.until: is missing", lambda d: _step(d).update(state="resting")),
    (f"{STEP}.until: must not be here", lambda d: _step(d).update(until="2026-12-01")),
    (f"{STEP}.learned: must not be here", lambda d: _step(d).update(learned={"text": "x", "lang": "da"})),
    (f"{STEP}.done_on: must not be here", lambda d: _step(d).update(done_on="2026-11-01")),
    (f"{STEP}.when: must be a date", lambda d: _step(d).update(when="2026-12-01T10:00:00")),
    (f"{STEP}.together_with: is not the ref of another step: s9", lambda d: _step(d).update(together_with="s9")),
    (f"{STEP}.together_with: is not the ref of another step: s2", lambda d: _step(d).update(together_with="s2")),
    (f"{WAITING}.since: is missing", lambda d: _step(d, WAITING).pop("since")),
    (f"{WAITING}.until: is missing", lambda d: _step(d, WAITING).pop("until")),
    (f"{WAITING}.ball.name: is missing", lambda d: _step(d, WAITING)["ball"].pop("name")),
    ("way[8]: is not the ref of a step: g1", lambda d: d["way"].append("g1")),
    ("way[8]: stands on the way more than once: s1", lambda d: d["way"].append("s1")),
    (f"{STEP}.ref: is not on the way: s2", lambda d: d["way"].remove("s2")),
    ("is only suggested", lambda d: _step(d).update(state="suggested")),
    ("next: is null, but a step is open", lambda d: d.update(next=None)),
    ("next: is not an open step: s1", lambda d: d.update(next="s1")),
    ("next: is not the ref of a step: x1", lambda d: d.update(next="x1")),
    ("next: must be a text or null", lambda d: d.update(next=4)),
    ("wins[0].step: is not the ref of a step: m1", lambda d: d["wins"][0].update(step="m1")),
    ("meetings[0].mode: must be one of", lambda d: d["meetings"][0].update(mode="zoom")),
    ("meetings[0].minutes: must be a whole number", lambda d: d["meetings"][0].update(minutes="60")),
    ("meetings[0].minutes: must be at least 1", lambda d: d["meetings"][0].update(minutes=0)),
    ("meetings[0].starts: is not a real day", lambda d: d["meetings"][0].update(starts="2026-02-30T10:00:00Z")),
]


@pytest.mark.parametrize(("said", "change"), CASES, ids=[said for said, _ in CASES])
def test_a_fault_is_named_with_its_path(said: str, change: Change) -> None:
    faults = _faults(change)
    assert any(said in fault for fault in faults), faults


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mit nummer er 010170-1234", "id number"),
        ("\0", "cannot be kept"),
        ("\ud83d", "cannot be kept"),
        ("a" * 2001, "over 2,000 characters"),
    ],
)
@pytest.mark.parametrize("member", ["place", "ref"])
def test_no_string_anywhere_may_hold_what_cannot_be_kept(member: str, text: str, said: str) -> None:
    (fault,) = _faults(lambda document: document["meetings"][0].update({member: text}))
    assert fault.startswith(f"meetings[0].{member}: ")
    assert said in fault


def test_an_unknown_member_with_odd_characters_is_named_harmlessly() -> None:
    assert _faults(lambda d: d.update({"a b\ud800\n": 1})) == ['["a b\\ud800\\n"]: is unknown']


@pytest.mark.parametrize("value", [None, [], "text", 3, {}])
def test_what_is_no_document_at_all_is_said(value: Any) -> None:
    assert check(value)


def test_a_long_document_is_checked_whole() -> None:
    document = long_document(500)
    assert check(document) == []
    document["goals"][2]["milestones"][0]["steps"][-1]["title"]["text"] = "160591-0001"
    assert len(check(document)) == 1
