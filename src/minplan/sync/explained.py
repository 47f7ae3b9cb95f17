"""What each problem means, in plain words, and what whoever looks after the system does about it."""

from minplan.sync.codes import CODES, REASONS
from minplan.sync.problem import TYPES, Problem
from minplan.sync.shapes.common import CodeMeaning, ProblemType, ProblemTypes

CHECKER = "https://docs.pydantic.dev/latest/errors/validation_errors/"

SAYS = {
    "not-json": "Send a JSON document in UTF-8, with each member once. Sending the same again does not help.",
    "bad-request": "A parameter or a header is not as the document says. `errors` names it; "
    "the codes stand under `invalid`.",
    "no-credentials": "Show a key or a token as `Authorization: Bearer`. Keys are renewed by `minplan system key`.",
    "missing-scope": "The system was let in without this scope, or its token does not name it.",
    "not-allowed": "The plan's rules keep this for people, or for another system. Nothing was changed. "
    "`detail` is one of `codes`, where there is more to say.",
    "not-found": "There is no such thing, or it is not a part of the case for this system. Both look the same.",
    "method-not-allowed": "The address is there; `Allow` names what it takes.",
    "exists": "There is one id of a system for each thing, and one thing for each id. Nothing was changed: find the "
    "thing by the id that it has, or take another. A webhook to the same address is there once.",
    "conflict": "What was sent cannot be true beside what is there. Read it again, and ask somebody.",
    "still-running": "Wait, and send the very same request again.",
    "start-again": "Read everything from the beginning, then go on with the cursor that stands there.",
    "changed": "With an ETag: somebody changed it meanwhile; read it again, and send the change with the new one. With "
    "`If-None-Match: *` it is there already, with `If-Match: *` it is not there: `detail` says so.",
    "too-large": "Send less at a time.",
    "not-this-type": "Send `Content-Type: application/json`.",
    "invalid": "`errors` names each field and what is wrong with it. Sending the same again does not help. "
    f"A code that is not among `codes` says that it breaks the document's schema: {CHECKER} tells how.",
    "other-request": "An Idempotency-Key stands for one request: take a new one for another.",
    "if-match-required": "Send the ETag that was read as `If-Match`; for something new `If-None-Match: *`.",
    "too-many": "Wait as many seconds as `Retry-After` says.",
    "fault": "It is our fault; our log knows the `X-Request-ID`. Nothing is half done: send the same again.",
    "unavailable": "Something that is needed does not answer. Wait as `Retry-After` says, and send it again.",
}
_CODES = {"invalid": CODES, "not-allowed": REASONS}


def problem_type(type: str) -> ProblemType:
    """What a problem type means. Raises Problem for one that there is not."""
    if type not in TYPES:
        raise Problem("not-found")
    status, title = TYPES[type]
    codes = [CodeMeaning(code=code, says=says) for code, says in _CODES.get(type, {}).items()]
    return ProblemType(type=type, status=status, title=title, says=SAYS.get(type, title), codes=codes)


def problem_types() -> ProblemTypes:
    """All of them."""
    return ProblemTypes(items=[problem_type(type) for type in TYPES])
