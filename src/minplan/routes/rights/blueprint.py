"""The one blueprint of the rights box, and who its pages are for where they are not open to all."""

from flask import Blueprint

bp = Blueprint("rights", __name__)

CITIZEN = ("citizen",)
STAFF = ("contact", "team")
