"""Verb: what the citizen lives on from today, said by them or by their contact person."""

from uuid import UUID

from minplan import access
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.rights import store
from minplan.rights.living.read import benefits_offered
from minplan.rights.plan_benefit import PlanBenefit


def set_benefit(by: UUID, plan: UUID, code: str | None, seen: str | None) -> Outcome:
    """From today on this code holds; None for "we do not know". What was said before stays below it.

    Raises Invalid for a code that there is not today, and Conflict where another than `seen` holds by now.
    """
    with access.change(by, plan) as change:
        change.may("set_benefit")
        if code is not None and code not in {each.id for each in benefits_offered()}:
            raise Invalid({"benefit": "unknown"})
        current = store.benefit_on(change.session.connection(), plan, change.today)
        change.compare("benefit", seen, current, code)
        if current == code:
            return Outcome("unchanged", plan)
        change.session.add(PlanBenefit(plan_id=plan, code=code, since=change.today, by_id=by, at=change.at))
        before, after = {"benefit": current}, {"benefit": code}
        # Colleagues are not told what somebody lives on; the contact person reads every line on the page about it.
        change.record(Record("set_benefit", "plan", plan, before=before, after=after, audience="citizen"))
        return Outcome("done", plan)
