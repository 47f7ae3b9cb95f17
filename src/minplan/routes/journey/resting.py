"""From a form: the decision that a step rests on, with the call before it, and what the step may lead to."""

from flask import request

from minplan.errors import Invalid
from minplan.rights import Beside, NewDecision, NewProspect
from minplan.routes import fields, forms


def beside(kind: str) -> Beside:
    """What is said of a new step beside its own words. Raises Invalid, where the law asks for the step and the form
    does not say whether it rests on a decision."""
    rests = fields.text("rests")
    if kind == "law" and "asks_rests" in request.form and rests not in ("yes", "no"):
        raise Invalid({"rests": "required"})
    return Beside(decision=decision() if rests == "yes" else None, prospect=prospect())


def prospect() -> NewProspect:
    """What a step can give, does not promise, leads on to, and means for money; what is new this time."""
    said = {name: fields.own_words(name) for name in ("gives", "promises_not", "afterwards", "money", "new")}
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
