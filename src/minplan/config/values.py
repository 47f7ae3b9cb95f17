"""What a setting may be. Each reader takes the text of the environment and raises ValueError for what is none."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from os.path import realpath
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

POST = r"smtps?://([^\s/@:]+:[^\s/@]+@)?([a-zA-Z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?/?"
MAILBOX = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+"
HOST = r"([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:]+\])(:[0-9]{1,5})?"
REACHED = r"(mailto:|tel:|https://)[!-~]+"
ADDRESS = r"(https://|http://(127\.0\.0\.1|localhost)\b)[^\s\"'<>]+"  # loopback alone may go without TLS


class ConfigError(Exception):
    """One sentence for whoever starts the server."""


def take(environ: Mapping[str, str], name: str, default: str, parse: Callable[[str], Any], rule: str) -> Any:
    """What is set under `name`, else `default`, as `parse` reads it. ConfigError says the `rule` that it breaks."""
    try:
        return parse(environ.get(name) or default)
    except ValueError:
        raise ConfigError(f"{name} {rule}.") from None


def _check(ok: object, value: Any) -> Any:
    if not ok:
        raise ValueError
    return value


def flag(text: str) -> bool:
    """Yes or no, written as 1 or 0."""
    return bool(_check(text in ("0", "1"), text) == "1")


def number(low: int, high: int) -> Callable[[str], int]:
    """A reader of whole numbers within these limits."""
    return lambda text: int(_check(re.fullmatch(r"[0-9]{1,9}", text) and low <= int(text) <= high, text))


def name(text: str) -> str:
    """A name of one line, 1 to 80 characters."""
    return str(_check(text.isprintable() and 0 < len(text.strip()) <= 80, text.strip()))


def line(text: str) -> str:
    """One line, at most 200 characters, or nothing."""
    return str(_check(not text or (text.isprintable() and len(text) <= 200), text)).strip()


def address(text: str) -> str:
    """An https:// address without its last stroke, or nothing."""
    return issuer(text).rstrip("/")


def issuer(text: str) -> str:
    """An https:// address to the letter, as it stands in tokens, or nothing."""
    return str(_check(not text or re.fullmatch(ADDRESS, text), text))


def matching(pattern: str) -> Callable[[str], str]:
    """A reader of what a pattern matches whole, or of nothing."""
    return lambda text: str(_check(not text or re.fullmatch(pattern, text), text))


def file(text: str) -> Path | None:
    """A file that is there, or nothing."""
    return Path(_check(not text or Path(text).is_file(), text)).absolute() if text else None


def folder(text: str) -> Path | None:
    """A folder that is there, or nothing."""
    return Path(_check(not text or Path(text).is_dir(), text)).absolute() if text else None


def languages(text: str) -> tuple[str, ...]:
    """Codes with commas between, Danish among them."""
    codes = tuple(dict.fromkeys(code.strip() for code in text.split(",")))
    return tuple(_check("da" in codes and all(re.fullmatch(r"[a-z]{2,3}", c) for c in codes), codes))


def web_hosts(text: str) -> tuple[str, ...]:
    """Names of hosts, each with or without a port, with commas between; or nothing."""
    found = tuple(host.strip().lower() for host in text.split(",") if host.strip())
    return tuple(_check(all(re.fullmatch(HOST, host) for host in found), found))


def database(text: str) -> str:
    """An address that `db.open_engine` takes."""
    return str(_check(re.match(r"sqlite:///.|postgres(ql)?(\+psycopg)?://", text) and whereabouts(text), text))


def whereabouts(text: str) -> str:
    """The database that such an address leads to, however it is spelt and whoever asks."""
    found = urlsplit(text)
    if found.scheme == "sqlite":
        return realpath(found.path[1:])
    host = parse_qs(found.query).get("host", [found.netloc.rpartition("@")[2]])[0]
    return host.lower().removesuffix(":5432") + found.path


def long_secret(text: str) -> str:
    """At least 32 characters, or nothing."""
    return str(_check(not text or len(text) >= 32, text))


def moment(text: str) -> str:
    """A day or a time that the calendar of plans has, or nothing."""
    # Plans look years ahead and back: where the calendar ends, days cannot be counted any more.
    return text and str(_check(1950 <= datetime.fromisoformat(text).year < 2150, text))
