"""Draw every page and every door to pictures: `python -m tests.shell.gallery OUT [LANGUAGE ...]`.

Each in both languages, light and dark, at 1280 × 720 at 100 % and at 150 %, which leaves 853 × 480 to the page.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from app.core.language import CODES, Code
from app.shell.opening import Entered
from app.shell.section_names import SECTIONS
from app.shell.session import Session, demo_company
from app.shell.surroundings import Surroundings
from app.shell.window import MainWindow
from app.ui.tokens import SCHEMES
from tests.shell.gallery_doors import arrivals, doors
from tests.shell.gallery_vault import own_pages
from tests.shell.worlds import NOW, shared_theme, surroundings_in

SIZES = {"100": (1280, 720), "150": (853, 480)}


def pictures(surroundings: Surroundings, code: Code, size: tuple[int, int]) -> Iterator[tuple[str, QPixmap]]:
    """Yield every screen with its name."""
    surroundings.remembered.change(language=code, vaults=(), window_geometry="")
    window = MainWindow(surroundings)
    window.resize(*size)
    window.show()
    place = surroundings.folders.vaults / f"muster-{code}-{size[0]}.nachweis"
    for name in chain(doors(window, surroundings, place), arrivals(window, place)):
        yield name, taken(window)
    session: Session = demo_company(lambda: NOW)
    window._opened(Entered(session))
    for key in (*SECTIONS, "help/related-law", "help/open-questions", "wizard"):
        window.open_page(key)
        yield key.replace("/", "-"), taken(window)
    window._say_soon(soon=True)
    yield "about-to-lock", taken(window)
    for name in own_pages(window, place.with_stem(f"own-{code}-{size[0]}-{len(list(place.parent.iterdir()))}")):
        yield name, taken(window)
    window.close()


def taken(window: MainWindow) -> QPixmap:
    """Return the window as it looks once everything has found its place."""
    for _ in range(8):
        QApplication.processEvents()
        window.thread().msleep(5)
    return window.grab()


def main() -> None:
    """Draw all of them into a folder."""
    folder, *codes = sys.argv[1:]
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = shared_theme(application)
    with tempfile.TemporaryDirectory() as home:
        surroundings = surroundings_in(Path(home), theme, [])
        for code in CODES:
            for scheme in SCHEMES if not codes or code in codes else ():
                theme.set_scheme(scheme)
                for percent, size in SIZES.items():
                    for name, picture in pictures(surroundings, code, size):
                        picture.save(str(out / f"{name}-{code}-{scheme}-{percent}.png"))


if __name__ == "__main__":
    main()
