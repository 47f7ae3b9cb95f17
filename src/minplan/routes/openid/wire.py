"""Asking a provider over the wire: never for long, never for much, and nobody but the one who was asked."""

import json
import re
from ipaddress import ip_address
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from authlib.integrations.requests_client import OAuth2Session
from requests import PreparedRequest, RequestException, Response, Timeout
from urllib3.exceptions import HTTPError

PATIENCE = 5  # seconds for one read
LONGEST = 10  # seconds for a whole answer
MOST = 1_000_000  # bytes
CHUNK = 16_384


class Unsound(RequestException, ValueError):
    """An answer that is none: it sends elsewhere, is too long, or is no JSON object."""


class Direct(OAuth2Session):
    """A session whose every answer is one JSON object from the very address that was asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"default_timeout": PATIENCE})

    def send(self, request: PreparedRequest, **kwargs: Any) -> Response:
        # A provider on this very machine is not asked through the machine's proxy.
        proxies = {} if is_here(request.url or "") else kwargs.get("proxies")
        asked = kwargs | {"allow_redirects": False, "stream": True, "proxies": proxies}
        answer = super().send(request, **asked)
        try:
            return _whole(answer)
        finally:
            answer.close()


def _whole(answer: Response) -> Response:
    if 300 <= answer.status_code < 400:
        raise Unsound("sends elsewhere")
    answer._content = _read(answer, monotonic() + LONGEST)
    try:
        read = json.loads(answer.content)
    except (ValueError, RecursionError):
        read = None
    # Who is busy or broken may say so in any words.
    if not isinstance(read, dict) and answer.status_code < 500:
        raise Unsound("no JSON object")
    return answer


def _read(answer: Response, until: float) -> bytes:
    """The body; a provider that gives it drop by drop is given up."""
    read = b""
    try:
        while part := answer.raw.read1(CHUNK, decode_content=True):
            read += part
            if len(read) > MOST:
                raise Unsound("too much")
            if monotonic() > until:
                raise Timeout("too slow")
    except (HTTPError, OSError) as error:
        raise error if isinstance(error, RequestException) else RequestException(type(error).__name__) from None
    return read


def is_here(address: str) -> bool:
    """Whether an address, in any of its spellings, is on this very machine."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        found = ip_address(host)
    except ValueError:
        return _is_number(host)
    mapped = getattr(found, "ipv4_mapped", None) or found
    return mapped.is_loopback or mapped.is_unspecified


def _is_number(host: str) -> bool:
    """What is no address to us may be one to the resolver: 127.1, 2130706433, 0x7f000001."""
    return bool(host) and re.fullmatch(r"(0x[0-9a-f]+|\d+)", host.rpartition(".")[2]) is not None
