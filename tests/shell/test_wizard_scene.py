"""The wizard inside the window: every answer is kept at once, and a disk that refuses is said without losing one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.shell import session as sessions
from app.shell.desk import Desk
from app.shell.unlock import Unlock
from app.shell.window import MainWindow
from app.shell.wizard_scene import WizardScene
from app.wizard.answers import answer
from app.wizard.page_inputs.words import LineInput
from app.wizard.page_question import QuestionView
from database.errors import NoSpace
from tests.shell.worlds import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def begun(window: Callable[[], MainWindow], vault_place: Path, qtbot: QtBot) -> MainWindow:
    """Return the window with an empty vault open: the first question is on the screen."""
    shown = window()
    assert vault_place.exists()
    assert shown.door is not None
    unlock(shown, qtbot)
    return shown


def unlock(shown: MainWindow, qtbot: QtBot) -> None:
    door = shown.door
    assert isinstance(door, Unlock)
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    QTest.keyClick(door.passphrase.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.door is None, timeout=20_000)


def scene_of(window: MainWindow) -> WizardScene:
    scene = window.centralWidget()
    assert isinstance(scene, WizardScene)
    return scene


def type_name(window: MainWindow, name: str) -> None:
    view = scene_of(window).wizard.view
    assert isinstance(view, QuestionView)
    assert isinstance(view.input, LineInput)
    QTest.keyClicks(view.input.field.edit, name)


def test_without_an_assessment_the_questions_begin(begun: MainWindow) -> None:
    assert not scene_of(begun).top.back.isVisible()
    assert scene_of(begun).wizard.answers.values == {}


def test_every_key_is_kept_at_once_and_the_bar_says_when(begun: MainWindow) -> None:
    type_name(begun, "Muster")
    assert begun.session is not None
    assert begun.session.company == "Muster"
    assert "15:32" in scene_of(begun).top.saved.words.text() or "14:32" in scene_of(begun).top.saved.words.text()
    assert scene_of(begun).top.company.text() == "Muster"


def test_a_change_of_language_keeps_the_question_and_what_was_typed(begun: MainWindow) -> None:
    type_name(begun, "Muster")
    begun.speak("en")
    view = scene_of(begun).wizard.view
    assert isinstance(view, QuestionView)
    assert view.question.id == "company"
    assert isinstance(view.input, LineInput)
    assert view.input.field.text() == "Muster"


def test_locking_in_the_middle_goes_on_at_the_same_question(begun: MainWindow, qtbot: QtBot) -> None:
    type_name(begun, "Muster")
    scene_of(begun).wizard.foot.next.click()
    begun.lock()
    unlock(begun, qtbot)
    view = scene_of(begun).wizard.view
    assert isinstance(view, QuestionView)
    assert view.question.id == "legal_form"


def test_a_full_disk_is_said_and_the_answer_stays(begun: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise NoSpace(None)

    monkeypatch.setattr(sessions, "begin_draft", full)
    type_name(begun, "Muster")
    scene = scene_of(begun)
    assert scene.trouble.isVisible()
    assert begun.session is not None
    assert begun.session.company == "Muster"
    monkeypatch.undo()
    type_name(begun, " GmbH")
    assert not scene.trouble.isVisible()
    assert begun.session.saved_at is not None


def test_an_assessment_that_cannot_be_recorded_keeps_the_wizard_open(
    demo_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert demo_window.session is not None
    demo_window.session.keep(answer(demo_window.session.answers, "company", "Anders GmbH"))
    demo_window.open_page("wizard")

    def full(*_: object, **__: object) -> None:
        raise NoSpace(None)

    monkeypatch.setattr(sessions, "record_assessment", full)
    scene_of(demo_window).top.back.click()
    assert not scene_of(demo_window).trouble.isHidden()
    monkeypatch.undo()
    scene_of(demo_window).top.back.click()
    assert isinstance(demo_window.centralWidget(), Desk)


def test_the_way_back_leads_to_the_result(demo_window: MainWindow) -> None:
    demo_window.open_page("wizard")
    scene_of(demo_window).top.back.click()
    assert isinstance(demo_window.centralWidget(), Desk)
