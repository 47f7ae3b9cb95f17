"""Read the settings and say in one sentence what is wrong with them, before a server starts."""

from argparse import ArgumentParser, Namespace

from minplan import config


def arguments(parser: ArgumentParser) -> None:
    """Takes none."""


def run(args: Namespace) -> None:
    config.settings()
