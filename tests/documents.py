"""Plan documents for tests: `plan_documents()` draws any that the format allows, `long_document` one of any size."""

from copy import deepcopy
from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from minplan.content import phrases, topics
from minplan.exchange import documents
from minplan.journey import BALLS, KINDS, OPEN, TOKENS, TRACKS
from minplan.meeting import KINDS as KINDS_OF_MEETING, MODES
from minplan.words import fault

Values = dict[str, Any]
STATES = ("done", "active", "waiting", "resting", "detour", "later", "suggested")
VOICES = (
    "Ring til lægen",
    "زوجتي وابنتي هنا. أعمل، ونأكل معاً في المساء.",
    "من هر روز درد دارم",
    "今日は薬を飲みました",
    "Мені потрібен перекладач",
    "👩🏽‍🦽‍➡️ ❤️‍🩹 🇩🇰",
    "\u202egnirts desrever\u202c \u2066x",
    '<script>alert("x")</script> {{ 7*7 }} %s [senest {date}]',
    "to linjer\n\tog en til ",
)
LONGEST = "æ" * 2000
_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
lines = st.sampled_from(VOICES) | st.text(_CHARACTERS, min_size=1, max_size=40).filter(lambda text: not fault(text))
names = lines.filter(lambda text: text.strip() and text != "citizen")
days = st.dates(date(1900, 1, 2), date(2199, 12, 30)).map(date.isoformat)
_OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.datetimes(datetime(1900, 1, 3), datetime(2199, 12, 29), timezones=_OFFSETS).map(datetime.isoformat)
guests = st.fixed_dictionaries(
    {"name": names, "kind": st.sampled_from(["interpreter", "family"])}, optional={"role": names}
)
_SLOTS = {
    "who": names,
    "place": names,
    "date": days,
    "n": st.integers(1, 1000),
    "topic": st.sampled_from(sorted(topics())),
}


def _phrase(draw: st.DrawFn) -> Values:
    phrase = phrases()[draw(st.sampled_from(sorted(phrases())))]
    slots = [name for name in phrase.slots if name in phrase.required or draw(st.booleans())]
    return {"phrase": phrase.id, "slots": {name: draw(_SLOTS[name]) for name in slots}}


@st.composite
def texts(draw: st.DrawFn) -> Values:
    """Own words in some language, or a phrase."""
    if draw(st.integers(0, 3)) == 0:
        return _phrase(draw)
    return {
        "text": draw(lines | st.just(LONGEST)),
        "lang": draw(st.sampled_from(["da", "ar", "fa", "uk", "zh-Hant", "x-klingon"])),
    }


def _maybe(draw: st.DrawFn, **members: st.SearchStrategy[Any]) -> Values:
    return {name: draw(value) for name, value in members.items() if draw(st.booleans())}


def _step(draw: st.DrawFn, ref: str) -> Values:
    kind, state = draw(st.sampled_from(KINDS)), draw(st.sampled_from(STATES))
    tracks = draw(st.lists(st.sampled_from(TRACKS), min_size=1, unique=True))
    step = {"ref": ref, "title": draw(texts()), "tracks": tracks, "kind": kind, "state": state}
    step |= _maybe(draw, when=days | times) | ({"law": draw(names)} if kind == "law" else {})
    step |= _maybe(draw, why=texts()) if kind == "own" else {"why": draw(texts())}
    if state in ("done", "detour"):
        step |= _maybe(draw, done_on=days) | (_maybe(draw, learned=texts()) if state == "detour" else {})
    else:
        step |= _ball(draw, step)
    return step


def _ball(draw: st.DrawFn, step: Values) -> Values:
    holder, state = draw(st.sampled_from(BALLS)), step["state"]
    named = {"name": draw(names)} if holder == "other" else _maybe(draw, name=names)
    promised = holder == "municipality" and state in OPEN
    found: Values = {"ball": {"with": holder, **named}}
    found |= {"since": draw(days)} if state == "waiting" or promised else _maybe(draw, since=days)
    if state in ("waiting", "resting"):
        return found | ({"until": draw(days)} if state == "waiting" or promised else _maybe(draw, until=days))
    return found | ({"when": draw(days | times)} if promised and "when" not in step else {})


def _meeting(draw: st.DrawFn, ref: str) -> Values:
    agenda = draw(st.lists(st.fixed_dictionaries({"text": texts(), "by": names}), max_size=2))
    return {
        "ref": ref,
        "starts": draw(times),
        "minutes": draw(st.integers(1, 600)),
        "mode": draw(st.sampled_from(MODES)),
        "people": draw(st.lists(names | guests, max_size=3)),
        "agenda": agenda,
        **_maybe(draw, kind=st.sampled_from(KINDS_OF_MEETING[1:]), place=lines, door=lines, link=st.just("https://a.dk")),
        **_maybe(draw, **dict.fromkeys(("purpose", "decides", "not_today"), texts())),
    }


@st.composite
def plan_documents(draw: st.DrawFn, most_steps: int = 6) -> Values:
    """Any plan document."""
    refs = draw(st.lists(names, min_size=most_steps + 8, max_size=most_steps + 8, unique=True))
    steps = [_step(draw, refs.pop()) for _ in range(draw(st.integers(0, most_steps)))]
    for step in steps:
        others = [other["ref"] for other in steps if other is not step]
        if others:
            step |= _maybe(draw, together_with=st.sampled_from(others))
    chances = [step["ref"] for step in steps if step["state"] in OPEN]
    win = {"text": texts(), "on": days, "by": st.just("citizen") | names}
    on_step = {"step": st.sampled_from([step["ref"] for step in steps])} if steps else {}
    contact = st.fixed_dictionaries(dict.fromkeys(("name", "role", "phone"), names) | {"email": st.just("Bo@dk")})
    member = st.fixed_dictionaries(dict.fromkeys(("name", "role", "department"), names))
    return {
        "format": "minplan/plan@1",
        "as_of": draw(days),
        "citizen": {"name": draw(names), "language": "fa"} | _maybe(draw, token=st.sampled_from(TOKENS)),
        "contact": draw(contact),
        "team": draw(st.lists(member, max_size=2)),
        "horizon": draw(st.none() | texts()),
        "goals": _goals(draw, steps, refs),
        "way": draw(st.permutations([step["ref"] for step in steps if step["state"] != "suggested"])),
        "next": draw(st.sampled_from(chances)) if chances else None,
        "wins": draw(st.lists(st.fixed_dictionaries(win, optional=on_step), max_size=3)),
        "meetings": [_meeting(draw, refs.pop()) for _ in range(draw(st.integers(0, 2)))],
    }


def _goals(draw: st.DrawFn, steps: list[Values], refs: list[str]) -> list[Values]:
    """One or two goals, or none where there is nothing to do; the second milestone of the last has what is left."""
    number = draw(st.integers(1 if steps else 0, 2))
    rest, goals = list(steps), []
    for is_last in [place == number for place in range(1, number + 1)]:
        milestones = []
        for takes_rest in (False, is_last):
            many = len(rest) if takes_rest else draw(st.integers(0, len(rest)))
            milestones.append({"ref": refs.pop(), "title": draw(texts()), "steps": rest[:many]})
            rest = rest[many:]
        goal = {"ref": refs.pop(), "title": draw(texts()), "track": draw(st.sampled_from(TRACKS))}
        goals.append(goal | _maybe(draw, why=texts()) | {"milestones": milestones})
    return goals


def long_document(steps: int) -> Values:
    """A plan with `steps` steps of every state, spread over three goals; the same each time."""
    document = deepcopy(documents()[0])
    found = [_plain_step(number, STATES[number % len(STATES)]) for number in range(steps)]
    for number, goal in enumerate(document["goals"]):
        goal["milestones"][0]["steps"] = found[number :: len(document["goals"])]
    way = [step["ref"] for step in found if step["state"] != "suggested"]
    is_open = (step["ref"] for step in found if step["state"] in OPEN)
    return document | {"way": way, "next": next(is_open, None), "wins": [], "meetings": []}


def _plain_step(number: int, state: str) -> Values:
    title = {"text": f"{number} {VOICES[number % len(VOICES)]}", "lang": "da"}
    track = TRACKS[number % len(TRACKS)]
    step: Values = {"ref": f"s{number}", "title": title, "tracks": [track], "kind": "own", "state": state}
    if state not in ("done", "detour"):
        step["ball"] = {"with": BALLS[number % 3]}
        step |= {"since": "2026-11-01", "until" if state in ("waiting", "resting") else "when": "2026-12-01"}
    return step
