"""Bring the database to the shape this version needs. Asked twice, done once."""

from argparse import ArgumentParser, Namespace

from minplan import db


def arguments(parser: ArgumentParser) -> None:
    """Takes none."""


def run(args: Namespace) -> None:
    db.migrate()
