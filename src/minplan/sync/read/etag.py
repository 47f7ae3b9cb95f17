"""A strong ETag of a resource, from everything that it says. It is keyed: whoever is told it and may not read the
resource tries no values by it at home."""

import hmac

from pydantic import BaseModel

from minplan import config


def etag_of(resource: BaseModel) -> str:
    """The same for the same content, byte for byte, whoever asks and whichever process answers."""
    said = b"etag\x00" + resource.model_dump_json().encode()
    return f'"{hmac.digest(config.settings().number_key.encode(), said, "sha256").hex()[:32]}"'
