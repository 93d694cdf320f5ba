"""The idle time: what counts as somebody being there, what the clocks may do, and when it is too late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.shell.watch.idle import TICK, IdleWatch

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Clocks:
    """Two clocks that move when they are told to."""

    def __init__(self) -> None:
        self.monotonic, self.wall = 1000.0, datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
        self.limit = 10

    def pass_by(self, seconds: float, *, wall: float | None = None) -> None:
        self.monotonic += seconds
        self.wall += timedelta(seconds=seconds if wall is None else wall)


class Heard:
    """What a watch has said."""

    def __init__(self, clocks: Clocks) -> None:
        self.clocks = clocks
        self.said: list[str] = []
        self.watch = IdleWatch(lambda: clocks.monotonic, lambda: clocks.wall, lambda: clocks.limit)
        self.watch.due.connect(lambda: self.said.append("due"))
        self.watch.soon.connect(lambda soon: self.said.append("soon" if soon else "back"))

    def wait(self, seconds: float) -> list[str]:
        """Let time pass as it does, one look after the other, and return what was said meanwhile."""
        before = len(self.said)
        while seconds > 0:
            step = min(seconds, 30.0)
            self.clocks.pass_by(step)
            self.watch.look()
            seconds -= step
        return self.said[before:]


@pytest.fixture
def heard(qapp: QApplication) -> Iterator[Heard]:
    del qapp
    made = Heard(Clocks())
    yield made
    made.watch.deleteLater()


@pytest.fixture
def field(heard: Heard, qtbot: QtBot) -> Iterator[QLineEdit]:
    """Return a field of a window that the watch listens to."""
    window = QWidget()
    made = QLineEdit(window)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    heard.watch.look()
    yield made
    window.close()


def test_after_the_limit_it_is_due_once(heard: Heard) -> None:
    assert heard.wait(539) == []
    assert heard.wait(2) == ["soon"]
    assert heard.wait(58) == []
    assert heard.wait(2) == ["due"]
    assert heard.wait(3600) == []


def test_the_warning_of_a_short_limit_comes_after_half_of_it(heard: Heard) -> None:
    heard.clocks.limit = 1
    assert heard.wait(29) == []
    assert heard.wait(2) == ["soon"]
    assert heard.wait(30) == ["due"]


def test_never_is_never(heard: Heard) -> None:
    heard.clocks.limit = 0
    assert heard.wait(100_000) == []


def test_a_key_a_click_and_the_wheel_begin_the_time_anew(heard: Heard, field: QLineEdit) -> None:
    window = field.window().windowHandle()
    assert window is not None
    wheel = QWheelEvent(
        QPointF(), QPointF(), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    for touch in (
        lambda: QTest.keyClick(window, Qt.Key.Key_A),
        lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton),
        lambda: QApplication.sendEvent(window, wheel),
    ):
        assert heard.wait(590) == ["soon"]
        touch()
        assert heard.wait(0.1) == []
        assert heard.said[-1] == "back"
    assert heard.wait(539) == []


def test_a_mouse_that_moves_is_somebody_and_one_that_does_not_is_nobody(heard: Heard, field: QLineEdit) -> None:
    window = field.window().windowHandle()
    assert window is not None
    QTest.mouseMove(window, QPoint(5, 5))
    assert heard.wait(590) == ["soon"]
    QTest.mouseMove(window, QPoint(5, 5))
    assert heard.said[-1] == "soon"
    QTest.mouseMove(window, QPoint(6, 5))
    assert heard.said[-1] == "back"


def test_what_happens_inside_the_program_is_nobody(heard: Heard, field: QLineEdit) -> None:
    assert heard.wait(590) == ["soon"]
    field.setText("by itself")
    field.window().resize(300, 200)
    QApplication.sendEvent(field, QEvent(QEvent.Type.Enter))
    QApplication.processEvents()
    assert heard.wait(20) == ["due"]


def test_a_dialog_is_part_of_the_program(heard: Heard, field: QLineEdit, qtbot: QtBot) -> None:
    dialog = QDialog(field.window())
    qtbot.addWidget(dialog)
    inside = QLineEdit(dialog)
    dialog.open()
    inside.setFocus()
    qtbot.waitUntil(inside.hasFocus)
    heard.wait(590)
    window = dialog.windowHandle()
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_A)
    assert inside.text() == "a"
    assert heard.said == ["soon", "back"]


def test_a_machine_that_slept_with_its_monotonic_clock_standing_still_locks_as_it_wakes_up(heard: Heard) -> None:
    heard.wait(10)
    heard.clocks.pass_by(0.5, wall=8 * 3600)
    heard.watch.look()
    assert heard.said == ["due"]


def test_a_machine_that_slept_locks_even_if_the_limit_is_never(heard: Heard) -> None:
    heard.clocks.limit = 0
    heard.clocks.pass_by(200)
    heard.watch.look()
    assert heard.said == ["due"]


def test_the_first_key_after_a_sleep_comes_too_late_and_reaches_nobody(heard: Heard, field: QLineEdit) -> None:
    window = field.window().windowHandle()
    assert window is not None
    heard.clocks.pass_by(0, wall=8 * 3600)
    QTest.keyPress(window, Qt.Key.Key_A)
    assert (heard.said, field.text()) == (["due"], "")
    QTest.keyRelease(window, Qt.Key.Key_A)
    QTest.keyClick(window, Qt.Key.Key_B)
    assert (heard.said, field.text()) == (["due"], "b")


def test_a_wall_clock_that_is_set_back_keeps_nothing_open(heard: Heard) -> None:
    heard.clocks.pass_by(1, wall=-24 * 3600)
    heard.watch.look()
    assert heard.wait(598) == ["soon"]
    assert heard.wait(3) == ["due"]


def test_the_timer_looks_by_itself(heard: Heard, qtbot: QtBot) -> None:
    heard.clocks.pass_by(3600)
    qtbot.waitUntil(lambda: heard.said == ["due"], timeout=4 * TICK)


@given(
    st.lists(st.tuples(st.floats(0, 119), st.floats(-90_000, 119), st.booleans()), max_size=30),
    st.sampled_from([1, 10]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_nothing_the_clocks_do_keeps_it_open_longer_than_the_limit(
    qapp: QApplication, steps: list[tuple[float, float, bool]], limit: int
) -> None:
    del qapp
    heard = Heard(Clocks())
    heard.clocks.limit = limit
    idle = 0.0
    for monotonic, wall, touched in steps:
        heard.clocks.pass_by(monotonic, wall=wall)
        idle += monotonic
        if touched:
            late = heard.watch.touch()
        else:
            late = False
            heard.watch.look()
        assert idle < limit * 60 or "due" in heard.said
        assert not late or "due" in heard.said
        if touched and not late:
            idle, heard.said = 0.0, []
    heard.watch.deleteLater()
