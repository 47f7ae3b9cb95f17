"""The one blueprint of these views, and what their templates say of an item in the reader's language."""

from flask import Blueprint

from minplan import content, sharing
from minplan.routes.languages import reader

bp = Blueprint("sharing", __name__)

CITIZEN = ("citizen",)
MINE = "/plan/consents"


@bp.app_template_global()
def consent_title(item: str) -> str:
    """What was said yes to; empty for what is not offered any more."""
    found = content.consent_items().get(item)
    return content.consent_part(found, "title", reader().translator) if found else ""


@bp.app_template_global()
def consent_text(item: str, part: str) -> str:
    """A part of an item that is offered, such as its purpose."""
    return content.consent_part(content.consent_items()[item], part, reader().translator)


@bp.app_template_global()
def consent_kind(kind: str) -> str:
    """The name of a kind of yes."""
    return content.consent_part(content.consent_kinds()[kind], "name", reader().translator)


@bp.app_template_global()
def department_name(department: str) -> str:
    """Who is meant; what nobody offers any more stands by its id."""
    known = department in content.departments()
    return content.department_name(department, reader().translator) if known else department


@bp.app_template_global()
def paper_name(topic: str) -> str:
    """The name of a kind of paper; empty for a topic that is none."""
    found = content.papers().get(topic)
    return content.consent_part(found, "name", reader().translator) if found else ""


@bp.app_template_global()
def mail_goes() -> bool:
    """Whether this house sends mail; where it does not, no page speaks of it."""
    return sharing.mail_goes()
