"""What is drawn and not written, but must be read aloud all the same.

A bare widget has no role in the accessibility tree and a screen reader may pass over it. A label has: static
text. So everything painted that carries meaning is a label without text, and its accessible name says it.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy


class Painted(QLabel):
    """Something drawn that is spoken by its accessible name."""

    def __init__(self, spoken: str, *, grows: bool = True) -> None:
        super().__init__()
        across = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken)

    def minimumSizeHint(self) -> QSize:
        """Never be lower than the drawing; those that grow may also get narrower."""
        hint = self.sizeHint()
        growing = self.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
        return QSize(0, hint.height()) if growing else hint
