"""Every question's page shows every word, in both languages, in a small window, and with large type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.core.language import Code
from app.system.languages import language
from app.ui.theme import Theme
from app.wizard.answers import Answers, Task, assign, go_to
from app.wizard.page import WizardPage
from app.wizard.values import Enterprises
from tests.wizard.gallery import plates
from tests.wizard.samples import GROUP, SISTER, TODAY, answered

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Size = tuple[int, int]
SMALL: Size = (1280, 668)
PLATES = {name: (answers, typed) for name, answers, typed in plates() if not name.endswith("-fresh")}


@pytest.mark.parametrize("code", ["de", "en"])
def test_no_page_cuts_a_word_at_1280_by_720(theme: Theme, code: Code) -> None:
    assert cut_on_all_pages(theme, code, SMALL) == []


@pytest.mark.parametrize("code", ["de", "en"])
def test_no_page_cuts_a_word_in_a_narrow_window(theme: Theme, code: Code) -> None:
    names = ("m-rows", "m-headcount", "g-related_list", "g-summary", "m-legal_form", "search-spedition", "conversion")
    assert cut_on_all_pages(theme, code, (640, 360), names) == []


def test_no_page_cuts_a_word_with_type_half_as_large_again(theme: Theme) -> None:
    theme.set_text_scale(1.5)
    try:
        names = ("begin", "m-rows", "conversion", "g-related_list", "g-summary", "m-public_body", "search-spedition")
        assert cut_on_all_pages(theme, "de", SMALL, names) == []
    finally:
        theme.set_text_scale(1.0)


@pytest.mark.parametrize("words", ["x" * 10_000, "wort " * 2_000, '<b>"&amp;</b> 🙂 שלום ' * 9, "\u202eabc"])
def test_no_page_grows_or_cuts_whatever_somebody_types(theme: Theme, words: str) -> None:
    row = replace(SISTER, name=words, via=words)
    values = {**GROUP, "company": words, "legal_form_other": words, "related_list": Enterprises((row,))}
    values["row/1/6.1.4/reasons"] = words
    answers = assign(answered(values), "kritis", Task(words, None))
    for question in ("company", "related_list", "kritis", "row/1/6.1.4/reasons", None):
        assert list(cut_on(theme, "de", SMALL, go_to(answers, question), {})) == []


def cut_on_all_pages(theme: Theme, code: Code, size: Size, names: tuple[str, ...] = tuple(PLATES)) -> list[str]:
    return [f"{name}: {words}" for name in names for words in cut_on(theme, code, size, *PLATES[name])]


def cut_on(theme: Theme, code: Code, size: Size, answers: Answers, typed: dict[str, object]) -> list[str]:
    """Return what is cut on one page."""
    page = WizardPage(answers, language(code), theme, TODAY, lambda _: True, print, print, typed)
    page.resize(*size)
    page.show()
    for _ in range(3):
        QApplication.processEvents()
    found = [*cut(page), *sideways(page)]
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    return found


def cut(page: QWidget) -> Iterator[str]:
    """Yield the words that have too little room."""
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.wordWrap() and label.height() < label.heightForWidth(label.width()):
            yield f"too low: {label.text()}"
        elif label.isVisible() and not label.wordWrap() and label.width() < label.sizeHint().width():
            yield f"too narrow: {label.text()}"
    for button in (button for button in page.findChildren(QAbstractButton) if button.text()):
        if (
            button.isVisible()
            and button.hasHeightForWidth()
            and button.height() < button.heightForWidth(button.width())
        ):
            yield f"too low: {button.accessibleName()}"
        elif (
            button.isVisible() and not button.hasHeightForWidth() and button.width() < button.minimumSizeHint().width()
        ):
            yield f"too narrow: {button.accessibleName()}"


def sideways(page: WizardPage) -> Iterator[str]:
    """Say whether one would have to scroll sideways."""
    if page.view.horizontalScrollBar().maximum():
        yield "the question is too wide"
    for part in (page.view, page.live):
        if part.isVisible() and part.width() > page.width():
            yield "wider than the window"
