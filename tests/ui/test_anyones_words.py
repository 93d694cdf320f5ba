"""Text that somebody typed: nothing of it is lost, and nothing of it breaks a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.core.language import Language
from app.ui.anyones_words import breakable, shortened, tooltip
from app.ui.bars import TopBar
from app.ui.boxes import Message, note
from app.ui.cells import Cell, Column
from app.ui.page import PageHead, ScrollPage
from app.ui.rail import Step, StepRail
from app.ui.reason_list import Reason, ReasonList
from app.ui.table import RowsTable
from app.ui.text import Prose, label
from tests.ui.conftest import Stage

ENDLESS = "Donaudampfschifffahrt" * 500
EVIL = ["<b>fett</b> & <img src=x onerror=alert(1)>", "\u202eרשימה\u202c", "😀" * 300, "&amp;&lt;", ENDLESS]


@given(st.text())
def test_places_to_break_are_all_that_is_added(text: str) -> None:
    assert breakable(text).replace("\u200b", "") == text.replace("\u200b", "")


@given(st.text(alphabet="abc ", max_size=300))
def test_no_run_of_letters_stays_longer_than_a_line(text: str) -> None:
    assert max((len(run) for run in breakable(text).replace("\u200b", " ").split()), default=0) <= 40


@given(st.text(), st.integers(2, 200))
def test_a_shortened_text_is_the_beginning_of_the_text(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


@given(st.text(alphabet="<>&\"' ab"))
def test_a_tooltip_never_holds_somebodys_markup(text: str) -> None:
    inner = tooltip(text).removeprefix("<qt>").removesuffix("</qt>")
    assert not set("<>") & set(inner)


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_a_page_keeps_its_width_whatever_was_typed(stage: Stage, qtbot: QtBot, evil: str) -> None:
    page = ScrollPage()
    page.add(
        PageHead(evil, evil),
        label(evil),
        Prose(evil),
        note(evil, evil, evil),
        Message("quiet", evil, evil),
        ReasonList([Reason(evil, evil, evil)]),
        RowsTable("Tabelle", [Column("Name"), Column("Wert", 100)], [[Cell(evil, evil), Cell("1")]]),
    )
    stage(page, 900, 600)
    qtbot.waitUntil(lambda: page.horizontalScrollBar().maximum() == 0)
    assert not page.grab().isNull()


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_the_bar_and_the_rail_keep_their_size_whatever_was_typed(stage: Stage, english: Language, evil: str) -> None:
    bar = TopBar(english, evil, demo=True)
    rail = StepRail("Schritte", english)
    rail.show_steps([Step("a", "Unternehmen", evil, "done")])
    stage(bar, 900, 52)
    stage(rail, 271, 400)
    assert bar.minimumSizeHint().width() <= 900
    assert rail.visualRect(rail.model().index(0, 0)).height() < 300
    assert not bar.grab().isNull()
    assert bar.findChildren(QLabel)[0].text() == evil
