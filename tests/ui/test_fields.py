"""Fields: how the input was understood stands below, and an error says why."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.core.language import Language
from app.ui.fields import NumberField, Reading, TextArea, TextField
from app.ui.passphrase import PassphraseField
from app.ui.search import SearchField
from tests.ui.conftest import Stage
from tests.ui.samples import column, number


def test_a_number_shows_how_it_was_understood(stage: Stage, qtbot: QtBot) -> None:
    field = NumberField("Geschäftsjahr 2025", number, unit="Vollzeitstellen")
    stage(field)
    with qtbot.waitSignal(field.value_changed):
        QTest.keyClicks(field.edit, "60")
    assert field.value == Decimal(60)
    assert field.hint.text == "verstanden als 60,0"


def test_what_is_not_understood_is_marked_and_the_reason_spoken(stage: Stage) -> None:
    field = NumberField("Geschäftsjahr 2025", number)
    stage(field)
    QTest.keyClicks(field.edit, "viele")
    assert field.value is None
    assert field.edit.property("state") == "error"
    assert field.hint.text == field.edit.accessibleDescription() == "Das ist keine Zahl."
    field.edit.clear()
    assert field.edit.property("state") == ""
    assert field.hint.text.strip() == ""


def test_the_label_belongs_to_its_field(stage: Stage) -> None:
    field = TextField("Name der Gesellschaft", hint="Wie im Handelsregister")
    stage(field)
    assert field.caption.buddy() is field.edit
    assert field.edit.accessibleName() == "Name der Gesellschaft"
    assert field.edit.accessibleDescription() == "Wie im Handelsregister"
    assert field.focusProxy() is field.edit


def test_an_error_goes_away_with_the_next_letter(stage: Stage) -> None:
    field = TextField("Name", hint="Wie im Handelsregister")
    stage(field)
    field.show_error("Der Name fehlt.")
    assert field.hint.text == "Der Name fehlt."
    QTest.keyClicks(field.edit, "M")
    assert field.hint.text == "Wie im Handelsregister"


def test_enter_in_a_field_is_announced(stage: Stage, qtbot: QtBot) -> None:
    field = TextField("Name")
    stage(field)
    with qtbot.waitSignal(field.committed):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)


def test_tab_leaves_a_field_of_several_lines(stage: Stage, qtbot: QtBot) -> None:
    field, after = TextArea("Notiz", hint="Nur für Sie"), TextField("Danach")
    stage(column(field, after))
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(field.edit, "eins")
    QTest.keyClick(field.edit, Qt.Key.Key_Tab)
    assert field.text() == "eins"
    assert after.edit.hasFocus()
    field.set_text("<b>")
    assert field.text() == "<b>"


def test_a_passphrase_stays_hidden_until_somebody_asks(stage: Stage, english: Language) -> None:
    field = PassphraseField("Passphrase", english)
    stage(field, 400, 120)
    QTest.keyClicks(field.edit, "korrekt")
    assert field.edit.displayText() == "•" * 7
    QTest.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.edit.displayText() == "korrekt"
    assert field.eye.accessibleName() == "Hide passphrase"
    field.wipe()
    assert field.text() == ""
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password


def test_the_strength_of_a_passphrase_is_said_while_typing(stage: Stage, english: Language) -> None:
    field = PassphraseField("Passphrase", english, judge=lambda text: Reading(text, f"{len(text)} Zeichen", "ok"))
    stage(field)
    QTest.keyClicks(field.edit, "abc")
    assert field.hint.text == "3 Zeichen"


def test_caps_lock_is_noticed_from_what_is_typed(stage: Stage, english: Language) -> None:
    field = PassphraseField("Passphrase", english)
    stage(field)
    QTest.keyClicks(field.edit, "A")
    assert field.hint.text == "Caps Lock is on."
    QTest.keyClicks(field.edit, "a")
    assert field.hint.text.strip() == ""
    QTest.keyClicks(field.edit, "A", Qt.KeyboardModifier.ShiftModifier)
    assert field.hint.text.strip() == ""
    QTest.keyClicks(field.edit, "B")
    QTest.keyClick(field.edit, Qt.Key.Key_CapsLock)
    assert field.hint.text.strip() == ""


def test_a_search_can_be_cleared_by_key_and_by_mouse(stage: Stage, qtbot: QtBot) -> None:
    field = SearchField("Suchen", "Suche leeren")
    stage(field, 300, 40)
    QTest.keyClicks(field, "fernw")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    QTest.keyClicks(field, "cloud")
    with qtbot.waitSignal(field.searched, check_params_cb=lambda text: text == ""):
        QTest.mouseClick(field.clear_button, Qt.MouseButton.LeftButton)


def test_the_arrow_down_leads_from_the_search_to_what_was_found(stage: Stage, qtbot: QtBot) -> None:
    field = SearchField("Suchen", "Suche leeren")
    stage(field, 300, 40)
    with qtbot.waitSignal(field.moved_down):
        QTest.keyClick(field, Qt.Key.Key_Down)
