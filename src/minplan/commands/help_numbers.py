"""Print whom people can call who need help now; fails where nobody has checked the numbers for half a year."""

import os
from argparse import ArgumentParser, Namespace

from minplan import clock, config
from minplan.content import help_complaint, help_numbers
from minplan.errors import MinplanError

WITHOUT_DATA = True


def arguments(parser: ArgumentParser) -> None:
    """None."""


def run(args: Namespace) -> None:
    found = help_numbers(config.read(os.environ))
    if found:
        print(f"checked {found.checked}, {found.by}")
        for line in found.lines:
            print(f"  {line.kind:10} {line.phone:16} {line.name}")
    complaint = help_complaint(found, clock.today())
    if complaint:
        raise MinplanError(complaint)
