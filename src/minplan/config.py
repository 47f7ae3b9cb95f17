"""What a municipality may set, read once from the environment. Nonsense raises ConfigError with one clear sentence."""

import os
import re
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any


class ConfigError(Exception):
    """One sentence for whoever starts the server."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting. `secret` is empty until `settings()` has found or made one.

    So is `number_key`, which hashes id numbers: outside production it is the secret, which may change, where no other
    is set. `idle` and `longest` are the two limits of a sign-in. `keep_*` are months, and 0 keeps for good.
    """

    data_dir: Path
    database_url: str
    port: int
    production: bool
    demo: bool
    authority: str
    jobnet_url: str
    languages: tuple[str, ...]
    answer_days: int
    secret: str
    public_url: str
    number_key: str
    idle: timedelta
    longest: timedelta
    proxies: int
    security_contact: str
    was_url: str
    log: str
    show_names: bool
    dpo: str
    keep_openings: int
    keep_notices: int
    keep_supporters: int
    keep_ended: int
    smtp_url: str
    mail_from: str
    providers: Path | None = None

    @property
    def secure(self) -> bool:
        """Whether people come by https, so that cookies and browsers may insist on it."""
        return self.production or self.public_url.startswith("https:")


NAMES = (
    "DATA PRODUCTION DEMO AUTHORITY JOBNET_URL LANGUAGES ANSWER_DAYS SECRET PUBLIC_URL NOW "
    "SHOW_NAMES DPO KEEP_OPENINGS KEEP_NOTICES KEEP_SUPPORTERS KEEP_ENDED "
    "PROXIES SECURITY_CONTACT WAS_URL LOG NUMBER_KEY IDLE_MINUTES LONGEST_HOURS SMTP_URL MAIL_FROM PROVIDERS"
)
KNOWN = frozenset(f"MINPLAN_{name}" for name in NAMES.split(" "))
POST = r"smtps?://([^\s/@:]+:[^\s/@]+@)?([a-zA-Z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?/?"
MAILBOX = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+"
KEPT, MONTHS = (0, 1200), "must be a number of months from 0 (kept) to 1200"
REACHED = r"(mailto:|tel:|https://)[!-~]+"
ADDRESS = r"(https://|http://(127\.0\.0\.1|localhost)\b)[^\s\"'<>]+"  # loopback alone may go without TLS


@cache
def settings() -> Settings:
    """The settings of this process, with a secret of its own when none was given."""
    found = read(os.environ)
    secret = found.secret or _kept_secret(found.data_dir)
    return replace(found, secret=secret, number_key=found.number_key or secret)


def read(environ: Mapping[str, str]) -> Settings:
    """Settings from the given environment; touches nothing else. Raises ConfigError."""
    unknown = sorted(n for n in environ if n.startswith("MINPLAN_") and n not in KNOWN and "_TEST_" not in n)
    if unknown:
        raise ConfigError(f"{unknown[0]} is not a setting of minplan; is it misspelt?")
    _take(environ, "MINPLAN_NOW", "", _moment, "must be a date or a time such as 2026-12-03 or 2026-12-03T10:00")
    data_dir = Path(environ.get("MINPLAN_DATA") or ".data").absolute()
    found = Settings(
        data_dir=data_dir,
        database_url=_take(
            environ, "DATABASE_URL", f"sqlite:///{data_dir}/minplan.sqlite3", _database,
            "must begin with sqlite:/// and a path, or with postgresql://",
        ),
        port=_take(environ, "PORT", "8000", _number(1, 65535), "must be a number from 1 to 65535"),
        production=_take(environ, "MINPLAN_PRODUCTION", "0", _flag, "must be 1 or 0"),
        demo=_take(environ, "MINPLAN_DEMO", "0", _flag, "must be 1 or 0"),
        authority=_take(environ, "MINPLAN_AUTHORITY", "kommunen", _name, "must be a name of 1 to 80 characters"),
        jobnet_url=_take(environ, "MINPLAN_JOBNET_URL", "https://jobnet.dk", _address, "must be an https:// address"),
        languages=_take(
            environ, "MINPLAN_LANGUAGES", "da,en,ar", _languages,
            "must be language codes with commas between, da among them, such as da,en,ar",
        ),
        answer_days=_take(environ, "MINPLAN_ANSWER_DAYS", "2", _number(1, 60), "must be a number from 1 to 60"),
        secret=_take(environ, "MINPLAN_SECRET", "", _secret, "must be at least 32 characters"),
        public_url=_take(environ, "MINPLAN_PUBLIC_URL", "", _address, "must be an https:// address"),
        number_key=_take(environ, "MINPLAN_NUMBER_KEY", "", _secret, "must be at least 32 characters"),
        **_signed_in(environ),
        proxies=_take(environ, "MINPLAN_PROXIES", "0", _number(0, 9), "must be a number from 0 to 9"),
        security_contact=_take(
            environ, "MINPLAN_SECURITY_CONTACT", "", _matching(REACHED), "must begin with mailto:, tel: or https://",
        ),
        was_url=_take(environ, "MINPLAN_WAS_URL", "", _address, "must be an https:// address"),
        log=_take(environ, "MINPLAN_LOG", "", _matching("info|warning|error"), "must be info, warning or error"),
        **_about_data(environ),
        **_mail(environ),
        providers=_take(environ, "MINPLAN_PROVIDERS", "", _file, "must be a file that is there"),
    )
    return _sound(replace(found, log=found.log or ("info" if found.production else "warning")))


def _signed_in(environ: Mapping[str, str]) -> dict[str, Any]:
    """How long somebody is in: without doing anything, and at most."""
    idle = _take(environ, "MINPLAN_IDLE_MINUTES", "30", _number(2, 720), "must be a number of minutes from 2 to 720")
    longest = _take(environ, "MINPLAN_LONGEST_HOURS", "8", _number(1, 24), "must be a number of hours from 1 to 24")
    return {"idle": timedelta(minutes=idle), "longest": timedelta(hours=longest)}


def _mail(environ: Mapping[str, str]) -> dict[str, Any]:
    """Where letters go out, and from whom."""
    server = "must be such as smtp://user:password@mail.example.dk:587"
    return {
        "smtp_url": _take(environ, "MINPLAN_SMTP_URL", "", _matching(POST), server),
        "mail_from": _take(environ, "MINPLAN_MAIL_FROM", "", _matching(MAILBOX), "must be one e-mail address"),
    }


def _about_data(environ: Mapping[str, str]) -> dict[str, Any]:
    """What a municipality decides about what it stores."""
    return {
        "show_names": _take(environ, "MINPLAN_SHOW_NAMES", "1", _flag, "must be 1 or 0"),
        "dpo": _take(environ, "MINPLAN_DPO", "", _line, "must be one line of at most 200 characters"),
        "keep_openings": _take(environ, "MINPLAN_KEEP_OPENINGS", "24", _number(*KEPT), MONTHS),
        "keep_notices": _take(environ, "MINPLAN_KEEP_NOTICES", "6", _number(*KEPT), MONTHS),
        "keep_supporters": _take(environ, "MINPLAN_KEEP_SUPPORTERS", "6", _number(*KEPT), MONTHS),
        "keep_ended": _take(environ, "MINPLAN_KEEP_ENDED", "0", _number(*KEPT), MONTHS),
    }


def _sound(found: Settings) -> Settings:
    if found.production and found.demo:
        raise ConfigError("MINPLAN_DEMO lets anybody in by name and cannot be combined with MINPLAN_PRODUCTION.")
    if found.demo and found.providers:
        raise ConfigError("MINPLAN_DEMO lets anybody in by name and cannot be combined with MINPLAN_PROVIDERS.")
    if found.providers and not found.public_url:
        raise ConfigError("MINPLAN_PUBLIC_URL must be set with MINPLAN_PROVIDERS: providers send people back there.")
    if found.production and not found.secret:
        raise ConfigError("MINPLAN_SECRET must be set in production: at least 32 random characters.")
    if found.production and not found.number_key:
        raise ConfigError(
            "MINPLAN_NUMBER_KEY must be set in production: at least 32 random characters, the same ones for good."
        )
    if found.smtp_url and not (found.mail_from and found.public_url):
        raise ConfigError("MINPLAN_SMTP_URL needs MINPLAN_MAIL_FROM, and MINPLAN_PUBLIC_URL for the link in each mail.")
    return found


def _take(environ: Mapping[str, str], name: str, default: str, parse: Callable[[str], Any], rule: str) -> Any:
    try:
        return parse(environ.get(name) or default)
    except ValueError:
        raise ConfigError(f"{name} {rule}.") from None


def _check(ok: object, value: Any) -> Any:
    if not ok:
        raise ValueError
    return value


def _flag(text: str) -> bool:
    return bool(_check(text in ("0", "1"), text) == "1")


def _number(low: int, high: int) -> Callable[[str], int]:
    return lambda text: int(_check(re.fullmatch(r"[0-9]{1,9}", text) and low <= int(text) <= high, text))


def _name(text: str) -> str:
    return str(_check(text.isprintable() and 0 < len(text.strip()) <= 80, text.strip()))


def _line(text: str) -> str:
    return str(_check(not text or (text.isprintable() and len(text) <= 200), text)).strip()


def _address(text: str) -> str:
    return str(_check(not text or re.fullmatch(ADDRESS, text), text)).rstrip("/")


def _matching(pattern: str) -> Callable[[str], str]:
    return lambda text: str(_check(not text or re.fullmatch(pattern, text), text))


def _file(text: str) -> Path | None:
    return Path(_check(not text or Path(text).is_file(), text)).absolute() if text else None


def _languages(text: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code.strip() for code in text.split(",")))
    return tuple(_check("da" in codes and all(re.fullmatch(r"[a-z]{2,3}", c) for c in codes), codes))


def _database(text: str) -> str:
    return str(_check(re.match(r"sqlite:///.|postgres(ql)?(\+psycopg)?://", text), text))


def _secret(text: str) -> str:
    return str(_check(not text or len(text) >= 32, text))


def _moment(text: str) -> str:
    # Plans look years ahead and back: where the calendar ends, days cannot be counted any more.
    return text and str(_check(1950 <= datetime.fromisoformat(text).year < 2150, text))


def _kept_secret(data_dir: Path) -> str:
    """Made once and kept beside the data, so that a restart signs nobody out. Two starts at once agree on one."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = data_dir / "secret"
    fresh = data_dir / f"secret.{os.getpid()}"
    if not place.exists():
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48), "ascii")
        with suppress(FileExistsError):
            os.link(fresh, place)
        fresh.unlink()
    return place.read_text("ascii")
