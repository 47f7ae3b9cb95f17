"""What a command of minplan says: its exit code, standard output and standard error."""

from collections.abc import Callable

import pytest

from minplan.cli import main

Said = Callable[..., tuple[int, str, str]]


def saying(capsys: pytest.CaptureFixture[str], *first: str) -> Said:
    """Run the command that begins with these words and goes on with those it is given."""

    def run(*words: str) -> tuple[int, str, str]:
        code = main([*first, *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run
