"""Sharing on the web: who gets to know what, how papers travel, and what one has been told."""

from minplan.routes.sharing import allowed, consents, notices, papers, receipts
from minplan.routes.sharing.blueprint import bp

__all__ = ["allowed", "bp", "consents", "notices", "papers", "receipts"]
