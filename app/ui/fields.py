"""Text fields: the label above, the field, and below it one line that says how the input was understood.

A field knows no grammar. What it makes of the text is decided by a function it is given: that answers with a
`Reading`, a value and the words for it, or no value and the reason why not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.drawing import line_height
from app.ui.fonts import apply_role, scaled
from app.ui.icons import CHIP, IconLabel
from app.ui.text import label, restyle

HintTone = Literal["plain", "understood", "ok", "due", "error"]
Size = Literal["control", "question"]

_HINTS: dict[HintTone, tuple[str | None, str]] = {
    "plain": (None, "ink2"),
    "understood": ("check", "ink2"),
    "ok": ("circle-check", "ok"),
    "due": ("triangle-alert", "due"),
    "error": ("triangle-alert", "breach"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text was understood. No value with words is an error; no value without words is an empty field."""

    value: object | None
    words: str = ""
    tone: HintTone = "understood"


class HintLine(QWidget):
    """One small line below a field, with an icon where it matters. It keeps its place when it is empty."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._icon = IconLabel("check", size=CHIP)
        self._words = label("", "small", "ink2")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.say(text)

    @property
    def text(self) -> str:
        """Return what the line says."""
        return self._words.text()

    def say(self, text: str, tone: HintTone = "plain") -> None:
        """Say this, in this tone; nothing leaves the line empty."""
        icon, ink = _HINTS[tone]
        shown = bool(icon and text)
        self._icon.setVisible(shown)
        if icon:
            self._icon.show_icon(icon, "ok" if tone == "understood" else ink)
        self._words.setProperty("tone", ink)
        restyle(self._words)
        self._words.show_text(text or " ")


class TextField(QWidget):
    """A label, a line of text, and a hint."""

    changed = Signal(str)
    committed = Signal()

    def __init__(self, caption: str, *, hint: str = "", placeholder: str = "", size: Size = "control") -> None:
        super().__init__()
        self._hint_text = hint
        self.edit = self.make_edit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(caption)
        self.edit.setProperty("scale", size)
        apply_role(self.edit, "title" if size == "question" else "body")
        self.caption = label(caption, "strong")
        self.caption.setBuddy(self.edit)
        self.hint = HintLine(hint)
        self.row = QHBoxLayout()
        self.row.setSpacing(10)
        self.row.addWidget(self.edit, 1)
        self._arrange()
        self.edit.textChanged.connect(self._text_changed)
        self.edit.returnPressed.connect(self.committed)

    def make_edit(self) -> QLineEdit:
        """Return the field itself; kinds of fields bring their own."""
        return QLineEdit()

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in, as if it had been typed."""
        self.edit.setText(text)

    def show_error(self, reason: str) -> None:
        """Mark the field and say why; an empty reason takes the mark away."""
        self._mark("error" if reason else "")
        self.hint.say(reason or self._hint_text, "error" if reason else "plain")
        self.edit.setAccessibleDescription(reason or self._hint_text)

    def show_hint(self, text: str, tone: HintTone = "plain") -> None:
        """Say something below the field without marking it."""
        self._mark("")
        self.hint.say(text or self._hint_text, tone if text else "plain")
        self.edit.setAccessibleDescription(text or self._hint_text)

    def _mark(self, state: str) -> None:
        if self.edit.property("state") != state:
            self.edit.setProperty("state", state)
            restyle(self.edit)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.caption)
        column.addLayout(self.row)
        column.addWidget(self.hint)
        self.setFocusProxy(self.edit)
        self.edit.setAccessibleDescription(self._hint_text)

    def _text_changed(self, text: str) -> None:
        self.show_error("")
        self.changed.emit(text)


class ParsedField(TextField):
    """A text field that shows how it was understood, such as a date or a number."""

    value_changed = Signal(object)

    def __init__(
        self, caption: str, parse: Callable[[str], Reading], *, placeholder: str = "", size: Size = "control"
    ) -> None:
        super().__init__(caption, placeholder=placeholder, size=size)
        self._parse = parse
        self._reading = Reading(None)
        self.changed.connect(self._read)

    @property
    def value(self) -> object | None:
        """Return the value, if the text was understood."""
        return self._reading.value

    def read_again(self) -> None:
        """Say anew how the text is understood, because something beside the field has changed."""
        self._show_reading(self.text())

    def _read(self, text: str) -> None:
        self._show_reading(text)
        self.value_changed.emit(self._reading.value)

    def _show_reading(self, text: str) -> None:
        self._reading = self._parse(text)
        understood = self._reading.value is not None
        if understood or not self._reading.words:
            self.show_hint(self._reading.words, self._reading.tone)
        else:
            self.show_error(self._reading.words)


class NumberField(ParsedField):
    """A parsed field for a figure: right-aligned, tabular, its unit beside it."""

    def __init__(
        self, caption: str, parse: Callable[[str], Reading], *, unit: str = "", size: Size = "question"
    ) -> None:
        super().__init__(caption, parse, size=size)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        apply_role(self.edit, "title" if size == "question" else "body", tabular=True)
        if unit:
            self.edit.setFixedWidth(scaled(160))
            self.row.addWidget(label(unit, "body", "ink2", wrap=False))
            self.row.addStretch(1)


class TextArea(QWidget):
    """A label and several lines of text."""

    changed = Signal(str)

    def __init__(self, caption: str, *, hint: str = "", lines: int = 4) -> None:
        super().__init__()
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(caption)
        self.edit.setAccessibleDescription(hint)
        self.edit.setTabChangesFocus(True)
        apply_role(self.edit, "body")
        self.edit.setFixedHeight(lines * line_height("body") + 18)
        caption_label = label(caption, "strong")
        caption_label.setBuddy(self.edit)
        self.hint = HintLine(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (caption_label, self.edit, self.hint):
            column.addWidget(part)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._text_changed)

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text in."""
        self.edit.setPlainText(text)

    def _text_changed(self) -> None:
        self.changed.emit(self.text())
