"""Frames: page, columns, bars, boxes, tags, reasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSpacerItem, QWidget
from pytestqt.qtbot import QtBot

from app.core.language import Language
from app.ui.bars import TopBar, WizardFoot
from app.ui.boxes import KeyFigure, KeyFigures, Message, note, warning
from app.ui.buttons import secondary
from app.ui.flow import FlowLayout
from app.ui.page import PageHead, ScrollPage, TwoColumns
from app.ui.reason_list import Reason, ReasonList
from app.ui.tags import Tag, TagButton, TagRow
from app.ui.text import label
from tests.ui.conftest import Stage
from tests.ui.samples import REASONS, column

LONG = "Vernachlässigbare Tätigkeiten dürfen außer Betracht bleiben, eine Zahl nennt das Gesetz nicht. " * 4


def cut(window: QWidget) -> list[str]:
    """Return the words of every visible label that has less room than it needs."""
    labels = [each for each in window.findChildren(QLabel) if each.isVisibleTo(window) and each.wordWrap()]
    return [each.text() for each in labels if each.height() < each.heightForWidth(each.width())]


@pytest.mark.parametrize("width", [420, 700, 1280])
def test_no_box_cuts_its_words(stage: Stage, qtbot: QtBot, width: int) -> None:
    page = ScrollPage()
    page.add(
        PageHead("Wiederherstellungstests", LONG, actions=[secondary("Drucken")]),
        note("Warum wir fragen", LONG, "§ 28 Abs. 2 Satz 1 Nr. 3 BSIG"),
        warning("Nur nebenbei?", LONG),
        Message("quiet", "Zwei Systeme", LONG).with_button(secondary("Vorschlagen")).with_citation("§ 30 BSIG"),
        KeyFigures([KeyFigure("Höchster Rahmen je Verstoß", "7.000.000 €", LONG)] * 2),
        ReasonList([Reason(LONG, "§ 28 Abs. 2 Satz 1 Nr. 3 BSIG und Anhang Artikel 4 Absatz 2", LONG)] * 2),
    )
    window = stage(page, width, 400)
    qtbot.waitUntil(lambda: cut(window) == [])


def test_the_side_column_moves_below_when_it_gets_narrow(stage: Stage, qtbot: QtBot) -> None:
    main, side = column(label("Haupttext")), column(label("Daneben"))
    columns = TwoColumns(main, side, stack_below=700)
    stage(columns, 1000, 400)
    qtbot.waitUntil(lambda: side.x() > main.x())
    columns.resize(600, 400)
    qtbot.waitUntil(lambda: side.y() > main.y() and side.x() == main.x())
    columns.resize(1000, 400)
    qtbot.waitUntil(lambda: side.x() > main.x())
    assert side.width() == 316


def test_the_top_bar_answers_to_language_lock_and_back(stage: Stage, qtbot: QtBot, english: Language) -> None:
    bar = TopBar(english, "Müller & <b>Söhne</b>", demo=True, back="Überblick")
    stage(bar, 1000, 52)
    with qtbot.waitSignal(bar.language_chosen, check_params_cb=lambda key: key == "de"):
        QTest.mouseClick(bar.languages.segments["de"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.lock_wanted):
        QTest.mouseClick(bar.lock, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.back_wanted):
        QTest.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    assert bar.company.textFormat() is Qt.TextFormat.PlainText
    bar.saved.say("Saved 14:32")
    assert bar.saved.isVisible()
    bar.saved.say("")
    assert not bar.saved.isVisible()


def test_the_wizard_goes_back_with_alt_and_left_from_everywhere(stage: Stage, qtbot: QtBot, english: Language) -> None:
    foot = WizardFoot(english)
    stage(foot, 800, 68)
    foot.next.setFocus()
    with qtbot.waitSignal(foot.back_wanted):
        QTest.keyClick(foot.next, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(foot.unknown_wanted):
        QTest.mouseClick(foot.unknown, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(foot.next_wanted):
        QTest.keyClick(foot.next, Qt.Key.Key_Space)


def test_going_back_is_not_possible_where_the_button_is_off(stage: Stage, qtbot: QtBot, english: Language) -> None:
    foot = WizardFoot(english)
    stage(foot, 800, 68)
    foot.back.setEnabled(False)
    with qtbot.assertNotEmitted(foot.back_wanted):
        QTest.keyClick(foot.next, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_a_tag_goes_by_click_and_by_delete(stage: Stage, qtbot: QtBot) -> None:
    tags = TagRow([Tag("a", "Maschinenbau", "Anlage 2", "Maschinenbau entfernen"), Tag("b", "Cloud")])
    stage(tags, 500, 80)
    first, second = tags.findChildren(TagButton)
    assert first.accessibleName() == "Maschinenbau entfernen"
    with qtbot.waitSignal(tags.removed, check_params_cb=lambda key: key == "a"):
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(tags.removed, check_params_cb=lambda key: key == "b"):
        QTest.keyClick(second, Qt.Key.Key_Delete)


def test_new_tags_take_the_place_of_the_old(stage: Stage, qtbot: QtBot) -> None:
    tags = TagRow([Tag("a", "Maschinenbau")])
    stage(tags, 200, 80)
    tags.show_tags([Tag(str(number), "Cloud-Computing-Dienste") for number in range(3)])
    qtbot.waitUntil(lambda: len(tags.findChildren(TagButton)) == 3)
    assert tags.lines.heightForWidth(240) > 3 * 32


def test_reasons_can_be_replaced(stage: Stage, qtbot: QtBot) -> None:
    reasons = ReasonList(REASONS)
    stage(reasons, 600, 300)
    reasons.show_reasons(REASONS[:1])
    qtbot.waitUntil(lambda: "2" not in [each.text() for each in reasons.findChildren(QLabel)])


@given(st.lists(st.integers(20, 180), max_size=12), st.integers(200, 700))
def test_parts_in_a_flow_never_overlap_and_never_stick_out(widths: list[int], room: int) -> None:
    layout = FlowLayout()
    for width in widths:
        layout.addItem(QSpacerItem(width, 30))
    height = layout.heightForWidth(room)
    layout.setGeometry(QRect(0, 0, room, height))
    items = [layout.itemAt(number) for number in range(layout.count())]
    places = [item.geometry() for item in items if item is not None]
    assert all(QRect(0, 0, room, height).contains(place) for place in places)
    assert not any(one.intersects(other) for n, one in enumerate(places) for other in places[n + 1 :])
    assert layout.itemAt(len(widths)) is None
    assert layout.takeAt(len(widths)) is None
    assert isinstance(layout.sizeHint(), QSize)
