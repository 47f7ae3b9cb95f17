"""What a meeting is about, and where it is: each field is saved by itself."""

from uuid import UUID

from flask.typing import ResponseReturnValue

from minplan import meeting as meetings
from minplan.journey import Outcome
from minplan.language import mark
from minplan.routes import fields, forms
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting import card, when
from minplan.routes.meeting.blueprint import MEETING, STAFF, bp

_SAVED = mark("Det er gemt.")


@bp.post(f"{MEETING}/words")
@allows(*STAFF)
def describe(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    field = fields.text("field")

    def act(by: UUID) -> Outcome:
        if field == "frame":
            command = forms.read(meetings.NewFrame, **when.place())
            return meetings.place(by, plan, meeting, command, forms.seen("frame"))
        # The ready sentences of a field are of its own kind.
        text = forms.maybe_words(field) if field in meetings.TEXTS else None
        return meetings.describe(by, plan, meeting, field, text, forms.seen_id(field))

    return card.after(plan, meeting, field, lambda _: gettext(_SAVED), act)
