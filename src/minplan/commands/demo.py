"""Upgrade, then import the demo's people and plans, their dates moved to today, unless somebody is there already."""

from argparse import ArgumentParser, Namespace

from minplan import access, config, db
from minplan.commands import upgrade

WITHOUT_DATA = True


def arguments(parser: ArgumentParser) -> None:
    """Takes none."""


def run(args: Namespace) -> None:
    if config.settings().production:
        raise config.ConfigError("MINPLAN_PRODUCTION is set, and invented people do not belong there.")
    upgrade.run(args)
    with db.reading() as connection:
        if access.anybody(connection):
            return
    from minplan import exchange  # every start asks, only the first one needs it

    exchange.demo()
