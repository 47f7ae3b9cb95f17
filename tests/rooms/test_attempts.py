"""A limit holds for all processes together."""

import os
import subprocess
import sys

from sqlalchemy import Engine

from minplan import config

TRY = "from minplan import identity; print([identity.within('lookup', 'Bo', 10, 600) for _ in range(20)].count(True))"


def test_two_processes_count_together(database: Engine) -> None:
    url = database.url.set(drivername=database.dialect.name).render_as_string(hide_password=False)
    settings = {"DATABASE_URL": url, "MINPLAN_SECRET": config.settings().secret, "MINPLAN_NOW": "2026-11-23T09:00"}
    here = os.environ | settings
    trying = [subprocess.Popen([sys.executable, "-c", TRY], env=here, stdout=subprocess.PIPE) for _ in range(2)]
    assert sum(int(each.communicate(timeout=60)[0]) for each in trying) == 10
