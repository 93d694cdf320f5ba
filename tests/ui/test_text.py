"""Labels: no word is ever cut, and nobody's text is read as markup."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.page import ScrollPage
from app.ui.text import Prose, figure_label, label
from tests.ui.conftest import Stage

LONG = "Betreiben Sie eine kritische Anlage, wird daraus „besonders wichtig“. A. Weber klärt es bis 4.12.2026. " * 6
EVIL = ["<b>fett</b>", "A & B", "&lt;", "<img src=x>", "</p><h1>", "😀 רשימה", "a\tb"]


@pytest.mark.parametrize("width", [300, 460, 900])
def test_a_wrapped_text_has_the_height_its_width_needs(stage: Stage, qtbot: QtBot, width: int) -> None:
    page = ScrollPage()
    texts = [label(LONG), Prose(LONG), label("Kurz"), label(LONG, "small", "ink2")]
    page.add(*texts)
    stage(page, width, 200)
    qtbot.wait(30)
    for text in texts:
        assert text.height() >= text.heightForWidth(text.width())


def test_a_text_that_changes_gets_the_height_of_the_new_one(stage: Stage, qtbot: QtBot) -> None:
    page = ScrollPage()
    text = Prose("kurz")
    page.add(text)
    stage(page, 400, 200)
    text.show_text(LONG)
    qtbot.waitUntil(lambda: text.height() >= text.heightForWidth(text.width()) > 100)


@pytest.mark.parametrize("evil", EVIL)
def test_markup_in_a_text_appears_to_the_letter(theme: object, qtbot: QtBot, evil: str) -> None:
    assert theme
    words, prose = label(evil), Prose(evil)
    qtbot.addWidget(words)
    qtbot.addWidget(prose)
    assert words.textFormat() is Qt.TextFormat.PlainText
    assert _read(prose) == evil.replace("\t", " ")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs"))))
def test_running_text_says_what_it_was_given(theme: object, text: str) -> None:
    assert theme
    assert _read(Prose(text)) == text


def test_a_screen_reader_hears_running_text_without_markup(theme: object, qtbot: QtBot) -> None:
    assert theme
    prose = Prose("Ein Satz & noch einer.")
    qtbot.addWidget(prose)
    assert prose.accessibleName() == "Ein Satz & noch einer."


def test_amounts_stand_at_the_right(theme: object, qtbot: QtBot) -> None:
    assert theme
    amount = figure_label("7.000.000 €")
    qtbot.addWidget(amount)
    assert amount.alignment() & Qt.AlignmentFlag.AlignRight
    assert not amount.wordWrap()


def test_a_label_in_an_ordinary_column_is_not_cut_either(stage: Stage, qtbot: QtBot) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    texts = [label(LONG), label(LONG)]
    for text in texts:
        column.addWidget(text)
    column.addStretch(1)
    stage(holder, 500, 800)
    qtbot.wait(20)
    assert all(text.height() >= text.heightForWidth(text.width()) for text in texts)


def _read(prose: Prose) -> str:
    document = QTextDocument()
    document.setHtml(prose.text())
    return document.toPlainText()
