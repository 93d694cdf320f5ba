"""One program writes a vault at a time: an operating system's lock on a file beside the register.

The lock dies with the program that holds it, so a crash leaves nothing to clear up. The file itself stays and says
nothing.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import IO

from database.errors import PathProblem, VaultInUse
from database.files import named, take_lock

LOCK = "vault.lock"

_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


def locked(vault: Path) -> IO[bytes]:
    """Return the lock of a vault; closing it lets go.

    Raises VaultInUse if another program holds it, and PathProblem where nothing can be written.
    """
    path = vault / LOCK
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    except OSError as error:
        raise named(error, vault) from error
    file = os.fdopen(handle, "r+b")
    try:
        take_lock(file)
    except OSError as error:
        file.close()
        if error.errno in _HELD:
            raise VaultInUse(vault) from error
        raise PathProblem(vault, "device", "this place knows no locks") from error
    return file
