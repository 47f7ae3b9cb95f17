"""The verbs of a step, each a noun under the step's address. Every answer leads back to a page."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from flask.typing import ResponseReturnValue

from minplan import journey
from minplan.errors import Conflict, Invalid, NotAllowed
from minplan.journey import Outcome
from minplan.routes import fields, forms, reply, said, tone
from minplan.routes.journey.blueprint import ALL, bp
from minplan.routes.journey.page import home
from minplan.routes.journey.step import show_conflict, show_refused, show_step
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor
from minplan.words import NewText

Act = Callable[[UUID, UUID, UUID], Outcome]


def verb(noun: str) -> Callable[[Act], Act]:
    """Offer `act(by, plan, step)` as POST /plans/<plan>/steps/<step>/<noun>."""

    def offer(act: Act) -> Act:
        @wraps(act)
        def answer(plan: UUID, step: UUID) -> ResponseReturnValue:
            try:
                outcome = act(visitor().person_id, plan, step)
            except Invalid as error:
                return show_step(plan, step, noun, error)
            except Conflict:
                return show_conflict(plan, step, noun)
            except NotAllowed:
                return show_refused(plan, step)
            return reply.done(_where(plan, step, noun, outcome), tone.heard(said.outcome(noun, outcome)))

        bp.post(f"/plans/<uuid:plan>/steps/<uuid:step>/{noun}", endpoint=noun)(allows(*ALL)(answer))
        return act

    return offer


def _where(plan: UUID, step: UUID, noun: str, outcome: Outcome) -> str:
    if noun == "completion" and outcome.kind == "done":
        return f"/plans/{plan}/steps/{step}/celebration"
    return home(plan) if noun in ("next", "reopening") else f"/plans/{plan}/steps/{step}"


@verb("completion")
def _complete(by: UUID, plan: UUID, step: UUID) -> Outcome:
    return journey.complete(by, plan, step, forms.seen("state"))


@verb("reopening")
def _reopen(by: UUID, plan: UUID, step: UUID) -> Outcome:
    return journey.reopen(by, plan, step, forms.seen("state"))


@verb("start")
def _start(by: UUID, plan: UUID, step: UUID) -> Outcome:
    return journey.start(by, plan, step, forms.seen("state"))


@verb("postponement")
def _postpone(by: UUID, plan: UUID, step: UUID) -> Outcome:
    return journey.postpone(by, plan, step, forms.seen("state"))


@verb("waiting")
def _wait(by: UUID, plan: UUID, step: UUID) -> Outcome:
    command = forms.read(
        journey.Wait, ball=forms.ball(), since=forms.needed_day("since"), until=forms.needed_day("until")
    )
    return journey.wait(by, plan, step, forms.seen("state"), command, _because(), forms.maybe_seen("until"))


@verb("rest")
def _rest(by: UUID, plan: UUID, step: UUID) -> Outcome:
    until, seen_until = fields.day("until"), forms.maybe_seen("until")
    return journey.rest(by, plan, step, forms.seen("state"), until, _because(), seen_until)


@verb("detour")
def _detour(by: UUID, plan: UUID, step: UUID) -> Outcome:
    command = journey.Detour(learned=forms.words("learned"))
    return journey.detour(by, plan, step, forms.seen("state"), command)


@verb("title")
def _title(by: UUID, plan: UUID, step: UUID) -> Outcome:
    return _reword(by, plan, step, "title")


@verb("why")
def _why(by: UUID, plan: UUID, step: UUID) -> Outcome:
    return _reword(by, plan, step, "why")


@verb("date")
def _date(by: UUID, plan: UUID, step: UUID) -> Outcome:
    return journey.set_date(by, plan, step, forms.seen("date"), forms.when(), _because())


@verb("ball")
def _hand_over(by: UUID, plan: UUID, step: UUID) -> Outcome:
    command = forms.read(journey.HandOver, ball=forms.ball(), promised=fields.day("promised"))
    return journey.hand_over(by, plan, step, forms.seen("ball"), command, _because(), forms.maybe_seen("ball_name"))


@verb("promise")
def _promise(by: UUID, plan: UUID, step: UUID) -> Outcome:
    return journey.promise(by, plan, step, forms.needed_day("promised"), _because(), forms.maybe_seen("promised"))


@verb("next")
def _choose_next(by: UUID, plan: UUID, step: UUID) -> Outcome:
    return journey.choose_next(by, plan, step, forms.maybe_seen("next"))


@verb("place")
def _move(by: UUID, plan: UUID, step: UUID) -> Outcome:
    return journey.move(by, plan, step, forms.ids("beside")[0], fields.text("place"))


@verb("parts")
def _split(by: UUID, plan: UUID, step: UUID) -> Outcome:
    titles = [fields.own_words(f"part_{number}") for number in range(1, 6)]
    kept = [title for title in titles if title]
    if not kept:
        raise Invalid({"part_1": "required"})
    return journey.split(by, plan, step, forms.read(journey.Split, titles=kept))


@verb("first")
def _settle_first(by: UUID, plan: UUID, step: UUID) -> Outcome:
    command = forms.read(
        journey.SettleFirst, before=forms.ids("before"), look_again=forms.needed_day("look_again")
    )
    return journey.settle_first(by, plan, step, command)


def _reword(by: UUID, plan: UUID, step: UUID, field: str) -> Outcome:
    new = forms.words(field, forms.KINDS[field])
    return journey.reword(by, plan, step, field, forms.seen_id(field), new, _because())


def _because() -> NewText | None:
    return fields.own_words("because")
