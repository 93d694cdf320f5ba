"""Draw every piece of the kit, light and dark, to pictures: `python -m tests.ui.gallery OUT_DIR [PLATE…]`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.boxes import Box
from app.ui.theme import Theme
from tests.ui import plates_pieces, plates_screens

PLATES: dict[str, tuple[int, Callable[[], list[QWidget]]]] = {
    "typography": (640, plates_pieces.typography),
    "controls": (720, plates_pieces.controls),
    "fields": (720, plates_pieces.fields),
    "choices": (640, plates_pieces.choices),
    "boxes": (960, plates_pieces.boxes),
    "wizard": (960, plates_screens.wizard),
    "shell": (960, plates_screens.shell),
    "result": (1004, plates_screens.result),
    "empty": (1004, plates_screens.empty),
}


def plate(width: int, parts: list[QWidget]) -> QPixmap:
    """Return a picture of the parts below each other on paper."""
    page = Box("paper", padding=24, spacing=16)
    page.add(*parts)
    page.body.addStretch(1)
    page.setFixedWidth(width)
    page.show()
    for _ in range(4):
        QApplication.processEvents()
    page.setFixedHeight(max(page.heightForWidth(width), page.sizeHint().height(), page.minimumSizeHint().height()))
    QApplication.processEvents()
    picture = page.grab()
    page.close()
    return picture


def main() -> None:
    """Draw all plates, or those named after the folder."""
    folder, *names = sys.argv[1:]
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(application)
    for scheme in ("light", "dark"):
        theme.set_scheme("light" if scheme == "light" else "dark")
        for name in names or PLATES:
            width, parts = PLATES[name]
            plate(width, parts()).save(str(out / f"{name}-{scheme}.png"))


if __name__ == "__main__":
    main()
