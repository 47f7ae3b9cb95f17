"""Let go of what is past its time; --dry-run only counts it, --table prints every table with its rule."""

from argparse import ArgumentParser, Namespace

from minplan import own_data


def arguments(parser: ArgumentParser) -> None:
    """Whether to count only, or to print the rules."""
    parser.add_argument("--dry-run", action="store_true", help="count what would go, and change nothing")
    parser.add_argument("--table", action="store_true", help="print the rules as they stand in docs/dpia.md")


def run(args: Namespace) -> None:
    if args.table:
        print(own_data.table())
        return
    for name, count in own_data.tidy(args.dry_run).items():
        print(f"{name:12} {count}")
