"""Write a Python client of the interface for the municipality's own systems, made from its document (docs/sync.md).

It needs the extra: `pip install "minplan[client]"`. What it writes can be installed anywhere: it needs httpx and attrs.
"""

import json
from argparse import ArgumentParser, Namespace
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from minplan.errors import MinplanError

WITHOUT_DATA = True
GENERATOR = "openapi_python_client"


def arguments(parser: ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("folder", type=Path, help="where the client goes; what an earlier one left there is replaced")


def run(args: Namespace) -> None:
    if not find_spec(GENERATOR):
        raise MinplanError('The generator is missing: pip install "minplan[client]"')
    _generate(args.folder)
    print(f"pip install {args.folder}")


def _generate(folder: Path) -> None:
    from openapi_python_client import config, generate

    from minplan.routes.api.document import document

    names = config.ConfigFile(
        project_name_override="minplan-client", package_name_override="minplan_client",
        package_version_override=version("minplan"), post_hooks=[],
    )  # fmt: skip
    with TemporaryDirectory() as place:
        source = Path(place, "openapi.json")
        source.write_text(json.dumps(document().root), "utf-8")
        wanted = config.Config.from_sources(names, config.MetaType.SETUP, source, "utf-8", True, folder)
        left_out = generate(config=wanted)
    if left_out:
        raise MinplanError(f"The generator left something out: {left_out[0].header} {left_out[0].detail}")
