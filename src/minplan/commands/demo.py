"""Import the demo's people and plans, their dates moved to today. Does nothing where somebody is already."""

from argparse import ArgumentParser, Namespace

from minplan import access, db


def arguments(parser: ArgumentParser) -> None:
    """Takes none."""


def run(args: Namespace) -> None:
    with db.reading() as connection:
        if access.anybody(connection):
            return
    from minplan import exchange  # every start asks, only the first one needs it

    exchange.demo()
