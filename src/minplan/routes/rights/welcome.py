"""What anybody can read without a sign-in: what happens here, and who can help with what."""

from flask import render_template

from minplan import access, clock, content, rights
from minplan.access import Member
from minplan.content import Elsewhere, HelpTopic, Told
from minplan.identity import Visit
from minplan.routes.marks import open_to_all
from minplan.routes.rights.blueprint import bp
from minplan.routes.rights.words import told_in
from minplan.routes.visitor import maybe_visitor


@bp.get("/welcome")
@open_to_all
def welcome() -> str:
    return render_template("rights/welcome.html", told=content.welcome(), first=rights.here("first_contact"))


@bp.get("/who-can-help")
@open_to_all
def who_can_help() -> str:
    found, helpers = content.who_helps(), _helpers(maybe_visitor())
    return render_template(
        "rights/who_can_help.html",
        topics=[(topic, _named(topic, helpers)) for topic in found.topics],
        fresh=found.fresh(clock.today()),
    )


@bp.app_template_global("tells")
def tells(of: Told | HelpTopic | Elsewhere, what: str) -> str:
    """The name or the text of something that is told here, in the reader's language."""
    return told_in(of.context(what), getattr(of, what)).text


def _helpers(visitor: Visit | None) -> tuple[Member, ...]:
    """The professionals of a citizen's own plan; nobody for anybody else."""
    if visitor is None or visitor.kind != "citizen" or visitor.meeting_id:
        return ()
    with access.view(visitor.person_id) as view:
        return view.members


def _named(topic: HelpTopic, helpers: tuple[Member, ...]) -> Member | None:
    """Who of them helps with it: somebody of that department, or else the contact person."""
    theirs = [each for each in helpers if topic.ours and content.department_called(each.department) == topic.ours]
    contact = [each for each in helpers if topic.ours and each.relation == "contact"]
    return next(iter((*theirs, *contact)), None)
