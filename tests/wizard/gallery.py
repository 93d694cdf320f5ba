"""Draw every question of the wizard to pictures: `python -m tests.wizard.gallery OUT_DIR [PAGE…]`.

Both languages, light and dark, at 1280 × 720, and once with text and everything else half as large again.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.core.language import CODES, Language
from app.system.languages import language
from app.ui.bars import TopBar
from app.ui.focus_ring import FocusRing
from app.ui.theme import Theme
from app.wizard.answers import Answers, go_to
from app.wizard.flow import questions
from app.wizard.page import WizardPage
from tests.wizard.samples import GROUP, MACHINE_BUILDER, TODAY, answered

SIZE = (1280, 720)


class Stage(QWidget):
    """The wizard below a top bar, as in the window."""

    def __init__(self, answers: Answers, words: Language, theme: Theme, typed: dict[str, object] | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TopBar(words, answers.word("company"), back="Überblick" if words.code == "de" else "Overview"))
        self.page = WizardPage(answers, words, theme, TODAY, lambda _: True, print, print, typed)
        self.page.rail.show_saved(saved=True)
        column.addWidget(self.page, 1)
        FocusRing(self)


def plates() -> Iterator[tuple[str, Answers, dict[str, object]]]:
    """Yield every page by name: the questions of two companies, a few states, the summary."""
    yield "begin", Answers(TODAY), {}
    for prefix, values in (("m", MACHINE_BUILDER), ("g", GROUP)):
        whole = answered(values)
        for question in questions(whole):
            name = f"{prefix}-{question.id.replace('/', '_')}"
            fresh = answered(values, question.id)
            yield name, go_to(whole if question.id in whole.values else fresh, question.id), {}
            yield f"{name}-fresh", fresh, {}
        yield f"{prefix}-summary", whole, {}
    heads = {"full_time": (Decimal(50), Decimal(1)), "part_time": (Decimal(14), Decimal("0.5"))}
    yield "conversion", go_to(answered(MACHINE_BUILDER), "headcount"), {"headcount": {"conversion": {"2025": heads}}}
    yield "unreadable", go_to(answered(MACHINE_BUILDER), "turnover"), {"turnover": {"2025": "viel", "2024": "12 M%"}}
    for query in ("fernw", "spedition", "xyzzy"):
        yield f"search-{query}", go_to(answered(MACHINE_BUILDER), "rows"), {"rows": query}


def draw(stage: Stage, place: Path) -> None:
    """Draw one page once it has settled."""
    stage.resize(*SIZE)
    stage.show()
    stage.activateWindow()
    stage.page.setFocus()
    for _ in range(4):
        QApplication.processEvents()
    stage.grab().save(str(place))
    stage.close()
    stage.deleteLater()
    QApplication.sendPostedEvents(stage, QEvent.Type.DeferredDelete)


def main() -> None:
    """Draw all pages, or those whose name begins as given."""
    folder, *wanted = sys.argv[1:]
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(application)
    for code in CODES:
        for scheme, scale in (("light", 1.0), ("dark", 1.0), ("light", 1.5)):
            theme.set_scheme("light" if scheme == "light" else "dark")
            theme.set_text_scale(scale)
            for name, answers, typed in plates():
                if not wanted or name.startswith(tuple(wanted)):
                    suffix = scheme if scale == 1.0 else f"{scale}"
                    draw(Stage(answers, language(code), theme, typed), out / f"{name}-{code}-{suffix}.png")


if __name__ == "__main__":
    main()
