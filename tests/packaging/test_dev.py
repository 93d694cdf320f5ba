"""`dev.py` on machines that are not up to it: a sentence each time, never a traceback."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

from workbench.environment import reason
from workbench.places import ROOT

DEV = ROOT / "dev.py"


def test_an_old_python_gets_one_sentence() -> None:
    pretend = f"import sys, runpy; sys.version_info = (3, 10, 4); runpy.run_path({str(DEV)!r}, run_name='__main__')"
    done = ran([sys.executable, "-c", pretend])
    assert done.returncode == 1
    assert done.stderr.startswith("Nachweis needs Python 3.11 or newer; this is Python 3.10. ")
    assert done.stderr.count("\n") == 1


def test_an_old_python_can_read_that_sentence() -> None:
    ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 4))


def test_packages_out_of_reach_are_one_sentence_and_a_log(tmp_path: Path) -> None:
    for name in ("dev.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "packaging", tmp_path / "packaging")
    done = ran([sys.executable, str(tmp_path / "dev.py"), "setup"], PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert done.returncode == 1
    assert done.stderr.startswith("The packages could not be installed: a package is not to be had for this system")
    assert done.stderr.count("\n") == 1
    assert (tmp_path / ".venv" / "setup.log").is_file()


def test_the_log_of_pip_is_read_for_its_reason() -> None:
    assert reason("NewConnectionError: Temporary failure") == "the package index could not be reached"
    assert reason("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES").endswith("(its checksum differs)")
    assert reason("OSError: [Errno 28] No space left on device") == "the disk is full"
    assert reason("something nobody has seen yet") == "pip gave up"


def test_an_unknown_command_is_explained() -> None:
    done = ran([sys.executable, str(DEV), "fly"])
    assert done.returncode == 2
    assert "invalid choice" in done.stderr


def ran(command: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command and return what it said."""
    environment = {**os.environ, **variables}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603 - own script
