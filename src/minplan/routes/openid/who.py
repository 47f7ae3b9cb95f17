"""Whom the house knows by what a provider says. The id number is looked at here and goes no further."""

from typing import Any
from uuid import UUID

from minplan import access, clock, identity, providers
from minplan.access import PersonView
from minplan.identity import Claimed
from minplan.providers import CITIZEN, DEMO, Provider, text_at
from minplan.routes.openid.refused import Refused

Claims = dict[str, Any]
CITIZENS = frozenset({"citizen", "supporter"})
COLLEAGUES = frozenset({"staff", "leader", "editor", "administrator"})


def person(provider: Provider, claims: Claims) -> PersonView:
    """Raises Refused."""
    if provider.kind == DEMO:
        found = _in_the_demo(claims)
    else:
        claimed = _citizen if provider.kind == CITIZEN else _colleague
        found = identity.arrive(claimed(provider, claims))
    if found is None:
        raise Refused("unknown")
    return found


def _in_the_demo(claims: Claims) -> PersonView | None:
    try:
        return access.person(UUID(claims["sub"]))
    except ValueError:
        return None


def _citizen(provider: Provider, claims: Claims) -> Claimed:
    number = text_at(claims, provider.places.number)
    if identity.is_minor(number, clock.today()):
        raise Refused("young")
    user = _user(provider, claims)
    return Claimed(provider.id, provider.issuer, user, provider.municipality, CITIZENS, number=number)


def _colleague(provider: Provider, claims: Claims) -> Claimed:
    kind = providers.kind_of(provider, claims)
    if kind is None:
        raise Refused("role")
    # Who may write any address into their own profile has not shown that it is theirs.
    email = "" if claims.get("email_verified") is False else text_at(claims, provider.places.email)
    return Claimed(
        provider.id, provider.issuer, _user(provider, claims), provider.municipality, COLLEAGUES,
        kind=kind, email=email, name=text_at(claims, provider.places.name), create=provider.create,
    )  # fmt: skip


def _user(provider: Provider, claims: Claims) -> str:
    found = providers.user_of(provider, claims)
    if not found:
        raise Refused("bent", "user id")
    return found
