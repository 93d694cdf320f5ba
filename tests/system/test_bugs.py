"""A bug is shown and noted, in whatever thread it happens; what it was about is for a terminal only."""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.system import bugs, log

CANARY = "Kanarienvogel-88d1"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for module, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    bugs.listen()
    yield log.start(tmp_path / "log")
    log.stop()


def _look_up() -> None:
    raise LookupError(CANARY)


def _fail() -> None:
    try:
        _look_up()
    except LookupError as cause:
        raise ValueError(f"because of {CANARY}") from cause


def _fail_anew() -> None:
    try:
        _look_up()
    except LookupError:
        raise ValueError(CANARY) from None


def _fail_together() -> None:
    raise ExceptionGroup(CANARY, [ValueError(CANARY), LookupError(CANARY)])


def _loudly(fail: Callable[[], None]) -> None:
    try:
        fail()
    except Exception as error:  # noqa: BLE001 - whatever it is
        sys.excepthook(type(error), error, error.__traceback__)


class Failing:
    def __del__(self) -> None:  # noqa: D105 - its name says it
        _fail()


def _in_a_thread() -> None:
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()


def _while_something_is_dropped() -> None:
    Failing()


@pytest.mark.parametrize("happening", [lambda: _loudly(_fail), _in_a_thread, _while_something_is_dropped])
def test_a_bug_is_shown_by_kind_and_place_where_standard_error_may_be_a_file(
    noted: Path, capsys: pytest.CaptureFixture[str], happening: Callable[[], None]
) -> None:
    happening()
    said = capsys.readouterr().err
    assert said.index("LookupError: ") < said.index("ValueError: ")
    assert "test_bugs.py" in said
    assert "in _fail" in said
    assert CANARY not in said
    assert "program.bug kind=ValueError where=" in noted.read_text(encoding="utf-8")
    assert CANARY not in noted.read_text(encoding="utf-8")


def test_somebody_at_a_terminal_reads_the_message(noted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    _loudly(_fail)
    assert f"ValueError: because of {CANARY}" in terminal.getvalue()
    assert CANARY not in noted.read_text(encoding="utf-8")


def test_a_program_without_standard_error_notes_its_bugs(noted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    _loudly(_fail)
    assert "program.bug kind=ValueError" in noted.read_text(encoding="utf-8")


@pytest.mark.usefixtures("noted")
def test_several_bugs_at_once_are_all_shown(capsys: pytest.CaptureFixture[str]) -> None:
    _loudly(_fail_together)
    said = capsys.readouterr().err
    assert [kind for kind in ("ExceptionGroup: ", "ValueError: ", "LookupError: ") if kind not in said] == []
    assert CANARY not in said


@pytest.mark.usefixtures("noted")
def test_an_error_that_was_put_aside_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    _loudly(_fail_anew)
    assert "LookupError: " not in capsys.readouterr().err
