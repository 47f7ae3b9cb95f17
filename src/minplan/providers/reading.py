"""Reads the providers' file. Whatever is wrong in it is one sentence that names the provider and the field."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from minplan.providers.credential import credential
from minplan.providers.fields import FIELDS, PLACES, Field
from minplan.providers.nonsense import Nonsense
from minplan.providers.provider import CITIZEN, STAFF, Places, Provider
from minplan.providers.sound import check, check_together

Values = Mapping[str, Any]


def load(place: Path, environ: Mapping[str, str]) -> tuple[Provider, ...]:
    """The providers of a TOML file, citizens' first. Asks nothing of any of them. Raises Nonsense."""
    try:
        tables = tomllib.loads(place.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Nonsense(f"The providers' file {place} cannot be read: {error}.") from None
    listed = tables.get("provider")
    if set(tables) != {"provider"} or not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise Nonsense(f"The providers' file {place} must hold [[provider]] tables and nothing else.")
    found = [_provider(table, place.parent, environ) for table in listed]
    check_together(found)
    return tuple(sorted(found, key=lambda provider: provider.kind != CITIZEN))


def _provider(table: Values, folder: Path, environ: Mapping[str, str]) -> Provider:
    name = f"Provider {table['id']!r}" if isinstance(table.get("id"), str) else "A provider without id"
    try:
        values = _taken(table, FIELDS)
        places = Places(**_taken(values.pop("claims"), PLACES, "claims."))
        files = {field: values.pop(field) for field in ("key_file", "secret_file", "secret_env")}
        made = Provider(places=places, credential=credential(values["auth"], files, folder, environ), **values)
        check(made)
    except Nonsense as error:
        raise Nonsense(f"{name}: {error}") from None
    return replace(made, create=made.create and made.kind == STAFF)


def _taken(table: Values, fields: Mapping[str, Field], before: str = "") -> dict[str, Any]:
    unknown = sorted(set(table) - set(fields))
    if unknown:
        raise Nonsense(f"{before}{unknown[0]} is not a field; is it misspelt?")
    return {name: field.take(before + name, table.get(name)) for name, field in fields.items()}
