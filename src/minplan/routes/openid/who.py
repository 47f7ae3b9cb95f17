"""Whom the house knows by what a provider says. The id number is looked at here and goes no further."""

from typing import Any
from uuid import UUID

from minplan import access, clock, identity, providers, sharing
from minplan.access import PersonView
from minplan.errors import NotAllowed
from minplan.identity import Claimed
from minplan.providers import CITIZEN, DEMO, STAFF, Provider, text_at
from minplan.routes.openid.refused import Refused
from minplan.routes.supporting import invitation

Claims = dict[str, Any]
CITIZENS = frozenset({"citizen", "supporter"})
COLLEAGUES = frozenset({"staff", "leader", "editor", "administrator"})


def person(provider: Provider, claims: Claims) -> PersonView:
    """Raises Refused."""
    found = WAYS[provider.kind](provider, claims)
    if found is None:
        raise Refused("unknown")
    return found


def _in_the_demo(_provider: Provider, claims: Claims) -> PersonView | None:
    try:
        return access.person(UUID(claims["sub"]))
    except ValueError:
        return None


def _citizen(provider: Provider, claims: Claims) -> PersonView | None:
    number = text_at(claims, provider.places.number)
    if identity.is_minor(number, clock.today()):
        raise Refused("young")
    user, name = _user(provider, claims), text_at(claims, provider.places.name)
    claimed = Claimed(provider.id, provider.issuer, user, provider.municipality, CITIZENS, number=number, name=name)
    return identity.arrive(claimed) or _invited(claimed)


def _invited(claimed: Claimed) -> PersonView | None:
    """Somebody new whom a citizen has asked to stand by them, and who has just typed the code."""
    code = invitation.at_the_door()
    if code is None or not claimed.name or identity.was_here(claimed):
        return None
    return sharing.newcomer(code, claimed)


def _colleague(provider: Provider, claims: Claims) -> PersonView | None:
    kind = providers.kind_of(provider, claims)
    if kind is None:
        raise Refused("role")
    # Who may write any address into their own profile has not shown that it is theirs.
    email = text_at(claims, provider.places.email) if claims.get("email_verified", True) is True else ""
    claimed = Claimed(
        provider.id, provider.issuer, _user(provider, claims), provider.municipality, COLLEAGUES,
        kind=kind, email=email, name=text_at(claims, provider.places.name), create=provider.create,
    )  # fmt: skip
    try:
        return identity.arrive(claimed)
    except NotAllowed:
        raise Refused("places") from None


def _user(provider: Provider, claims: Claims) -> str:
    found = providers.user_of(provider, claims)
    if not found:
        raise Refused("bent", "user id")
    return found


WAYS = {DEMO: _in_the_demo, CITIZEN: _citizen, STAFF: _colleague}
