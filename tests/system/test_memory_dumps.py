"""A program that crashes leaves no picture of its memory. Who says so is the system, so the system must be Linux."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CANARY = "Kanarienvogel-51c0"

CRASH = f"""
import os, resource, signal
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
{{forbidden}}
kept = "".join(reversed("{CANARY[::-1]}"))
os.kill(os.getpid(), signal.SIGABRT)
"""
FORBIDDEN = "from app.system import memory_dumps; memory_dumps.forbid()"


def _crashed(folder: Path, forbidden: str) -> tuple[bool, list[Path]]:
    """Return whether the system says that it wrote a picture of the memory, and the files that are there now."""
    code = CRASH.format(forbidden=forbidden)
    child = subprocess.Popen([sys.executable, "-c", code], cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)})  # noqa: S603 - own code
    _, status = os.waitpid(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == -signal.SIGABRT
    return os.WCOREDUMP(status), list(folder.iterdir())


def test_a_crash_leaves_no_picture_of_the_memory(tmp_path: Path) -> None:
    assert _crashed(tmp_path, FORBIDDEN) == (False, [])


def test_without_being_forbidden_it_would_leave_one_where_the_machine_allows_it(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - not every system has it

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    into_a_file = Path("/proc/sys/kernel/core_pattern").read_text(encoding="utf-8")[0] not in "|@\n"
    assert _crashed(tmp_path, "")[0] or not into_a_file or most == 0


def test_a_limit_that_is_lower_already_stays() -> None:
    code = f"import resource as r; r.setrlimit(r.RLIMIT_CORE, (0, 0)); {FORBIDDEN}; print(*r.getrlimit(r.RLIMIT_CORE))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603 - own code
    assert done.stdout.split() == ["0", "0"]
