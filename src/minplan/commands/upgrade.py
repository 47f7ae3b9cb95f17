"""Bring the database to the shape this version needs. Asked twice, done once.

Every server starts with it, so whatever is wrong with a setting is said here, in one sentence.
"""

from argparse import ArgumentParser, Namespace

from minplan import config, db, language, vault

WITHOUT_DATA = True


def arguments(parser: ArgumentParser) -> None:
    """Takes none."""


def run(args: Namespace) -> None:
    language.check(config.settings().languages)
    db.migrate()
    vault.prepare()
