"""A certified provider gives out the token, by client credentials for a resource; nothing of it is ours."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import requests
from cast import Plan
from flask import Flask
from issuing import AUDIENCE
from provider.process import Process, process
from systems import BASE

from minplan import config, office, sync

SECRET = "a secret that only this test knows, and the provider"
CLIENT = {
    "client_id": "fagsystem", "client_secret": SECRET, "grant_types": ["client_credentials"], "redirect_uris": [],
    "response_types": [], "token_endpoint_auth_method": "client_secret_basic",
}  # fmt: skip


@pytest.fixture(scope="module")
def provider() -> Iterator[Process]:
    with process() as running:
        running.told(clients=[CLIENT])
        yield running


def given(provider: Process, scope: str, **more: str) -> str:
    asked = {"grant_type": "client_credentials", "scope": scope, **more}
    answer = requests.post(f"{provider.address}/token", asked, auth=("fagsystem", SECRET), timeout=10)
    answer.raise_for_status()
    return answer.json()["access_token"]


def test_a_real_providers_token_opens_what_it_names(
    app: Flask, amira: Plan, provider: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = replace(config.settings(), api_issuer=provider.address, api_audience=AUDIENCE)
    monkeypatch.setattr(config, "settings", lambda: found)
    new = {"code": "fagsystem", "name": "Fagsystem", "issuer": provider.address, "client_id": "fagsystem"}
    sync.add_system(office.operator("home"), sync.NewSystem(**new, scopes=sync.SCOPES))

    def status(token: str, path: str) -> int:
        return app.test_client().get(f"{BASE}{path}", headers={"Authorization": f"Bearer {token}"}).status_code

    token = given(provider, "plans:read", resource=AUDIENCE)
    assert status(token, "/plans") == 200 and status(token, f"/plans/{amira.id}") == 200
    assert status(token, "/caseworkers") == 403
    assert status(given(provider, "plans:read", resource="https://other.example/api"), "/plans") == 401
    provider.told(clock=-180)
    assert status(given(provider, "plans:read", resource=AUDIENCE), "/plans") == 401  # its minute is over
    provider.told(clock=0, rotate=True)
    assert status(given(provider, "plans:read", resource=AUDIENCE), "/plans") == 401  # its keys were asked for just now
    monkeypatch.setattr("minplan.routes.openid.keys.FLOOR", 0)
    assert status(given(provider, "plans:read", resource=AUDIENCE), "/plans") == 200
