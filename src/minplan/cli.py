"""The `minplan` command. Each subcommand is one file in `commands/`; only the one asked for is imported."""

import os
import sys
from argparse import ArgumentParser
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from minplan import commands
from minplan.config import ConfigError
from minplan.errors import MinplanError

WRONG, UNSET = 1, 2


def main(argv: list[str] | None = None) -> int:
    """Run one subcommand. 0 = done, 1 = it could not be done, 2 = wrong words or settings; what is higher it names."""
    words = sys.argv[1:] if argv is None else argv
    found = (module.name for module in iter_modules(commands.__path__) if not module.name.startswith("_"))
    names = {name.rstrip("_").replace("_", "-"): name for name in found}
    if not words or words[0] not in names:
        print(_help(names))
        return 0 if words in (["--help"], ["-h"]) else UNSET
    command = _load(names[words[0]])
    parser = ArgumentParser(prog=f"minplan {words[0]}", description=command.__doc__)
    command.arguments(parser)
    return _run(command, parser, words[1:])


def _run(command: ModuleType, parser: ArgumentParser, words: list[str]) -> int:
    try:
        args = parser.parse_args(words)  # what a command is for is said without any data
        if not getattr(command, "WITHOUT_DATA", False):
            from minplan import db  # the database's library is large, and some commands need none of it

            db.expect()
        return command.run(args) or 0
    except (ConfigError, MinplanError) as error:
        print(f"minplan: {error}", file=sys.stderr)
        return UNSET if isinstance(error, ConfigError) else WRONG
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read it has seen enough
        return WRONG
    except OSError as error:
        print(f"minplan: {_of_the_disk(error)}", file=sys.stderr)
        return WRONG
    except Exception as error:
        if not _is_from_database(error):
            raise
        reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
        print(f"minplan: the database cannot be used ({reason}); has `minplan upgrade` been run?", file=sys.stderr)
        return WRONG


def _is_from_database(error: Exception) -> bool:
    """Whether the database says no. Most commands never load its library, which gives its errors names of their own."""
    known = sys.modules.get("sqlalchemy.exc")
    return bool(known and isinstance(error, known.DBAPIError) and not isinstance(error, known.IntegrityError))


def _of_the_disk(error: OSError) -> str:
    """A file, a folder or a port that cannot be used, by its name where it has one."""
    reason = (error.strerror or str(error)).lower()
    return f"{error.filename}: {reason}" if error.filename else reason


def _load(module: str) -> ModuleType:
    return import_module(f"{commands.__name__}.{module}")


def _help(names: dict[str, str]) -> str:
    lines = (f"  {name:10} {(_load(module).__doc__ or '').splitlines()[0]}" for name, module in sorted(names.items()))
    return "usage: minplan COMMAND …\n\n" + "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
