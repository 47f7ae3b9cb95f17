"""Verb: another contact person of a plan. The citizen reads who, and why."""

from uuid import UUID

from minplan import access, db, handover
from minplan.errors import Invalid, NotFound
from minplan.sync import owners
from minplan.sync.actions import people
from minplan.sync.actions.meant import missing, must
from minplan.sync.actions.work import Work, begin
from minplan.sync.brought import Brought
from minplan.sync.caller import Caller
from minplan.sync.expected import Expected
from minplan.sync.problem import Pointed
from minplan.sync.read.opening import SYSTEM, serves
from minplan.sync.read.plans import plan_in
from minplan.sync.shapes.people_sent import PlanSent


def bring_plan(caller: Caller, plan: UUID, sent: PlanSent, expected: Expected) -> Brought:
    """Bring a plan up to date. Raises Problem, Invalid and NotFound."""
    with db.together() as session:
        work = begin(session, caller, plan)
        current = plan_in(caller, work.found)
        expected.must_fit_unread(current)
        owners.check(sent, current)
        access.note(session, work.found.view, "case")
        to = people.caseworker(session, caller, sent.contact)
        if to is None or to == current.contact:
            return Brought(current, plan, "unchanged")
        work.must_be_own()
        expected.must_fit(current)
        _hand_over(work, to, current.contact, sent)
        try:
            return Brought(plan_in(caller, work.again()), plan, "updated")
        except NotFound:
            must([Pointed("/contact", _why_not(work))])
            raise


def _why_not(work: Work) -> str:
    """Why the system would hear of nothing any more. What the citizen keeps from whom is nobody else's to say."""
    contact = access.within(work.session, work.by, work.plan_id, SYSTEM).contact
    is_theirs = serves(work.caller, contact.department if contact else None)
    return "no_longer_heard" if is_theirs else "other_department"


def _hand_over(work: Work, to: UUID, seen: UUID | None, sent: PlanSent) -> None:
    must(missing(sent, "because"))
    assert sent.because
    command = handover.NewContact(to=to, seen=seen, reason=sent.because.new)
    try:
        handover.change_contact(work.by, work.plan_id, command, SYSTEM)
    except Invalid as error:
        raise Invalid({"contact" if name == "to" else name: code for name, code in error.fields.items()}) from None
