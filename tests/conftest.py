"""Rules for every test: nothing is skipped on a build machine, and property tests are the same each time there."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

_HOME = {
    "HOME": ".",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "share",
    "XDG_STATE_HOME": "state",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}

ON_BUILD_MACHINE = bool(os.environ.get("CI"))

settings.register_profile("here", deadline=None, database=None)
settings.register_profile("build machine", deadline=None, database=None, derandomize=True)
settings.load_profile("build machine" if ON_BUILD_MACHINE else "here")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Collect no garbage during a test of a window, where a worker might do it, but after it, in this thread."""
    if "qapp" not in getattr(item, "fixturenames", ()):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect(1)
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one: a build machine has everything, so a skip hides something."""
    return _unskipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Do the same for a whole file that wants to be skipped."""
    return _unskipped((yield))


def _unskipped(report: Report) -> Report:
    if ON_BUILD_MACHINE and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"Nothing may be skipped here: {report.longreprtext}"
    return report


@pytest.fixture(autouse=True)
def _nobody_elses_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test a home of its own, so that none can touch the files of whoever runs it."""
    home = tmp_path.with_name(f"{tmp_path.name}-home")
    for variable, folder in _HOME.items():
        monkeypatch.setenv(variable, str(home / folder))
