"""The one blueprint of these views, and who they are for: a citizen alone, or who was shown something. No seat."""

from flask import Blueprint

bp = Blueprint("feelings", __name__)

CITIZEN = ("citizen",)
STAFF = ("contact", "team")
