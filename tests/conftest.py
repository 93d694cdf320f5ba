"""Rules for every test: nothing is skipped on a build machine, and property tests are the same each time there."""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import TypeVar

import pytest
from hypothesis import settings

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

ON_BUILD_MACHINE = bool(os.environ.get("CI"))

settings.register_profile("here", deadline=None, database=None)
settings.register_profile("build machine", deadline=None, database=None, derandomize=True)
settings.load_profile("build machine" if ON_BUILD_MACHINE else "here")


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
