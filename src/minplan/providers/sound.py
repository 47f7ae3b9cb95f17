"""Rule: what the fields of a provider must be to each other, and the providers among themselves."""

import re
from collections.abc import Sequence

from minplan.providers.nonsense import Nonsense
from minplan.providers.provider import CITIZEN, STAFF, Provider

# NSIS Substantial and High, as brokers write them; the older Danish scale has them as 3 and 4.
ENOUGH = re.compile(r".*(substantial|high|betydelig|høj|assurancelevel:[34])", re.IGNORECASE)


def check(provider: Provider) -> None:
    """Raises Nonsense."""
    if provider.kind == CITIZEN:
        _check_citizens(provider)
    if provider.kind == STAFF and not (provider.roles and provider.places.roles):
        raise Nonsense("roles and claims.roles must be given, because a role that is not named means no.")
    if provider.create and not provider.places.email:
        raise Nonsense("claims.email must be given where people are made just in time.")


def check_together(providers: Sequence[Provider]) -> None:
    """Raises Nonsense."""
    ids = [provider.id for provider in providers]
    twice = sorted({each for each in ids if ids.count(each) > 1})
    if twice:
        raise Nonsense(f"Provider {twice[0]!r}: id must not be another provider's too.")
    if not providers:
        raise Nonsense("The providers' file must hold at least one [[provider]].")


def _check_citizens(provider: Provider) -> None:
    if not provider.levels or not all(map(ENOUGH.fullmatch, provider.levels)):
        raise Nonsense("levels must be given, each of them substantial or high.")
    if not provider.places.number:
        raise Nonsense("claims.number must be given: nobody is recognised the first time without the id number.")
    if provider.roles:
        raise Nonsense("roles must not be given: a citizen has none.")
