"""The recovery key is shown once, goes to paper, and two of its groups come back before anybody goes on."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.shell.recovery_step import RecoveryStep, SheetDeeds
from app.shell.recovery_typing import recovery_reading, wrong_groups
from app.system.languages import language
from database.credentials import RecoveryKey

KEY = RecoveryKey(bytes(19) + b"\x07")
DEEDS = SheetDeeds(
    make=lambda _progress: b"%PDF", title="Sheet", save=lambda _place, _paper: None, show_outside=lambda _paper: None
)


@pytest.fixture
def step(qtbot: QtBot) -> RecoveryStep:
    made = RecoveryStep(language("en"), KEY, DEEDS, (3, 8))
    qtbot.addWidget(made)
    made.show()
    return made


def test_two_right_groups_are_enough_to_go_on(step: RecoveryStep, qtbot: QtBot) -> None:
    words = KEY.words()
    QTest.keyClicks(step.fields[0].edit, words[2].lower())
    QTest.keyClicks(step.fields[1].edit, f" {words[7]} ")
    with qtbot.waitSignal(step.checked, timeout=1000):
        QTest.mouseClick(step.go_on, Qt.MouseButton.LeftButton)


def test_an_empty_or_another_group_is_named_and_nobody_goes_on(step: RecoveryStep, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(step.checked):
        QTest.mouseClick(step.go_on, Qt.MouseButton.LeftButton)
        assert "type this group" in step.fields[0].hint.text
        QTest.keyClicks(step.fields[0].edit, KEY.words()[0])
        QTest.mouseClick(step.go_on, Qt.MouseButton.LeftButton)
        assert "not the group" in step.fields[0].hint.text


def test_the_key_is_covered_while_it_is_typed_back_and_can_be_seen_again(step: RecoveryStep) -> None:
    QTest.keyClicks(step.fields[1].edit, "1")
    assert {shown.text() for shown in step._shown} == {"•••••"}
    QTest.mouseClick(step.show_again, Qt.MouseButton.LeftButton)
    assert tuple(shown.text() for shown in step._shown) == KEY.words()
    assert not step.fields[1].text()
    assert not step.show_again.isVisible()


def test_it_can_be_put_off(step: RecoveryStep, qtbot: QtBot) -> None:
    with qtbot.waitSignal(step.put_off, timeout=1000):
        QTest.mouseClick(step.later, Qt.MouseButton.LeftButton)


def test_the_sheet_goes_to_the_viewer_and_it_is_said_how_long(step: RecoveryStep, qtbot: QtBot) -> None:
    QTest.mouseClick(step.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "removed when you lock" in step.making.outcome.text, timeout=5000)


@given(st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_gets_an_answer_and_only_a_whole_key_is_one(typed: str) -> None:
    reading = recovery_reading(language("de"))(typed)
    assert reading.value in (None, "")
    assert all(1 <= number <= 8 for number in wrong_groups(typed))
