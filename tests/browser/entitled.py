"""What the rights box keeps of Yusuf in the demo that people have lived in: one of everything."""

from datetime import timedelta
from uuid import UUID

from minplan import access, clock, journey, rights
from minplan.journey import Outcome
from minplan.rights import NewChoice, NewOption
from minplan.words import NewText

Ids = dict[str, UUID]


def entitle(people: Ids, ids: Ids) -> None:
    """A letter that has come, a question, a choice that is open and one that is made, a letter sent, and what he
    thinks of an offer; adds the ids of what has a page."""
    yusuf, lars, plan = people["Yusuf"], people["Lars Holm"], ids["plan"]
    _letter_came(yusuf, plan, ids)
    rights.say_sense(yusuf, plan, ids["active"], "explain")
    rights.say_sense(yusuf, plan, ids["later"], "yes")
    ids["chosen choice"] = _made(rights.offer_choice(lars, plan, _choice(ids, "Hvordan vil du øve dig på dansk?")))
    with access.view(yusuf, plan) as view:
        bike, _ = rights.choice(view, ids["chosen choice"]).options
    rights.choose(yusuf, plan, ids["chosen choice"], bike.id, "open")
    ids["choice"] = _made(rights.offer_choice(lars, plan, _choice(ids, "Hvor vil du begynde?")))
    see = NewText(text="أريد أن أرى أوراق قضيتي.", lang="ar")
    ids["dispatch"] = _made(rights.send(yusuf, plan, "access", see))
    rights.lean(yusuf, plan, "kitchen", "gladly", "")
    rights.set_benefit(yusuf, plan, "kontanthjaelp_jobparat", "kontanthjaelp_aktivitetsparat")


def _letter_came(yusuf: UUID, plan: UUID, ids: Ids) -> None:
    with access.view(yusuf, plan, "step") as view:
        step = journey.find(journey.way(view), ids["law"])
        read = rights.meaning(view, step).decision if step else None
    assert read
    rights.receive_decision(yusuf, plan, ids["law"], clock.today() - timedelta(days=1), read.seen)


def _choice(ids: Ids, question: str) -> NewChoice:
    bike = NewOption(
        title=NewText(text="Cykelværkstedet", lang="da"),
        why=NewText(text="Du har sagt, at du er god med hænderne.", lang="da"),
        takes=NewText(text="To formiddage om ugen", lang="da"),
        money=NewText(text="Dine penge er de samme.", lang="da"),
    )
    why = NewText(text="Du laver gerne mad til mange.", lang="da")
    kitchen = NewOption(title=NewText(text="Køkkenet på havnen", lang="da"), why=why)
    return NewChoice(question=NewText(text=question, lang="da"), milestone=ids["milestone"], options=[bike, kitchen])


def _made(outcome: Outcome) -> UUID:
    assert outcome.kind == "done" and outcome.subject_id, outcome
    return outcome.subject_id
