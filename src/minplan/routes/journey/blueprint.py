"""The one blueprint of the journey's views."""

from flask import Blueprint

bp = Blueprint("journey", __name__)

CITIZEN = ("citizen",)
ALL = ("citizen", "contact", "team")
