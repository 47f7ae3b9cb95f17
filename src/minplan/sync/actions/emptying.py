"""Verb: hear the rest of an answer, so that the connection can be used again, and never more than a little."""

import re
from http.client import HTTPResponse

MOST_READ = 65_536  # bytes of an answer that are listened to
_LINE = 100  # of them for the size of a chunk
_SIZE = re.compile(rb"([0-9a-fA-F]{1,6})[ \t]*(;[^\r\n]*)?\r?\n")


def emptied(response: HTTPResponse) -> None:
    """Read the body, and close the answer where that was all of it. Chunks are measured here: http.client believes
    whatever size a receiver says, also one below nothing, and reads until the receiver ends."""
    if not response.chunked:
        response.read(MOST_READ)
    elif _is_whole(response):
        response.close()


def _is_whole(response: HTTPResponse) -> bool:
    left = MOST_READ
    while left > 0:
        size = _SIZE.fullmatch(response.fp.readline(_LINE))
        if size is None:
            return False
        length = int(size[1], 16)
        if length == 0:
            return response.fp.readline(_LINE) in (b"\r\n", b"\n")  # a trailer is not waited for
        if length > left:
            return False
        left -= _LINE + len(response.fp.read(length + 2))
    return False
