"""The one blueprint of the meeting's views, and who they are for."""

from flask import Blueprint

bp = Blueprint("meeting", __name__)

CITIZEN = ("citizen",)
STAFF = ("contact", "team")
ALL = (*CITIZEN, *STAFF)
TABLE = (*ALL, "seat")
MEETING = "/plans/<uuid:plan>/meetings/<uuid:meeting>"
