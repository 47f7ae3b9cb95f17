"""Reading the environment, once."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from minplan.config.settings import Settings, sound
from minplan.config.values import (
    MAILBOX,
    POST,
    REACHED,
    ConfigError,
    address,
    database,
    file,
    flag,
    folder,
    issuer,
    languages,
    line,
    long_secret,
    matching,
    moment,
    name,
    number,
    take,
    web_hosts,
)

NAMES = (
    "DATA PRODUCTION DEMO AUTHORITY JOBNET_URL LANGUAGES ANSWER_DAYS SECRET PUBLIC_URL NOW "
    "SHOW_NAMES DPO KEEP_OPENINGS KEEP_NOTICES KEEP_SUPPORTERS KEEP_ENDED "
    "PROXIES SECURITY_CONTACT WAS_URL LOG LIVE_MAX NUMBER_KEY VAULT_KEY KEYS_URL "
    "IDLE_MINUTES LONGEST_HOURS SMTP_URL MAIL_FROM PROVIDERS HELP RIGHTS OFFICIAL_MAIL "
    "KEEP_CHANGES API_ISSUER API_AUDIENCE WEBHOOK_HOSTS"
)
KNOWN = frozenset(f"MINPLAN_{name}" for name in NAMES.split(" "))
KEPT, MONTHS = (0, 1200), "must be a number of months from 0 (kept) to 1200"


@cache
def settings() -> Settings:
    """The settings of this process, with a secret of its own when none was given."""
    found = read(os.environ)
    secret = found.secret or _kept_secret(found.data_dir)
    return replace(
        found, secret=secret, number_key=found.number_key or secret, vault_key=found.vault_key or secret
    )


def read(environ: Mapping[str, str]) -> Settings:
    """Settings from the given environment; touches nothing else. Raises ConfigError."""
    unknown = sorted(n for n in environ if n.startswith("MINPLAN_") and n not in KNOWN and "_TEST_" not in n)
    if unknown:
        raise ConfigError(f"{unknown[0]} is not a setting of minplan; is it misspelt?")
    take(environ, "MINPLAN_NOW", "", moment, "must be a date or a time such as 2026-12-03 or 2026-12-03T10:00")
    data_dir = Path(environ.get("MINPLAN_DATA") or ".data").absolute()
    found = Settings(
        data_dir=data_dir,
        database_url=take(
            environ, "DATABASE_URL", f"sqlite:///{data_dir}/minplan.sqlite3", database,
            "must begin with sqlite:/// and a path, or with postgresql://",
        ),
        port=take(environ, "PORT", "8000", number(1, 65535), "must be a number from 1 to 65535"),
        production=take(environ, "MINPLAN_PRODUCTION", "0", flag, "must be 1 or 0"),
        demo=take(environ, "MINPLAN_DEMO", "0", flag, "must be 1 or 0"),
        authority=take(environ, "MINPLAN_AUTHORITY", "kommunen", name, "must be a name of 1 to 80 characters"),
        jobnet_url=take(environ, "MINPLAN_JOBNET_URL", "https://jobnet.dk", address, "must be an https:// address"),
        languages=take(
            environ, "MINPLAN_LANGUAGES", "da,en,ar", languages,
            "must be language codes with commas between, da among them, such as da,en,ar",
        ),
        answer_days=take(environ, "MINPLAN_ANSWER_DAYS", "2", number(1, 60), "must be a number from 1 to 60"),
        secret=take(environ, "MINPLAN_SECRET", "", long_secret, "must be at least 32 characters"),
        public_url=take(environ, "MINPLAN_PUBLIC_URL", "", address, "must be an https:// address"),
        **_keys(environ, data_dir),
        **_signed_in(environ),
        proxies=take(environ, "MINPLAN_PROXIES", "0", number(0, 9), "must be a number from 0 to 9"),
        security_contact=take(
            environ, "MINPLAN_SECURITY_CONTACT", "", matching(REACHED), "must begin with mailto:, tel: or https://",
        ),
        was_url=take(environ, "MINPLAN_WAS_URL", "", address, "must be an https:// address"),
        log=take(environ, "MINPLAN_LOG", "", matching("info|warning|error"), "must be info, warning or error"),
        **_about_data(environ),
        **_mail(environ),
        live_max=_live_max(environ),
        **_systems(environ),
        **_files(environ),
    )
    return sound(replace(found, log=found.log or ("info" if found.production else "warning")))


def _systems(environ: Mapping[str, str]) -> dict[str, Any]:
    """How the municipality's own systems show who they are, and where they may be told of changes."""
    days = take(environ, "MINPLAN_KEEP_CHANGES", "90", number(7, 1200), "must be a number of days from 7 to 1200")
    hosts = take(environ, "MINPLAN_WEBHOOK_HOSTS", "", web_hosts, "must be names of hosts, with commas between")
    return {
        "keep_changes": days,
        "api_issuer": take(environ, "MINPLAN_API_ISSUER", "", issuer, "must be an https:// address"),
        "api_audience": take(environ, "MINPLAN_API_AUDIENCE", "", line, "must be a line of text"),
        "webhook_hosts": hosts,
    }


def _keys(environ: Mapping[str, str], data_dir: Path) -> dict[str, Any]:
    """What hashes and locks, and where the keys lie that it locks."""
    names = {"number_key": "MINPLAN_NUMBER_KEY", "vault_key": "MINPLAN_VAULT_KEY"}
    kept = f"sqlite:///{data_dir}/keys/keys.sqlite3"
    rule = "must begin with sqlite:/// and a path, or with postgresql://"
    rules = (long_secret, "must be at least 32 characters")
    found = {each: take(environ, name, "", *rules) for each, name in names.items()}
    return found | {"keys_url": take(environ, "MINPLAN_KEYS_URL", kept, database, rule)}


def _files(environ: Mapping[str, str]) -> dict[str, Any]:
    """What is too much for a line: where people sign in, whom they can call, and the municipality's own of rights."""
    named = {"providers": "MINPLAN_PROVIDERS", "help": "MINPLAN_HELP"}
    found = {each: take(environ, name, "", file, "must be a file that is there") for each, name in named.items()}
    return found | {"rights": take(environ, "MINPLAN_RIGHTS", "", folder, "must be a folder that is there")}


def _signed_in(environ: Mapping[str, str]) -> dict[str, Any]:
    """How long somebody is in: without doing anything, and at most."""
    idle = take(environ, "MINPLAN_IDLE_MINUTES", "30", number(2, 720), "must be a number of minutes from 2 to 720")
    longest = take(environ, "MINPLAN_LONGEST_HOURS", "8", number(1, 24), "must be a number of hours from 1 to 24")
    return {"idle": timedelta(minutes=idle), "longest": timedelta(hours=longest)}


def _mail(environ: Mapping[str, str]) -> dict[str, Any]:
    """Where letters go out, from whom, and where those go that are officially the municipality's."""
    server = "must be such as smtp://user:password@mail.example.dk:587"
    return {
        "smtp_url": take(environ, "MINPLAN_SMTP_URL", "", matching(POST), server),
        "mail_from": take(environ, "MINPLAN_MAIL_FROM", "", matching(MAILBOX), "must be one e-mail address"),
        "official_mail": take(environ, "MINPLAN_OFFICIAL_MAIL", "", matching(MAILBOX), "must be one e-mail address"),
    }


def _live_max(environ: Mapping[str, str]) -> int:
    """Each screen that waits holds a thread of the server's, and pages need some that are free."""
    threads = take(environ, "THREADS", "100", number(1, 100_000), "must be a number from 1 to 100000")
    default = str(max(threads - 20, threads // 2))
    return int(take(environ, "MINPLAN_LIVE_MAX", default, number(0, 100_000), "must be a number from 0 to 100000"))


def _about_data(environ: Mapping[str, str]) -> dict[str, Any]:
    """What a municipality decides about what it stores."""
    return {
        "show_names": take(environ, "MINPLAN_SHOW_NAMES", "1", flag, "must be 1 or 0"),
        "dpo": take(environ, "MINPLAN_DPO", "", line, "must be one line of at most 200 characters"),
        "keep_openings": take(environ, "MINPLAN_KEEP_OPENINGS", "24", number(*KEPT), MONTHS),
        "keep_notices": take(environ, "MINPLAN_KEEP_NOTICES", "6", number(*KEPT), MONTHS),
        "keep_supporters": take(environ, "MINPLAN_KEEP_SUPPORTERS", "6", number(*KEPT), MONTHS),
        "keep_ended": take(environ, "MINPLAN_KEEP_ENDED", "0", number(*KEPT), MONTHS),
    }


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
