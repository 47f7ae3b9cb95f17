"""Sharing: what the citizen lets others see, and takes back. Consents, supporters, and notices of what is new."""

from minplan.sharing.invitation import Invitation

__all__ = ["Invitation"]
