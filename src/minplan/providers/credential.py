"""What this house shows a provider to prove itself: a private key, or a secret that stands in no configuration."""

from collections.abc import Mapping
from pathlib import Path

from minplan.providers.nonsense import Nonsense
from minplan.providers.provider import KEY
from minplan.providers.signing_key import signing_key

SHORTEST = 16  # characters of a secret


def credential(auth: str, named: Mapping[str, str], folder: Path, environ: Mapping[str, str]) -> str:
    """The key or secret, from the one place that is named; paths begin at the file's own folder. Raises Nonsense."""
    fields = ("key_file",) if auth == KEY else ("secret_file", "secret_env")
    given = [field for field in named if named[field]]
    if len(given) != 1 or given[0] not in fields:
        raise Nonsense(f"{' or '.join(fields)} must be given for {auth}, and nothing else.")
    field = given[0]
    found = environ.get(named[field], "") if field == "secret_env" else _kept(field, folder / named[field])
    if auth == KEY:
        signing_key(found)
    if auth != KEY and len(found) < SHORTEST:
        raise Nonsense(f"{field} must lead to a secret of at least {SHORTEST} characters.")
    return found


def _kept(field: str, place: Path) -> str:
    try:
        return place.read_text("utf-8").strip()
    except (OSError, ValueError):
        raise Nonsense(f"{field} must be a file that can be read, and {place} is not.") from None
