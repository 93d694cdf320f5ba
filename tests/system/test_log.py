"""The log says what happened and never what it was about."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.system import log
from database.errors import PathProblem

CANARY = "Kanarienvogel"


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    yield log.start(tmp_path / "log")
    log.stop()


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_an_event_is_one_line_with_its_fields(path: Path) -> None:
    log.note("vault.unlocked", milliseconds=912, language="de", version="0.1.0", platform="linux", python="3.11.7")
    assert _lines(path)[0].endswith(
        "INFO vault.unlocked language=de milliseconds=912 platform=linux python=3.11.7 version=0.1.0"
    )


@given(st.sampled_from(["count", "kind", "language", "platform", "version", "name"]), st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_field_of_any_other_name_or_form_is_a_loud_mistake(path: Path, name: str, value: str) -> None:
    with pytest.raises(ValueError, match="no field of the log"):
        log.note("vault.unlocked", **{name: f"Müller {value}"})
    assert "Müller" not in path.read_text(encoding="utf-8")


def _fail() -> None:
    raise ValueError(CANARY)


def test_an_error_is_noted_by_kind_and_place_and_not_by_what_it_says(path: Path) -> None:
    with pytest.raises(ValueError, match=CANARY) as caught:
        _fail()
    log.trouble("page.failed", caught.value)
    (line,) = _lines(path)
    assert "ERROR page.failed kind=ValueError where=" in line
    assert "where=test_log.py:" in line
    assert ":_fail" in line
    assert CANARY not in line


def test_what_others_log_does_not_get_in(path: Path) -> None:
    logging.getLogger("sqlalchemy").error(CANARY)
    logging.getLogger("nachweis").error(
        "%s", CANARY, extra={"event": CANARY, "allowed": {"kind": f"{CANARY} x", "x": 1}}
    )
    (line,) = _lines(path)
    assert line.endswith("ERROR unnamed.event")


def test_the_log_does_not_grow_for_ever_and_stays_its_owner_s(path: Path) -> None:
    for number in range(20_000):
        log.note("vault.unlocked", count=number)
    files = list(path.parent.iterdir())
    assert len(files) == 5
    assert sum(file.stat().st_size for file in files) <= 1_000_000
    if os.name == "posix":  # Windows inherits the rights of the user's own folder
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_starting_twice_writes_once(path: Path) -> None:
    assert log.start(path.parent) == path
    log.note("vault.locked")
    assert len(_lines(path)) == 1


def test_without_a_log_nothing_is_written_and_nothing_fails() -> None:
    log.note("vault.locked")


def test_a_place_that_cannot_be_written_to_is_a_known_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(PathProblem):
        log.start(tmp_path / "file")
