"""Any form, from anybody, filled with anything: never our failure, and whatever comes of it holds together."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st
from invariants import followed, hidden_stays_hidden, picture, sound
from props import row
from web.deeds import DEEDS
from web.questions import Restage, restage
from web.stage import NOBODY, Stage

from minplan import content
from minplan.journey import BALLS, KINDS, TOKENS, TRACKS
from minplan.journey.kinds import STATES
from minplan.journey.step import Step
from minplan.routes.limits import LIMITS

__all__ = ["restage"]

PEOPLE = ("amira", "amira", "amira", "bo", "bo", "tove", "dorte", "camilla", "leader", NOBODY)
STEPS = ("step", "other", "behind", "law", "agreed", "owed")
FIELDS = sorted(
    {field for deed in DEEDS.values() for field in deed.form} | {"joined", "join", "lang", "clock", "not_now"}
)
DAYS = ("2026-11-15", "2026-11-16", "2026-12-03", "1900-01-01", "2199-12-31", "9999-12-31", "2026-02-31", "", "x")
WORDS = (
    "Ord",
    "",
    " ",
    "\u202e\U0001f333",
    "<b>{{7*7}}%(n)s",
    "x" * 2001,
    "\0",
    "010190-1234",
    "javascript:alert(1)",
    "٣",
)
CHOICES = (
    *BALLS,
    *KINDS,
    *TOKENS[:2],
    *TRACKS,
    *STATES,
    "yes",
    "no",
    "adjust",
    "talk",
    "words",
    "before",
    "and",
    "or",
    "10:30",
)
OTHERS = ("da", "ar", "zz-ZZ", "../x", "1", "-1", "9" * 400, "step.this_first", "step.take_walk", "praise.you_came")
CURRENT = ("{title_id}", "{why_id}", "{state}", "{ball}")
IDS = tuple(f"{{{name}}}" for name in ("goal", "milestone", "proposal", "wish", "thread", "win", "person", *STEPS))

values = st.sampled_from((*DAYS, *WORDS, *CHOICES, *OTHERS, *CURRENT, *IDS))
changes = st.dictionaries(st.sampled_from(FIELDS), values, max_size=4)
forms = st.tuples(
    st.sampled_from(PEOPLE), st.sampled_from(sorted(DEEDS)), st.sampled_from(STEPS), st.booleans(), changes
)


def send(stage: Stage, who: str, name: str, step: str, fresh: bool, changed: dict[str, str]) -> int:
    """Send a deed's form about any step; `fresh` says what stands now, otherwise what stood in the beginning."""
    deed, about = DEEDS[name], row(Step, stage.amira[step])
    here = {key: str(value) for key, value in stage.amira.items()} | {"step": str(about["id"]), "none": str(uuid4())}
    now = {key: str(value or "") for key, value in about.items() if key in ("title_id", "why_id", "state", "ball")}
    seen = {
        "seen_state": now["state"],
        "seen_ball": now["ball"],
        "seen_why": now["why_id"],
        "seen_title": now["title_id"],
    }
    form = deed.form | ({key: value for key, value in seen.items() if key in deed.form} if fresh else {}) | changed
    filled: dict[str, Any] = {key: _fill(value, here | now) for key, value in form.items()}
    address = f"{stage.address}/{deed.where.format(**here)}"
    return stage.browser(who).post(address, data=filled).status_code


def _fill(value: str, known: dict[str, str]) -> str:
    return known.get(value[1:-1], value) if value.startswith("{") and value.endswith("}") else value


@pytest.mark.slow
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=80)
@given(sent=st.lists(forms, min_size=1, max_size=6), hidden=st.sets(st.sampled_from(TRACKS), max_size=2))
@example(sent=[("bo", "law step", "law", True, {"kind": "own", "tracks": "family"})], hidden={"family"})
def test_anything_that_anybody_sends_holds_together(restage: Restage, sent: list[Any], hidden: set[str]) -> None:
    stage = restage()
    if hidden:
        data = {"shown": [track for track in TRACKS if track not in hidden]}
        stage.browser("amira").post(f"{stage.address}/sharing/{stage.cast.bo}", data=data)
    for who, name, *rest in sent:
        before = picture(stage.cast)
        status = send(stage, who, name, *rest)
        now = picture(stage.cast)
        assert status in (200, 303, 400, 401, 403, 404, 409, 413, 415, 422), (who, name)
        assert status == 303 or now == before, f"refused with {status}, and yet something was written"
        assert who in ("amira", "bo", "tove") or now == before
        sound(now)
        followed(stage.cast, before, now)
        hidden_stays_hidden(stage.cast, now, stage.cast.bo)
    for who in ("amira", "bo", "tove"):
        for page in ("", "/history"):
            assert stage.browser(who).get(f"{stage.address}{page}?lang=xx").status_code == 200


def test_every_phrase_can_be_chosen(restage: Restage, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its slots filled, and refused with a sentence where one is left out."""
    stage = restage()
    monkeypatch.delitem(LIMITS, "journey.add_step")  # nobody does this by hand
    filled = {"slot_who": "Amira", "slot_place": "Hjørnet", "slot_n": "2", "slot_topic": sorted(content.topics())[0]}
    for phrase in content.phrases("step").values():
        slots = {key: value for key, value in filled.items() if key.removeprefix("slot_") in phrase.slots}
        form = {"phrase": phrase.id, "milestone": str(stage.amira["milestone"]), "ball": "citizen"}
        browser = stage.browser("amira")
        assert browser.get(f"{stage.address}/steps/new?phrase={phrase.id}&lang=xx").status_code == 200
        assert browser.post(f"{stage.address}/steps", data=form | slots).status_code == 303, phrase.id
        if phrase.required:
            assert browser.post(f"{stage.address}/steps", data=form).status_code == 422, phrase.id
    assert browser.get("/plan?lang=xx").status_code == browser.get("/plan?lang=ar").status_code == 200
