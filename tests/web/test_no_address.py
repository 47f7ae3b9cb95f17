"""An address to live at is neither stored nor shown, whoever sends one: a provider or a document."""

from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from web.stage import Stage, stage

from minplan import access, db, exchange, identity
from minplan.exchange import take_in
from minplan.providers import CITIZEN, STAFF, Places, Provider
from minplan.routes import openid

__all__ = ["stage"]

ADDRESS, NUMBER = "Skjulvej 7, 8700 Horsens", "0101800001"
CLAIMS: dict[str, Any] = {
    "sub": "u-1",
    "cpr": NUMBER,
    "name": "Amira",
    "email": "bo@example.dk",
    "role": "staff",
    "address": {"formatted": ADDRESS, "street_address": ADDRESS},
    "street_address": ADDRESS,
    "mitid.address": ADDRESS,
    "mitid_name_and_address_protection": "secret-protection",
}


def everything_stored() -> str:
    with db.reading() as connection:
        tables = db.metadata().sorted_tables
        return "".join(str(row) for table in tables for row in connection.execute(table.select()).all())


@pytest.mark.parametrize("kind", [CITIZEN, STAFF])
def test_a_claim_of_an_address_lands_nowhere(app: Flask, stage: Stage, kind: str) -> None:
    places = Places(number="cpr", email="email", roles="role", name="name")
    provider = Provider("p", kind, "https://p.example", "minplan", "none", places=places, roles={"staff": "staff"})
    with db.writing() as session:
        session.get_one(access.Person, stage.cast.citizen).number_hash = identity.number_hash("home", NUMBER)
        session.get_one(access.Person, stage.cast.bo).email = "bo@example.dk"
    with app.test_request_context("/"):
        found = openid.person(provider, CLAIMS)
    assert found.id == (stage.cast.citizen if kind == CITIZEN else stage.cast.bo)
    stored = everything_stored()
    assert "u-1" in stored and ADDRESS not in stored and "secret-protection" not in stored and NUMBER not in stored


@pytest.mark.parametrize("field", ["address", "street", "protected_address"])
def test_a_document_has_no_place_for_one(tmp_path: Path, field: str) -> None:
    source = Path(exchange.__file__).parent / "demo" / "family-first.json"
    written = source.read_text("utf-8").replace('"name": "Yusuf"', f'"name": "Yusuf", "{field}": "{ADDRESS}"', 1)
    assert ADDRESS in written
    (file := tmp_path / "plan.json").write_text(written, "utf-8")
    _, faults = take_in([str(file)])
    assert any(field in str(fault) and "unknown" in str(fault) for fault in faults)
