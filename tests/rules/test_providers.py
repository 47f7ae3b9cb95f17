"""The providers' file: what it may say, and that nonsense stops the start with one sentence that names it."""

from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import ECKey

from minplan import providers
from minplan.providers import Nonsense, Places, Provider, kind_of, text_at, user_of, value_at

_CURVE = ECKey.generate_key("P-384")
CURVE, PUBLIC = _CURVE.as_pem(private=True), _CURVE.as_pem(private=False)
WEAK = ECKey.generate_key("secp256k1").as_pem(private=True)
SECRETS = {"THEIR_SECRET": "a-secret-of-enough-letters"}
MITID: dict[str, str] = {
    "id": '"mitid"', "kind": '"citizen"', "issuer": '"https://login.example.dk/"', "client_id": '"minplan"',
    "auth": '"private_key_jwt"', "key_file": '"key.pem"', "levels": '["substantial", "urn:grn:authn:dk:mitid:high"]',
    "label": '{ da = "Log ind med MitID" }', "claims": '{ number = "https://data.gov.dk/model/core/eid/cprNumber" }',
}  # fmt: skip
STAFF = MITID | {
    "id": '"ansatte"', "kind": '"staff"', "auth": '"client_secret_basic"', "secret_env": '"THEIR_SECRET"',
    "roles": '{ caseworker = "staff" }', "claims": '{ roles = "roles", email = "upn" }',
}  # fmt: skip
del STAFF["key_file"], STAFF["levels"]


def load(place: Path, *tables: dict[str, str]) -> tuple[Provider, ...]:
    (place / "key.pem").write_bytes(CURVE)
    (place / "weak.pem").write_bytes(WEAK)
    (place / "public.pem").write_bytes(PUBLIC)
    (place / "short").write_text("short")
    lines = (f"[[provider]]\n{''.join(f'{name} = {value}{chr(10)}' for name, value in t.items())}" for t in tables)
    (place / "providers.toml").write_text("\n".join(lines))
    return providers.load(place / "providers.toml", SECRETS)


def test_what_is_written_is_taken_and_citizens_come_first(tmp_path: Path) -> None:
    mitid, colleagues = load(tmp_path, STAFF, MITID)
    assert (mitid.id, mitid.kind, mitid.issuer) == ("mitid", "citizen", "https://login.example.dk/")
    assert mitid.credential.startswith("-----BEGIN") and colleagues.credential == SECRETS["THEIR_SECRET"]
    assert (mitid.scopes, mitid.municipality, mitid.max_age, mitid.places.user) == (("openid",), "home", None, ("sub",))
    assert colleagues.roles == {"caseworker": "staff"}
    assert SECRETS["THEIR_SECRET"] not in repr(colleagues)


WRONG: list[tuple[dict[str, str], dict[str, str], str]] = [
    (MITID, {"id": '"MitID"'}, "id must be up to 31"),
    (MITID, {"kind": '"leader"'}, "kind must be citizen or staff"),
    (MITID, {"issuer": '"http://login.example.dk"'}, "issuer must be an https"),
    (MITID, {"issuer": '"http://localhost.example.dk"'}, "issuer must be an https"),
    (MITID, {"issuer": '"https://x?y"'}, "issuer must be an https"),
    (MITID, {"client_id": "7"}, "client_id must be"),
    (MITID, {"client_id": ""}, "cannot be read"),
    (MITID, {"auth": '"none"'}, "auth must be private_key_jwt or"),
    (MITID, {"key_file": '"nowhere.pem"'}, "key_file must be a file"),
    (MITID, {"key_file": '"short"'}, "key_file must hold a private RSA key"),
    (MITID, {"key_file": '"weak.pem"'}, "key_file must hold a private RSA key"),
    (MITID, {"key_file": '"public.pem"'}, "key_file must hold a private RSA key"),
    (MITID, {"secret_env": '"THEIR_SECRET"'}, "key_file must be given"),
    (MITID, {"scopes": '["mitid"]'}, "scopes must be"),
    (MITID, {"levels": '["low"]'}, "levels must be given, each of them substantial or high"),
    (MITID, {"levels": '["substantial", "low"]'}, "levels must be given"),
    (MITID, {"levels": "[]"}, "levels must be"),
    (MITID, {"max_age": "true"}, "max_age must be"),
    (MITID, {"max_age": "-1"}, "max_age must be"),
    (MITID, {"algorithms": '["HS256"]'}, "algorithms must be"),
    (MITID, {"algorithms": '["none"]'}, "algorithms must be"),
    (MITID, {"claims": "{}"}, "claims.number must be given"),
    (MITID, {"claims": '{ number = "cpr", cpr = "x" }'}, "claims.cpr is not a field"),
    (MITID, {"claims": '{ number = "cpr", user = "sub" }'}, "claims.user must be a list"),
    (MITID, {"label": '{ en = "MitID" }'}, "label must be"),
    (MITID, {"roles": '{ all = "staff" }'}, "roles must not be given"),
    (MITID, {"isuer": '"https://x"'}, "isuer is not a field; is it misspelt"),
    (STAFF, {"roles": "{}"}, "roles and claims.roles must be given"),
    (STAFF, {"roles": '{ boss = "king" }'}, "roles must be a table"),
    (STAFF, {"roles": '{ all = "citizen" }'}, "roles must be a table"),
    (STAFF, {"claims": '{ email = "upn" }'}, "roles and claims.roles"),
    (STAFF, {"claims": '{ roles = "roles" }', "create": "true"}, "claims.email must be given"),
    (STAFF, {"secret_env": '"NOBODYS"'}, "secret_env must lead to a secret"),
    (STAFF, {"secret_env": '"THEIR_SECRET"', "secret_file": '"short"'}, "secret_file or secret_env must be given"),
]


@pytest.mark.parametrize(("table", "change", "said"), WRONG, ids=range(len(WRONG)))
def test_nonsense_names_the_provider_and_the_field(
    tmp_path: Path, table: dict[str, str], change: dict[str, str], said: str
) -> None:
    with pytest.raises(Nonsense) as stopped:
        load(tmp_path, table | change)
    sentence = str(stopped.value)
    assert said in sentence and sentence.endswith((".", "?")) and "\n" not in sentence
    assert sentence.startswith(("Provider '", "The providers' file"))


@pytest.mark.parametrize("written", ["", "x = 1", "provider = 1", "[provider]\nid = 1", "\0", "[[provider]]\n[other]"])
def test_a_file_of_something_else_is_refused(tmp_path: Path, written: str) -> None:
    place = tmp_path / "providers.toml"
    place.write_text(written)
    with pytest.raises(Nonsense, match="^The providers' file"):
        providers.load(place, {})


def test_each_provider_has_an_id_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(Nonsense, match="'mitid': id must not"):
        load(tmp_path, MITID, MITID)
    with pytest.raises(Nonsense, match="A provider without id: id must be"):
        load(tmp_path, {name: value for name, value in MITID.items() if name != "id"})


def privileges(*groups: tuple[str, str]) -> str:
    """A privilege list as KOMBIT's Context Handler sends it."""
    written = '<PrivilegeGroup Scope="{}"><Privilege>{}</Privilege></PrivilegeGroup>'
    listed = "".join(written.format(*group) for group in groups)
    root = '<bpp:PrivilegeList xmlns:bpp="http://itst.dk/oiosaml/basic_privilege_profile">'
    return b64encode(f"<?xml version='1.0' encoding='UTF-8'?>{root}{listed}</bpp:PrivilegeList>".encode()).decode()


OURS, THEIRS = "urn:dk:gov:saml:cvrNumberIdentifier:11111111", "urn:dk:gov:saml:cvrNumberIdentifier:22222222"
JOB = "http://minplan/roles/jobrole/sagsbehandler/1"
BOMB = b64encode(b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>').decode()


@pytest.mark.parametrize(
    ("claimed", "kind"),
    [
        (["caseworker"], "staff"),
        (["caseworker", "lead"], "leader"),  # the first line of the map that fits
        ('["lead", 7]', "leader"),
        ("caseworker", "staff"),
        (privileges((OURS, JOB)), "staff"),
        (privileges((OURS, "http://other/roles/x/1"), (OURS, JOB)), "staff"),
        (privileges((THEIRS, JOB)), None),
        (privileges(), None),
        (BOMB, None),
        (b64encode(b"<x").decode(), None),
        (b64encode(b"<?xml version='1.0' encoding='utf-99'?><x/>").decode(), None),
        ("[" * 5000, None),
        (["Caseworker"], None),
        ([["caseworker"]], None),
        ({"caseworker": True}, None),
        (None, None),
        (True, None),
    ],
)
def test_a_role_that_is_not_named_means_nothing(claimed: Any, kind: str | None) -> None:
    roles = {"lead": "leader", "caseworker": "staff", JOB: "staff"}
    provider = Provider("x", "staff", "", "", "", roles=roles, privilege_scope=OURS, places=Places(roles="r"))
    assert kind_of(provider, {"r": claimed}) == kind


def test_a_claim_is_found_by_its_whole_name_or_by_a_path() -> None:
    uri = "https://data.gov.dk/concept/core/nsis/loa"
    claims = {uri: "Substantial", "realm": {"roles": ["a"]}, "sub": " x ", "flat": "y"}
    assert text_at(claims, uri) == "Substantial"
    assert value_at(claims, "realm.roles") == ["a"]
    assert (text_at(claims, "sub"), text_at(claims, "realm.roles"), text_at(claims, "")) == ("x", "", "")
    assert value_at(claims, "flat.further") is None


def test_an_id_of_several_claims_needs_each_and_cannot_be_read_as_another() -> None:
    provider = Provider("x", "staff", "", "", "", places=Places(user=("tid", "oid")))
    assert user_of(provider, {"tid": "a", "oid": "b"}) == "a|b"
    for claims in ({"tid": "a"}, {"tid": "a|", "oid": "b"}, {"tid": "a", "oid": 7}, {"tid": "a", "oid": "b" * 300}):
        assert user_of(provider, claims) == ""


@pytest.mark.parametrize("page", ["README.md", "docs/sign-in.md"])
def test_what_the_documentation_shows_can_be_used(tmp_path: Path, page: str) -> None:
    shown = Path(__file__).parents[2].joinpath(page).read_text("utf-8").partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "mitid-key.pem").write_bytes(CURVE)
    (tmp_path / "providers.toml").write_text(shown)
    found = providers.load(tmp_path / "providers.toml", {"STAFF_CLIENT_SECRET": "x" * 20})
    assert [provider.kind for provider in found] == ["citizen", "staff"]
