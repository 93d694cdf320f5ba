"""What every kind of field has in common: an answer if there is one, words about what is wrong, and what was typed.

A page never asks which kind of field it shows. What was typed but is no answer (yet) is handed out as well, so
that it is still there when somebody comes back to the question.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.language import Language
from app.core.text import Text
from app.ui.fields import HintLine
from app.wizard.answers import Answers
from app.wizard.question import Question
from app.wizard.values import Value

NOT_UNDERSTOOD = Text("Please correct what we do not understand.")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the answer so far, what was typed besides, the language to ask it in, and the other answers."""

    question: Question
    value: Value | None
    typed: object
    language: Language
    answers: Answers

    @property
    def name(self) -> str:
        """Return what a screen reader calls the field."""
        return self.language.say(self.question.title)


class Input(QWidget):
    """The field or fields of one question; `changed` follows the answer, `noted` what is typed besides."""

    changed = Signal()
    noted = Signal()

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        self.hint = HintLine()
        self.hint.hide()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)

    def add(self, *parts: QWidget) -> None:
        """Put parts below each other; the line that says what is wrong comes last."""
        for part in parts:
            self.body.addWidget(part)
        self.body.addWidget(self.hint)

    def value(self) -> Value:
        """Return the answer as far as it goes; it may be none yet, or less than what was typed."""
        raise NotImplementedError

    def obstacle(self) -> Text | None:
        """Return what is typed besides the answer and cannot be understood, so that one cannot go on."""
        return None

    def typed(self) -> object:
        """Return what has to be put back later besides the answer."""
        return None

    def troubled(self) -> QWidget:
        """Return where the keyboard belongs when one cannot go on."""
        return self

    def show_fault(self, reason: str) -> None:
        """Say why this is no answer; nothing takes the sentence away."""
        self.hint.say(reason, "error")
        self.hint.setVisible(bool(reason))
        self.setAccessibleDescription(reason)
