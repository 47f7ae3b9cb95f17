"""From a form: the decision that a step rests on, with the call before it, and what the step may lead to."""

from flask import request

from minplan.errors import Invalid
from minplan.rights import Beside, NewDecision, NewProspect
from minplan.routes import fields, forms


def beside(kind: str) -> Beside:
    """What is said of a new step of this kind beside its own words. What stands in a field that does not belong to the
    kind counts for nothing, so that a choice made too early is no fault."""
    rests = fields.text("rests")
    none = rests == "no" and kind == "law"
    return Beside(decision=decision() if rests == "yes" else None, no_decision=none, prospect=prospect())


def prospect() -> NewProspect:
    """What a step can give, does not promise, leads on to, and means for money; what is new this time."""
    said = {name: fields.own_words(name) for name in ("gives", "promises_not", "takes", "afterwards", "money", "new")}
    return NewProspect(**said, money_asked=bool(request.form.get("money_asked")))


def decision() -> NewDecision:
    """What was decided, when somebody called, whether they spoke; Invalid names all that is missing."""
    what, called = fields.own_words("what"), fields.day("called")
    missing = {} if what else {"what": "required"}
    missing |= {} if called else {"called": "call_needed"}
    missing |= {} if fields.text("reached") else {"reached": "required"}
    if missing:
        raise Invalid(missing)
    return forms.read(
        NewDecision, what=what, called=called, reached=fields.text("reached"), decided=fields.day("decided")
    )
