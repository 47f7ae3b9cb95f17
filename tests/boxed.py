"""One of everything that the rights box keeps of a plan."""

from typing import Any
from uuid import UUID

from minplan import clock
from minplan.rights.choice import Choice, Option
from minplan.rights.decision import Decision
from minplan.rights.dispatch import Dispatch
from minplan.rights.leaning import Leaning
from minplan.rights.plan_benefit import PlanBenefit
from minplan.rights.prospect import Prospect, Sense
from minplan.words import NewText, write

Ids = dict[str, UUID]


def give_rights(session: Any, plan: UUID, places: Ids, citizen: UUID, contact: UUID, mark: str = "") -> Ids:
    """What they live on, a step with all that can be said of it, a choice, and something sent; ids of the last two.

    `places` are the plan's `step` and `milestone`; `mark` stands behind every word.
    """

    def said(text: str, by: UUID = contact) -> UUID:
        return write(session, plan, NewText(text=f"{text} {mark}".strip(), lang="da"), by, now).id

    now, today = clock.now(), clock.today()
    here: dict[str, Any] = {"plan_id": plan, "step_id": places["step"]}
    by_contact = {"by_id": contact, "at": now}
    choice = Choice(
        plan_id=plan, milestone_id=places["milestone"], track="health", question_id=said("Hvad vil du prøve?"),
        asked_on=today, by_id=contact,
    )  # fmt: skip
    dispatch = Dispatch(
        plan_id=plan, kind="access", number=f"MP-{plan.hex[:6]}", text_id=said("Jeg vil gerne se min sag.", citizen),
        letter_id=said("Anmodning om aktindsigt\n\nFra: Yusuf", citizen), by_id=citizen, at=now, next_at=now,
    )  # fmt: skip
    session.add_all([choice, dispatch])
    session.flush()
    session.add_all(
        [
            PlanBenefit(plan_id=plan, code="kontanthjaelp_aktivitetsparat", since=today, **by_contact),
            Prospect(**here, gives_id=said("Lidt mere luft."), money_id=said("Ingenting."), **by_contact),
            Sense(**here, answer="a_bit", at=now),
            Decision(**here, what_id=said("Tilbud om vandring"), called=today, reached="spoke", **by_contact),
            Leaning(plan_id=plan, offer="walk", answer="maybe", at=now),
            *(_option(choice, number, said) for number in (1, 2)),
        ]
    )
    session.flush()
    return {"choice": choice.id, "dispatch": dispatch.id}


def _option(choice: Choice, number: int, said: Any) -> Option:
    texts = {"title_id": said(f"Gå tur {number}"), "why_id": said("Fordi du kan lide det.")}
    return Option(choice_id=choice.id, plan_id=choice.plan_id, position=number, **texts)
