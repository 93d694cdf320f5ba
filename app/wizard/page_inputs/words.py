"""An answer in words: one line for a name, several for reasons."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from app.core.text import Text
from app.ui.fields import TextArea, TextField
from app.wizard.page_inputs.answering import Asked, Input
from app.wizard.shapes import fault
from app.wizard.values import Value


class LineInput(Input):
    """One line, such as a name."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.field = TextField(asked.name, size="question")
        self.field.caption.hide()
        self.add(self.field)
        self.setFocusProxy(self.field)
        kept = asked.typed if isinstance(asked.typed, str) else asked.value
        self.field.set_text(kept if isinstance(kept, str) else "")
        self.field.changed.connect(lambda _: self.changed.emit())

    def value(self) -> Value:
        """Return the words."""
        return self.field.text()

    def typed(self) -> object:
        """Return the words if they are no answer."""
        return unkept(self.asked, self.field.text())

    def show_fault(self, reason: str) -> None:
        """Say below the field what is wrong."""
        self.field.show_error(reason)


class LinesInput(Input):
    """Several lines, such as reasons."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.area = TextArea(asked.language.say(Text("Your reasons")), lines=7)
        self.add(self.area)
        self.setFocusProxy(self.area)
        kept = asked.typed if isinstance(asked.typed, str) else asked.value
        self.area.set_text(kept if isinstance(kept, str) else "")
        self.area.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.area.changed.connect(lambda _: self.changed.emit())

    def value(self) -> Value:
        """Return the words."""
        return self.area.text()

    def typed(self) -> object:
        """Return the words if they are no answer."""
        return unkept(self.asked, self.area.text())

    def show_fault(self, reason: str) -> None:
        """Say below the field what is wrong."""
        self.area.hint.say(reason, "error" if reason else "plain")


def unkept(asked: Asked, text: str) -> str | None:
    """Return words that cannot be kept as an answer, such as far too many of them."""
    return text if text and fault(asked.question.id, text) else None
