"""The demo issuer's key: made at first use, kept beside the data, so that all workers sign with the same one."""

import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from flask import current_app
from joserfc import jwt
from joserfc.jwk import ECKey

ALGORITHM = "ES256"


def sign(claims: dict[str, Any]) -> str:
    """An ID token of these claims."""
    key = _key(_place())
    return jwt.encode({"alg": ALGORITHM, "kid": key.thumbprint()}, claims, key, algorithms=[ALGORITHM])


def public() -> dict[str, Any]:
    """The half that everybody may know."""
    key = _key(_place())
    return {**key.as_dict(private=False), "kid": key.thumbprint(), "use": "sig", "alg": ALGORITHM}


def _place() -> Path:
    return Path(current_app.extensions["minplan"].data_dir, "demo-issuer.pem")


@cache
def _key(place: Path) -> ECKey:
    """Two workers that start at once agree on one key: the link is made by one of them."""
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = place.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_bytes(ECKey.generate_key("P-256").as_pem(private=True))
        with suppress(FileExistsError):
            os.link(fresh, place)
        fresh.unlink()
    return ECKey.import_key(place.read_bytes())
