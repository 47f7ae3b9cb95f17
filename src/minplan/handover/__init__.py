"""Handover: who is my contact person. A change with a reason and a page, and a safe way to ask for another one."""

from minplan.handover.handover import Handover, Petition

__all__ = ["Handover", "Petition"]
