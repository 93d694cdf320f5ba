"""Somebody who uses the wizard with mouse and keyboard, and looks only at what is on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView, QWidget

from app.wizard.answers import Answers
from app.wizard.page import WizardPage

LEFT = Qt.MouseButton.LeftButton
ALT, CONTROL, NONE = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """The page and everything it told the outside."""

    page: WizardPage
    saved: list[Answers]
    finished: list[Answers]
    left: list[bool]

    @property
    def focus(self) -> QWidget:
        """Return where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def title(self) -> str:
        """Return the question in view."""
        labels = self.page.view.findChildren(QLabel)
        return labels[0].text()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.focus, key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text where the keyboard is, letter by letter, whatever the keyboard."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, NONE, letter))

    def enter(self) -> None:
        """Go on."""
        self.key(Qt.Key.Key_Return)

    def back(self) -> None:
        """Go back with Alt and the arrow."""
        self.key(Qt.Key.Key_Left, ALT)

    def click(self, widget: QWidget) -> None:
        """Click into the middle of something that can be seen."""
        assert widget.isVisible(), widget
        self.page.view.ensureWidgetVisible(widget)
        QApplication.processEvents()
        QTest.mouseClick(widget, LEFT, pos=widget.rect().center())
        QApplication.processEvents()

    def press(self, words: str) -> None:
        """Click the button or row with these words, to the letter or at the beginning."""
        self.click(self.button(words))

    def button(self, words: str) -> QAbstractButton:
        """Return the visible button or row with these words."""
        buttons = [button for button in self.page.findChildren(QAbstractButton) if button.isVisible()]
        exact = [button for button in buttons if button.accessibleName() == words]
        begun = [button for button in buttons if button.accessibleName().startswith(words)]
        assert exact or begun, (words, [button.accessibleName() for button in buttons])
        return (exact or begun)[0]

    def field(self, name: str) -> QLineEdit:
        """Return the visible field that a screen reader calls so."""
        fields = [field for field in self.page.findChildren(QLineEdit) if field.isVisible()]
        found = [field for field in fields if field.accessibleName() == name]
        assert found, (name, [field.accessibleName() for field in fields])
        return found[0]

    def click_row(self, view: QListView, row: int) -> None:
        """Click a row of a list."""
        index = view.model().index(row, 0)
        self.page.view.ensureWidgetVisible(view, 0, 0)
        QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
        QApplication.processEvents()

    def words(self) -> str:
        """Return everything that is to be read on the page."""
        QApplication.processEvents()
        labels = [label for label in self.page.findChildren(QLabel) if label.isVisible()]
        return "\n".join(label.accessibleName() or label.text() for label in labels)
