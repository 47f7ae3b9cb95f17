"""Settings are read once, and nonsense is answered with one clear sentence."""

from dataclasses import replace
from pathlib import Path

import pytest

from minplan import create_app
from minplan.config import ConfigError, read, settings

SECRET, VAULT_KEY = "x" * 32, "v" * 32
PRODUCTION = {"MINPLAN_PRODUCTION": "1", "MINPLAN_VAULT_KEY": VAULT_KEY} | dict.fromkeys(
    ("MINPLAN_SECRET", "MINPLAN_NUMBER_KEY"), SECRET
)


def test_without_any_setting_the_data_lie_in_a_folder_beside() -> None:
    found = read({})
    assert found.data_dir == Path(".data").absolute()
    assert found.database_url == f"sqlite:///{found.data_dir}/minplan.sqlite3"
    assert (found.port, found.answer_days, found.languages) == (8000, 2, ("da", "en", "ar"))
    assert not found.production
    assert not found.demo


def test_what_is_set_is_taken() -> None:
    found = read({"MINPLAN_DATA": "/somewhere", "PORT": "81", "MINPLAN_LANGUAGES": "da, so", "MINPLAN_DEMO": "1"})
    assert found.database_url.startswith("sqlite:////somewhere/")
    assert (found.port, found.languages, found.demo) == (81, ("da", "so"), True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "0"),
        ("PORT", "٣"),
        ("DATABASE_URL", "mysql://somewhere"),
        ("DATABASE_URL", "sqlite://"),
        ("MINPLAN_DEMO", "yes"),
        ("MINPLAN_ANSWER_DAYS", "0"),
        ("MINPLAN_AUTHORITY", "a\nb"),
        ("MINPLAN_JOBNET_URL", "javascript:alert(1)"),
        ("MINPLAN_JOBNET_URL", "http://jobnet.dk"),
        ("MINPLAN_LANGUAGES", "en,ar"),
        ("MINPLAN_NOW", "yesterday"),
        ("MINPLAN_NOW", "9999-12-31"),
        ("MINPLAN_NOW", "0001-01-01T00:00"),
        ("MINPLAN_SECRET", "short"),
        ("MINPLAN_VAULT_KEY", "short"),
        ("MINPLAN_KEYS_URL", "mysql://somewhere"),
        ("MINPLAN_KEYS_URL", "postgresql://[::1/keys"),
        ("MINPLAN_LIVE_MAX", "many"),
        ("THREADS", "0"),
    ],
)
def test_nonsense_is_named_in_one_sentence(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=rf"^{name} must .*\.$"):
        read({name: value})


def test_screens_that_wait_leave_threads_for_pages() -> None:
    assert [read({"THREADS": threads}).live_max for threads in ("100", "32", "16", "1")] == [80, 16, 8, 0]
    assert read({"MINPLAN_LIVE_MAX": "500"}).live_max == 500


def test_a_misspelt_setting_is_not_silently_ignored() -> None:
    with pytest.raises(ConfigError, match="MINPLAN_PRODUCTON is not a setting"):
        read({"MINPLAN_PRODUCTON": "1"})


def test_production_has_no_demo_door_and_needs_a_secret() -> None:
    with pytest.raises(ConfigError, match="MINPLAN_SECRET"):
        read({"MINPLAN_PRODUCTION": "1"})
    with pytest.raises(ConfigError, match="MINPLAN_DEMO"):
        read({"MINPLAN_PRODUCTION": "1", "MINPLAN_SECRET": SECRET, "MINPLAN_DEMO": "1"})
    assert read(PRODUCTION).production


def test_production_hashes_no_number_with_a_key_that_nobody_chose() -> None:
    with pytest.raises(ConfigError, match=r"^MINPLAN_NUMBER_KEY must be set in production.*\.$"):
        read({"MINPLAN_PRODUCTION": "1", "MINPLAN_SECRET": SECRET})
    assert read({}).number_key == ""


def test_what_citizens_keep_is_locked_by_a_key_that_somebody_chose_and_that_lies_apart() -> None:
    with pytest.raises(ConfigError, match=r"^MINPLAN_VAULT_KEY must be set in production.*\.$"):
        read({name: value for name, value in PRODUCTION.items() if name != "MINPLAN_VAULT_KEY"})
    assert read({}).keys_url == f"sqlite:///{read({}).data_dir}/keys/keys.sqlite3" and read({}).vault_key == ""


@pytest.mark.parametrize("other", ["SECRET", "NUMBER_KEY"])
def test_what_citizens_keep_is_locked_by_a_key_that_does_nothing_else(other: str) -> None:
    with pytest.raises(ConfigError, match=r"^MINPLAN_VAULT_KEY must be another one than .*\.$"):
        read(PRODUCTION | {f"MINPLAN_{other}": VAULT_KEY})


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        ("postgresql://host/minplan", "postgresql://host/minplan"),
        ("postgresql://host/minplan", "postgres://other:word@HOST:5432/minplan?sslmode=require"),
        ("postgresql:///minplan?host=/run/postgresql", "postgresql+psycopg://u@/minplan?host=/run/postgresql"),
        ("sqlite:////srv/minplan.sqlite3", "sqlite:////srv/./keys/../minplan.sqlite3"),
    ],
)
def test_the_keys_lie_in_another_database_however_it_is_spelt(data: str, keys: str) -> None:
    with pytest.raises(ConfigError, match=r"^MINPLAN_KEYS_URL must be another database.*\.$"):
        read({"DATABASE_URL": data, "MINPLAN_KEYS_URL": keys})
    apart = data.replace("minplan", "keys")
    assert read({"DATABASE_URL": data, "MINPLAN_KEYS_URL": apart}).keys_url == apart


def test_providers_need_the_public_address_and_are_not_for_the_demo(tmp_path: Path) -> None:
    file = tmp_path / "providers.toml"
    file.write_text("")
    there = {"MINPLAN_PROVIDERS": str(file), "MINPLAN_PUBLIC_URL": "https://minplan.example.dk"}
    there |= {"MINPLAN_VAULT_KEY": VAULT_KEY}
    assert read(there).providers == file
    with pytest.raises(ConfigError, match="MINPLAN_PROVIDERS must be a file"):
        read(there | {"MINPLAN_PROVIDERS": str(tmp_path / "nowhere")})
    with pytest.raises(ConfigError, match="MINPLAN_PUBLIC_URL must be set"):
        read(there | {"MINPLAN_PUBLIC_URL": ""})
    with pytest.raises(ConfigError, match="MINPLAN_VAULT_KEY must be set"):
        read(there | {"MINPLAN_VAULT_KEY": ""})
    with pytest.raises(ConfigError, match="MINPLAN_DEMO"):
        read(there | {"MINPLAN_DEMO": "1"})


def test_nonsense_about_a_provider_stops_the_start(tmp_path: Path) -> None:
    file = tmp_path / "providers.toml"
    file.write_text("[[provider]]\nid = 'mitid'\nkind = 'king'")
    found = replace(settings(), providers=file, public_url="https://minplan.example.dk")
    with pytest.raises(ConfigError, match="^Provider 'mitid': kind must be citizen or staff.$"):
        create_app(found)


@pytest.mark.parametrize("name", ["MINPLAN_API_ISSUER", "MINPLAN_API_AUDIENCE"])
def test_an_issuer_of_tokens_and_for_whom_they_are_go_together(name: str) -> None:
    both = {"MINPLAN_API_ISSUER": "https://idp.example.dk", "MINPLAN_API_AUDIENCE": "https://plan.example.dk/api"}
    assert read(both).api_audience == both["MINPLAN_API_AUDIENCE"]
    slashed = "https://sts.example.dk/tenant/"
    assert read(both | {"MINPLAN_API_ISSUER": slashed}).api_issuer == slashed  # tokens name it to the letter
    with pytest.raises(ConfigError, match="go together"):
        read({name: both[name]})
