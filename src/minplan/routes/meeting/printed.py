"""What came of a meeting, as a leaf for the citizen to take home."""

from uuid import UUID

from flask.typing import ResponseReturnValue

from minplan import access, booklet, meeting as meetings
from minplan.routes import reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import ALL, MEETING, bp
from minplan.routes.meeting.frame import card
from minplan.routes.printed import beside, language_of, to_print
from minplan.routes.visitor import visitor


@bp.get(f"{MEETING}/summary/file")
@allows(*ALL)
def summary_file(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    """The leaf. Whoever sees half of it has nothing to hand out, and is sent to who sees it whole."""
    with access.view(visitor().person_id, plan, "summary") as view:
        if not meetings.outcome(view, meetings.one(view, meeting).id).whole:
            return reply.done(f"{card(plan, meeting)}/summary", gettext("Bed kontaktpersonen om det."))
        found = booklet.minutes(view, meeting, language_of(view), beside())
    return to_print(booklet.minutes_leaf(found), "moedet")
