"""A demo that people have lived in: something of everything that a page can show, the same every day.

Also a plan where nothing has begun (Dorte), and one whose steps are all done (Viggo).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import cache
from pathlib import Path
from sqlite3 import Connection, connect
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from browser.connected import connect_system
from browser.entitled import entitle
from browser.kept import keep
from browser.met import meet

from minplan import access, clock, db, dialogue, exchange, handover, journey, office, sharing
from minplan.words import NewText

NOW = "2026-11-23T09:00"
FILE = "minplan.sqlite3"
KARINS_NUMBER = "999999-0001"  # invented, as the README says
Ids = dict[str, UUID]


def prepare(place: Path) -> None:
    """The demo as it is on that morning, in a new database at `place`: loaded once, and copied."""
    with connect(place / FILE) as new:
        _demo().backup(new)
    new.close()


@cache
def _demo() -> Connection:
    kept = connect(":memory:")
    with TemporaryDirectory() as place:
        with opened_database(Path(place)):
            exchange.demo()
        with connect(Path(place, FILE)) as made:
            made.backup(kept)
        made.close()
    return kept


def prepare_lived_in(place: Path) -> dict[str, Ids]:
    """The same with traces of life on it; returns ids by citizen."""
    prepare(place)
    with opened_database(place):
        empty, finished = exchange.bring_in([_empty(), _finished()])
        people = {person.name: person.id for person in access.demo_people()}
        found = {name: _ids(people[name]) for name in ("Karin", "Samira", "Yusuf")}
        _live(people, found)
        meet(people, found["Yusuf"])
        keep(people, found["Yusuf"])
        entitle(people, found["Yusuf"])
        found |= {"Dorte": {"plan": empty}, "Viggo": {"plan": finished}}
        connect_system(people, found["Yusuf"])
        _share({person.name: person.id for person in access.demo_people()}, found)
        return found


def _share(people: Ids, found: dict[str, Ids]) -> None:
    """Consents, an opening in an emergency, a wish for another contact person, and a change of one."""
    yusuf, samira, viggo = found["Yusuf"], found["Samira"], found["Viggo"]
    for item in ("sharing.health_health", "fetching.from_doctor"):
        yusuf["consent"] = sharing.give_consent(people["Yusuf"], yusuf["plan"], item, "ar").subject_id
    by, hurry = office.of_person(people["Hanne Bruun"]), "Karin ringer og er meget ked af det, og Mette er syg i dag."
    office.look_up(by, KARINS_NUMBER)
    office.open_in_emergency(by, found["Karin"]["plan"], office.NewEmergency(reason=hurry))
    wish = NewText(text="Vi misforstår hinanden, og jeg bliver ked af det.", lang="da")
    samira["petition"] = handover.ask(people["Samira"], samira["plan"], wish).subject_id
    reason = NewText(text="Mette arbejder nu med unge.", lang="da")
    new = handover.NewContact(to=people["Lars Holm"], seen=people["Mette Krog"], reason=reason, stays=True)
    viggo["change"] = handover.change_contact(people["Inger Dahl"], viggo["plan"], new).subject_id
    yusuf["person"], samira["person"] = people["Lars Holm"], people["Amal Rahim"]


@contextmanager
def opened_database(place: Path) -> Iterator[None]:
    engine = db.open_engine(f"sqlite:///{place}/{FILE}")
    db.migrate(engine)
    db.use(engine)
    clock.start(clock.parse(NOW))
    yield
    clock.start(None)
    engine.dispose()


def _empty() -> dict[str, Any]:
    document = deepcopy(exchange.documents()[0])
    nothing = {"horizon": None, "goals": [], "way": [], "next": None, "wins": [], "meetings": [], "team": []}
    return document | nothing | {"citizen": {"name": "Dorte", "language": "da"}}


def _finished() -> dict[str, Any]:
    document = next(each for each in exchange.documents() if each["citizen"]["name"] == "Karin")
    document = deepcopy(document) | {"next": None, "meetings": []}
    document["citizen"] = {"name": "Viggo", "language": "da", "token": "lighthouse"}
    for goal in document["goals"]:
        for milestone in goal["milestones"]:
            milestone["steps"] = [_done(step) for step in milestone["steps"]]
    return document


def _done(step: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in step.items() if name not in ("ball", "since", "until", "when")}
    return kept | {"state": "done", "done_on": "2026-11-20"}


def _ids(citizen: UUID) -> Ids:
    """The plan, and one step of each state and kind."""
    with access.view(citizen) as view:
        way = journey.way(view)
        steps = (*way.behind, *way.ahead, *way.suggestions)
        found = {word: step.id for step in reversed(steps) for word in (step.state, step.kind)}
        assert way.next
        goals = {"goal": way.goals[0].id, "milestone": way.goals[0].milestones[0].id}
        return found | goals | {"plan": view.plan.id, "next": way.next.id, "step": way.next.id}


def _live(people: Ids, found: dict[str, Ids]) -> None:
    yusuf, lars = people["Yusuf"], people["Lars Holm"]
    ids = found["Yusuf"]
    plan, agreed = ids["plan"], ids["next"]
    call = dialogue.NewCall(topic="idea", text=NewText(text="هل أستطيع أن أبدأ في المطبخ؟", lang="ar"))
    ids["thread"] = dialogue.call(yusuf, plan, call).subject_id
    if_so = NewText(text="Hvis chefen siger ja", lang="da")
    dialogue.answer(lars, plan, ids["thread"], dialogue.NewAnswer(answer="yes_if", text=if_so))
    ids["open thread"] = dialogue.call(yusuf, plan, dialogue.NewCall(topic="money", step=agreed)).subject_id
    other = NewText(text="Besøg køkkenet sammen med Lars", lang="da")
    with access.view(yusuf) as view:
        seen = next(step.title_id for step in journey.way(view).ahead if step.id == agreed)
    ids["proposal"] = journey.reword(lars, plan, agreed, "title", seen, other).subject_id
    title = NewText(text="Kig på en kalender", lang="da")
    new = journey.NewStep(milestone=ids["milestone"], title=title, tracks=["work"])
    journey.add_step(lars, plan, new)
    with access.view(yusuf) as view:
        proposals = journey.proposals(view, journey.way(view))
    ids["proposal"] = next(each.id for each in proposals if each.what == "title")
    ids["new step"] = next(each.id for each in proposals if each.what == "step")
    wish = journey.rest(yusuf, plan, ids["law"], "later", None)
    assert wish.kind == "wished"
    journey.praise(lars, plan, journey.NewWin(text=NewText(text="Jeg så, at du hjalp en anden.", lang="da")))
    journey.add_win(yusuf, plan, journey.NewWin(text=NewText(text="طبخت لأصدقائي 🍲", lang="ar")))
