"""An id number is not kept, whatever name the provider gives it: not in a token for signing out, not as a user id."""

from base64 import b64encode
from typing import Any

import pytest

from minplan.providers import Places, Provider
from minplan.routes.openid.id_number import carried, check_names
from minplan.routes.openid.refused import Refused

STAFF = Provider("ansatte", "staff", "https://i", "c", "client_secret_basic", places=Places(user=("tid", "oid")))
CITIZENS = Provider("mitid", "citizen", "https://i", "c", "client_secret_basic", places=Places(number="ssn"))
USUAL: dict[str, Any] = {
    "sub": "3f0c1b9a-0101-4901-8234-0123456789ab", "iat": 101901234, "exp": 101_90_1534, "name": "Bo", "roles": ["a"],
    "tid": "home", "oid": "7", "sid": "a+b/c=", "phone_number": "+4512345678", "email_verified": True, "org": {"a": 1},
}  # fmt: skip
SCOPE = b'<P><PrivilegeGroup Scope="urn:dk:gov:saml:cprNumberIdentifier:0101901234"/></P>'


def test_what_is_no_id_number_is_kept() -> None:
    assert not carried(STAFF, USUAL)
    check_names(STAFF, USUAL)
    check_names(CITIZENS, USUAL | {"ssn": "0101901234"})


@pytest.mark.parametrize(
    "bent",
    [
        {"cpr": "0101901234"}, {"more": {"deep": [{"ssn": "010190-1234"}]}}, {"010190-1234": True}, {"n": 1101901234},
        {"name": "CPR0101901234"}, {"sub": "cpr_0101901234"}, {"privileges": b64encode(SCOPE).decode()},
    ],
)  # fmt: skip
def test_a_number_anywhere_is_seen(bent: dict[str, Any]) -> None:
    assert carried(STAFF, USUAL | bent)


@pytest.mark.parametrize("name", ["0101901234", "010190-1234", "cpr:0101901234", "CPR0101901234x"])
def test_nobody_is_known_by_their_number(name: str) -> None:
    for provider, where in ((CITIZENS, "sub"), (CITIZENS, "sid"), (STAFF, "oid"), (STAFF, "sub")):
        if provider is STAFF and name.startswith("CPR"):
            continue  # the number beside it says that it is one
        with pytest.raises(Refused):
            check_names(provider, USUAL | {"ssn": "010190-1234", where: name})
