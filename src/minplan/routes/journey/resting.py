"""From a form: the decision that a step rests on, and the call before it."""

from minplan.errors import Invalid
from minplan.rights import NewDecision
from minplan.routes import fields, forms


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
