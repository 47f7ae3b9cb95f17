"""The municipality's own systems: which there are, which messages were refused, and what did not reach them."""

from typing import Any, NamedTuple

from flask import make_response, render_template
from flask.typing import ResponseReturnValue

from minplan import office, sync
from minplan.errors import Invalid, NotFound
from minplan.routes import fields, reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.office.blueprint import ADMINISTRATOR, at_work, bp
from minplan.sync import hooks
from minplan.sync.shapes import KeptPaging

HERE = "/systems"
MOST = 50  # of each list; the command line has the rest


class Looked(NamedTuple):
    """A system's row, with the messages that were refused and the events that it never took."""

    row: Any
    refused: list[Any]
    more: bool
    failed: list[Any]


@bp.get(HERE)
@allows(*ADMINISTRATOR)
def systems() -> ResponseReturnValue:
    by = at_work()
    found = [_looked(by, row) for row in sync.systems(by)]
    return reply.unkept(make_response(render_template("office/systems.html", systems=found, titles=sync.TYPES)))


@bp.post(f"{HERE}/messages")
@allows(*ADMINISTRATOR)
def settle_message() -> ResponseReturnValue:
    message, do = fields.uuid("message", required=True), fields.text("do", required=True)
    if message is None or do not in ("again", "let_go"):
        raise Invalid({"do": "unknown"})
    if do == "let_go":
        sync.let_go(at_work(), message)
        return reply.done(HERE, gettext("Beskeden er lagt væk."))
    done = sync.try_again(at_work(), message) in ("done", "older")
    told = gettext("Beskeden er læst ind.") if done else gettext("Det gik ikke. Beskeden er her endnu.")
    return reply.done(HERE, told)


@bp.post(f"{HERE}/deliveries")
@allows(*ADMINISTRATOR)
def send_again() -> ResponseReturnValue:
    code, delivery = fields.text("system", required=True), fields.uuid("delivery", required=True)
    try:
        hooks.replay(hooks.as_system(at_work(), code), delivery)
    except sync.Problem:
        raise NotFound from None
    return reply.done(HERE, gettext("Det bliver sendt igen."))


def _looked(by: office.Doorkeeper, row: Any) -> Looked:
    page = sync.inbox(by, row.code, KeptPaging(state="refused", limit=MOST))
    failed = [] if row.ended_on else hooks.deliveries(hooks.as_system(by, row.code), failed=True, most=MOST).items
    return Looked(row, page.items, page.next is not None, failed)
