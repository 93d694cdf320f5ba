"""A small number field inside a grid: no caption and no line below, so it marks itself when it is not understood."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.core.language import Language
from app.ui.fonts import apply_role, scaled
from app.ui.text import restyle
from app.wizard.numbers import Quantity
from app.wizard.page_inputs.figure_field import reader, written

_WIDTH = 84


class FigureCell(QLineEdit):
    """One figure; `content` is what can be put back later in any language."""

    def __init__(self, name: str, quantity: Quantity, language: Language) -> None:
        super().__init__()
        self._quantity, self._language = quantity, language
        self._read = reader(language, quantity)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(scaled(_WIDTH))
        apply_role(self, "body", tabular=True)
        self.textChanged.connect(self._mark)

    @property
    def figure(self) -> Decimal | None:
        """Return the figure, `None` if there is none or it is not understood."""
        value = self._read(self.text()).value
        return value if isinstance(value, Decimal) else None

    @property
    def content(self) -> Decimal | str:
        """Return the figure, or the text if it is none."""
        return self.text() if self.figure is None else self.figure

    def put(self, content: Decimal | str) -> None:
        """Show a figure or a text."""
        text = content if isinstance(content, str) else written(content, self._language, self._quantity)
        sign = self._language.percent(0).removeprefix("0") if self._quantity is Quantity.SHARE else ""
        self.setText(text if isinstance(content, str) else text + sign)

    def _mark(self, text: str) -> None:
        wrong = self.figure is None and bool(text.strip())
        self.setAccessibleDescription(self._read(text).words if wrong else "")
        self.setToolTip(self.accessibleDescription())
        self.setProperty("state", "error" if wrong else "")
        restyle(self)
