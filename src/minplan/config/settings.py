"""The settings, and which of them go together."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from minplan.config.values import ConfigError, whereabouts


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting. `secret` is empty until `settings()` has found or made one.

    So is `number_key`, which hashes id numbers: outside production it is the secret, which may change, where no other
    is set. So is `vault_key`, under which the keys to what citizens keep are locked away, at `keys_url`.
    `idle` and `longest` are the two limits of a sign-in. `keep_*` are months, and 0 keeps for good.
    `keep_changes` are days. A system may show a token of `api_issuer` for `api_audience`, and is told of changes at
    `webhook_hosts` alone. `live_max` is how many screens a process may keep waiting for news.
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
    vault_key: str
    keys_url: str
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
    live_max: int
    providers: Path | None = None
    help: Path | None = None
    rights: Path | None = None
    official_mail: str = ""
    keep_changes: int = 90
    api_issuer: str = ""
    api_audience: str = ""
    webhook_hosts: tuple[str, ...] = ()

    @property
    def secure(self) -> bool:
        """Whether people come by https, so that cookies and browsers may insist on it."""
        return self.production or self.public_url.startswith("https:")


def sound(found: Settings) -> Settings:
    """The same settings. Raises ConfigError where one contradicts or lacks another."""
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
    if bool(found.api_issuer) != bool(found.api_audience):
        raise ConfigError(
            "MINPLAN_API_ISSUER and MINPLAN_API_AUDIENCE go together: a token for somebody else opens nothing here."
        )
    return _kept_apart(found)


def _kept_apart(found: Settings) -> Settings:
    """What real people keep is locked under a key of its own, and no copy of one thing opens another."""
    real = found.production or found.providers
    if real and not found.vault_key:
        raise ConfigError(
            "MINPLAN_VAULT_KEY must be set in production and with MINPLAN_PROVIDERS: at least 32 random characters, "
            "kept apart from every backup."
        )
    if real and found.vault_key in (found.secret, found.number_key):
        raise ConfigError("MINPLAN_VAULT_KEY must be another one than MINPLAN_SECRET and MINPLAN_NUMBER_KEY.")
    if whereabouts(found.keys_url) == whereabouts(found.database_url):
        raise ConfigError("MINPLAN_KEYS_URL must be another database than DATABASE_URL: a backup of one opens nothing.")
    return found
