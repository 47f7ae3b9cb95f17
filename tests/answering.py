"""Amira answers what was proposed to her."""

from cast import Plan

from minplan import access, journey


def answer_newest(amira: Plan, answer: str) -> None:
    """Her answer to the newest of what waits for one."""
    with access.view(amira.citizen, amira.id) as view:
        waiting = journey.proposals(view, journey.way(view))
    journey.answer(amira.citizen, amira.id, waiting[-1].id, journey.ProposalAnswer(answer=answer))


def revision(amira: Plan) -> int:
    """How many changes her plan has seen."""
    with access.view(amira.citizen, amira.id) as view:
        return view.plan.revision
