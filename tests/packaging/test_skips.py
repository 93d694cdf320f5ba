"""On a build machine a skipped test is a failed one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

SKIPPING = "import pytest\ndef test_one() -> None:\n    pytest.skip('not today')\n"
SKIPPED_WHOLE = "import pytest\npytest.importorskip('a_module_that_nobody_has')\n"


@pytest.mark.parametrize("code", [SKIPPING, SKIPPED_WHOLE])
def test_nothing_is_skipped_on_a_build_machine(tmp_path: Path, code: str) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_skipping.py").write_text(code, encoding="utf-8")
    assert ran(tmp_path, CI="") in {0, 5}
    assert ran(tmp_path, CI="true") in {1, 2}


def ran(folder: Path, **variables: str) -> int:
    """Run pytest in a folder of its own and return its exit code."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)]
    environment = {**os.environ, **variables}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False).returncode  # noqa: S603 - own
