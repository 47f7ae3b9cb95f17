"""What anybody can read without a sign-in: what happens here, and who can help with what."""

from flask import render_template

from minplan import clock, content, rights
from minplan.access import Member
from minplan.content import Elsewhere, HelpTopic, Told
from minplan.routes.marks import open_to_all
from minplan.routes.rights.blueprint import bp
from minplan.routes.rights.frame import own_view
from minplan.routes.rights.words import told_in


@bp.get("/welcome")
@open_to_all
def welcome() -> str:
    return render_template("rights/welcome.html", told=content.welcome(), first=rights.here("first_contact"))


@bp.get("/who-can-help")
@open_to_all
def who_can_help() -> str:
    found, helpers = content.who_helps(), _helpers()
    return render_template(
        "rights/who_can_help.html",
        topics=[(topic, _named(topic, helpers)) for topic in found.topics],
        fresh=found.fresh(clock.today()),
        asks_for=_asks_for,
    )


@bp.app_template_global("tells")
def tells(of: Told | HelpTopic | Elsewhere, what: str) -> str:
    """The name or the text of something that is told here, in the reader's language."""
    return told_in(of.context(what), getattr(of, what)).text


def _helpers() -> tuple[Member, ...]:
    """The professionals of a citizen's own plan; nobody for anybody else."""
    with own_view() as view:
        return view.members if view else ()


def _named(topic: HelpTopic, helpers: tuple[Member, ...]) -> Member | None:
    """Who of them helps with it: somebody of that department, or else the contact person."""
    theirs = [each for each in helpers if topic.ours and content.department_called(each.department) == topic.ours]
    contact = [each for each in helpers if topic.ours and each.relation == "contact"]
    return next(iter((*theirs, *contact)), None)


def _asks_for(topic: HelpTopic, person: Member) -> str:
    """What the citizen sends with one tap: in Danish, for whoever answers."""
    return f"Jeg har brug for hjælp. Det handler om: {topic.name}. Vil {person.name} ringe til mig?"
