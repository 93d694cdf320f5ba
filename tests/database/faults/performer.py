"""A warm interpreter that carries out deeds in children, each of which may be killed at any moment.

Importing everything takes half a second, a kill a few milliseconds: so this program imports once and forks. Where
there is no fork, it carries out the deed itself, and whoever kills it starts another.

It reads one order a line: the name of a deed, how many steps, a folder. The child says its number and then what it
does; when it is gone, this program says OVER and how it ended.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from pathlib import Path

import database.migrating  # noqa: F401 - so that no child has to: it brings Alembic
from tests.database.faults.deeds import DEEDS
from tests.database.faults.told import TellAloud

OVER = "over"
ENDLESS = 1000
"""So many steps are as many as there are; a child that has done them all still waits to be killed."""


def main() -> None:
    """Carry out orders until there are no more."""
    gc.freeze()
    for order in iter(sys.stdin.readline, ""):
        deed, steps, folder = json.loads(order)
        if hasattr(os, "fork"):
            child = os.fork()
            if child == 0:
                _carry_out(deed, steps, Path(folder))
            _say(f"{OVER} {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}")
        else:
            _carry_out(deed, steps, Path(folder))


def _carry_out(deed: str, steps: int, folder: Path) -> None:
    """Carry out a deed and end without a farewell: what must be on the disk is there already."""
    ending = 1
    try:
        tell = TellAloud(1)
        tell.start()
        DEEDS[deed].perform(folder, tell, steps)
        ending = 0
        if steps >= ENDLESS:
            time.sleep(ENDLESS)
    except BaseException:  # noqa: BLE001 - whoever gave the order reads it
        import traceback  # noqa: PLC0415 - only then

        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(ending)


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main()
