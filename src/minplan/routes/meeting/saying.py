""" "Say it for me": cards with a picture and a sentence, to point at, to be read aloud, or to hold up."""

from uuid import UUID

from flask import abort, render_template, request

from minplan import access, meeting as meetings
from minplan.routes.marks import allows
from minplan.routes.meeting import aloud
from minplan.routes.meeting.blueprint import MEETING, TABLE, bp
from minplan.routes.meeting.frame import frame
from minplan.routes.visitor import visitor


@bp.get(f"{MEETING}/say")
@allows(*TABLE)
def say(plan: UUID, meeting: UUID) -> str:
    """All of the cards, or the one `sentence` as large as the screen. What is held up goes by way of the presence."""
    with access.view(visitor().person_id, plan, "room") as view:
        found = meetings.one(view, meeting)
    ours = frame(view, found)
    going_on = found.state == "open"
    ours |= {"going_on": going_on, "back": f"{ours['here']}/room" if going_on else ours["here"]}
    read = aloud.languages(view.plan.citizen_language)
    sentence = request.args.get("sentence")
    if not sentence:
        return render_template("meeting/say.html", groups=aloud.every(read), **ours)
    return render_template("meeting/say_one.html", card=aloud.one(sentence, read) or abort(404), **ours)
