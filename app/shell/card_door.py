"""What stands in front of a vault looks like this: a card in the middle, the language above it, two lines below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from app.core.language import Code, Language
from app.core.text import Text
from app.shell.arrange import column, fill, row
from app.shell.gate import Door, speaking
from app.ui.boxes import Box
from app.ui.fonts import scaled
from app.ui.icons import CONTROL, IconLabel
from app.ui.text import label

_CARD, _LEAST, _MOST = 536, 400, 560


class CardDoor(Door):
    """One card on a quiet ground; fill `card.body`."""

    def __init__(self, language: Language, speak: Callable[[Code], None], *, width: int = _CARD) -> None:
        super().__init__()
        self._say = language.say
        self.languages = speaking(language, speak)
        self.footer = label(" ", "small", "ink2", wrap=False)
        self.card = _card(width)
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setWidget(self._ground())
        fill(column(self), page)

    def complete(self, about: Callable[[], str]) -> None:
        """Add version and law."""
        self.footer.show_text(about())

    def _ground(self) -> Box:
        ground = Box("surface", padding=0)
        ground.body.setContentsMargins(32, 24, 32, 20)
        fill(ground.body, row(None, self.languages))
        ground.body.addStretch(1)
        fill(ground.body, row(None, self.card, None))
        ground.body.addStretch(1)
        here = label(self._say(Text("Only on this computer")), "small", "ink2", wrap=False)
        fill(ground.body, row(IconLabel("hard-drive", "ink2", CONTROL), here, None, self.footer, spacing=9))
        return ground


def _card(width: int) -> Box:
    card = Box("vault", padding=48, spacing=0)
    card.body.setContentsMargins(48, 44, 48, 28)
    card.setMinimumWidth(min(scaled(_LEAST), _MOST))
    card.setMaximumWidth(scaled(width))
    policy = card.sizePolicy()
    policy.setHorizontalStretch(100)
    card.setSizePolicy(policy)
    return card
