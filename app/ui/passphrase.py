"""The passphrase field: small dots, an eye to look behind them, a warning while Caps Lock is on.

How strong a passphrase is, is judged by a function from outside.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.core.language import Language
from app.core.text import Text
from app.ui.buttons import IconButton
from app.ui.fields import Reading, Size, TextField
from app.ui.fonts import scaled

_DOT = "\u2022"


class PassphraseField(TextField):
    """A text field whose text stays hidden until somebody asks to see it."""

    caps_lock = Signal(bool)

    def __init__(
        self, caption: str, language: Language, *, judge: Callable[[str], Reading] | None = None, size: Size = "control"
    ) -> None:
        super().__init__(caption, size=size)
        self._language, self._judge = language, judge
        self._caps = False
        self.eye = IconButton("eye", language.say(Text("Show passphrase")), tone="ink2", parent=self.edit)
        self.eye.setCheckable(True)
        self.eye.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.eye.toggled.connect(self._reveal)
        self.edit.setTextMargins(0, 0, scaled(32), 0)
        self.edit.installEventFilter(self)
        self.changed.connect(self._say_strength)

    def make_edit(self) -> QLineEdit:
        """Return a field that shows small dots, whatever the system's font makes of them."""
        edit = QLineEdit()
        edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.setStyleSheet(f"lineedit-password-character: {ord(_DOT)}")
        return edit

    def wipe(self) -> None:
        """Forget what was typed."""
        self.eye.setChecked(False)
        self.edit.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the eye in its corner and notice Caps Lock from what is typed."""
        if event.type() is QEvent.Type.Resize:
            self.eye.move(self.edit.width() - self.eye.width() - 6, (self.edit.height() - self.eye.height()) // 2)
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._notice_caps_lock(event)
        return super().eventFilter(watched, event)

    def _notice_caps_lock(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps = False
        elif typed.isalpha() and typed.lower() != typed.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps = typed.isupper() != shifted
        else:
            return
        self.caps_lock.emit(self._caps)
        self._say_strength(self.text())

    def _reveal(self, shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        name = Text("Hide passphrase") if shown else Text("Show passphrase")
        self.eye.rename(self._language.say(name), "eye-off" if shown else "eye")

    def _say_strength(self, text: str) -> None:
        if self._caps:
            self.show_hint(self._language.say(Text("Caps Lock is on.")), "due")
        elif self._judge and text:
            reading = self._judge(text)
            self.show_hint(reading.words, reading.tone)
        else:
            self.show_hint("")
