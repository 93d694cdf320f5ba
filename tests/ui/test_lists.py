"""Rail, sidebar and search hits: keyboard, mouse, and what a screen reader hears."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from app.core.language import Language
from app.ui.drawing import width_of
from app.ui.hits import HitList
from app.ui.navigation import RIGHT_MARGIN, TEXT_LEFT, NavGroup, Navigation, NavItem, sidebar_width
from app.ui.rail import StepRail
from tests.ui.conftest import Stage
from tests.ui.samples import HITS, PAGES, STEPS


def click_row(view: QAbstractItemView, row: int) -> None:
    """Click into the middle of a row."""
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def spoken(view: QAbstractItemView, row: int) -> str:
    """Return what a screen reader says for a row."""
    return str(view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_click_on_a_step_asks_to_go_there(stage: Stage, qtbot: QtBot, english: Language) -> None:
    rail = StepRail("Schritte", english)
    rail.show_steps(STEPS)
    stage(rail, 271, 500)
    with qtbot.waitSignal(rail.chosen, check_params_cb=lambda key: key == "b"):
        click_row(rail, 1)


def test_the_keyboard_starts_at_the_present_step_and_enter_takes_one(
    stage: Stage, qtbot: QtBot, english: Language
) -> None:
    rail = StepRail("Schritte", english)
    rail.show_steps(STEPS)
    stage(rail, 271, 500)
    QTest.keyClick(rail, Qt.Key.Key_Up)
    with qtbot.waitSignal(rail.chosen, check_params_cb=lambda key: key == "b"):
        QTest.keyClick(rail, Qt.Key.Key_Return)


def test_a_step_says_its_state_in_words(stage: Stage, english: Language) -> None:
    rail = StepRail("Schritte", english)
    rail.show_steps(STEPS)
    stage(rail, 271, 500)
    assert spoken(rail, 0) == "Unternehmen, answered, Muster Maschinenbau GmbH"
    assert spoken(rail, 2) == "Beschäftigte, this question, Frage 7 von 16"
    assert spoken(rail, 5) == "Kritische Anlagen, not known yet, Aufgabe für A. Weber"
    assert spoken(rail, 6) == "Sonderregeln TK und Energie, not needed, nicht nötig"
    assert rail.steps == STEPS
    assert not rail.grab().isNull()


def test_a_step_with_an_answer_is_higher_than_one_without(stage: Stage, english: Language) -> None:
    rail = StepRail("Schritte", english)
    rail.show_steps(STEPS)
    stage(rail, 271, 500)
    heights = [rail.visualRect(rail.model().index(row, 0)).height() for row in range(len(STEPS))]
    assert (heights[0], heights[3]) == (54, 38)


def test_the_arrows_open_the_next_page_and_pass_over_headings(stage: Stage, qtbot: QtBot) -> None:
    navigation = Navigation("Seiten")
    navigation.show_groups(PAGES)
    navigation.select("evidence")
    stage(navigation, 259, 500)
    with qtbot.waitSignal(navigation.chosen, check_params_cb=lambda key: key == "suppliers"):
        QTest.keyClick(navigation, Qt.Key.Key_Down)
    assert navigation.current == "suppliers"


def test_a_click_opens_a_page_and_a_heading_does_nothing(stage: Stage, qtbot: QtBot) -> None:
    navigation = Navigation("Seiten")
    navigation.show_groups(PAGES)
    navigation.select("overview")
    stage(navigation, 259, 500)
    with qtbot.waitSignal(navigation.chosen, check_params_cb=lambda key: key == "exposure"):
        click_row(navigation, 2)
    with qtbot.assertNotEmitted(navigation.chosen):
        click_row(navigation, 5)
    assert navigation.current == "exposure"


def test_new_counts_keep_the_page_and_announce_nothing(stage: Stage, qtbot: QtBot) -> None:
    navigation = Navigation("Seiten")
    navigation.show_groups(PAGES)
    navigation.select("duties")
    stage(navigation, 259, 500)
    with qtbot.assertNotEmitted(navigation.chosen):
        navigation.show_groups([NavGroup("", (NavItem("duties", "Pflichten", "clipboard-check", "4/14"),))])
    assert navigation.current == "duties"


def test_what_is_overdue_is_said_in_words(stage: Stage) -> None:
    navigation = Navigation("Seiten")
    navigation.show_groups(PAGES)
    stage(navigation, 259, 500)
    assert spoken(navigation, 8) == "Schwachstellen, 1, überfällig"
    assert spoken(navigation, 5) == "Register"


def test_a_narrow_sidebar_keeps_its_pages(stage: Stage, qtbot: QtBot) -> None:
    navigation = Navigation("Seiten")
    navigation.show_groups(PAGES)
    navigation.select("overview")
    stage(navigation, 259, 500)
    navigation.set_narrow(True)
    qtbot.waitUntil(lambda: navigation.width() < 60)
    with qtbot.waitSignal(navigation.chosen, check_params_cb=lambda key: key == "scope"):
        click_row(navigation, 1)
    assert not navigation.grab().isNull()


def test_the_longest_german_page_name_fits_beside_its_count(theme: object) -> None:
    assert theme
    room = sidebar_width() - 1 - TEXT_LEFT - RIGHT_MARGIN - width_of("2/6", "small", tabular=True) - 4
    assert width_of("Wiederherstellungstests", "medium") <= room


def test_space_turns_a_hit_on_and_off(stage: Stage, qtbot: QtBot, english: Language) -> None:
    hits = HitList("Treffer", english)
    hits.show_hits(HITS, {"cloud"})
    stage(hits, 583, 300)
    hits.setFocus()
    with qtbot.waitSignal(hits.toggled, check_params_cb=lambda key, on: (key, on) == ("cloud", False)):
        QTest.keyClick(hits, Qt.Key.Key_Space)
    with qtbot.waitSignal(hits.toggled, check_params_cb=lambda key, on: (key, on) == ("msp", True)):
        click_row(hits, 1)
    assert hits.on == {"msp"}
    assert hits.hits == HITS


def test_a_hit_says_whether_it_is_chosen(stage: Stage, english: Language) -> None:
    hits = HitList("Treffer", english)
    hits.show_hits(HITS, {"cloud"})
    stage(hits, 583, 300)
    assert "chosen, Anlage 1 Nr. 6.1.4" in spoken(hits, 0)
    assert "not chosen" in spoken(hits, 1)


def test_a_hit_is_higher_where_its_explanation_wraps(stage: Stage, qtbot: QtBot, english: Language) -> None:
    hits = HitList("Treffer", english)
    hits.show_hits(HITS, ())
    window = stage(hits, 800, 300)
    wide = hits.visualRect(hits.model().index(0, 0)).height()
    hits.resize(320, 300)
    qtbot.waitUntil(lambda: hits.visualRect(hits.model().index(0, 0)).height() > wide)
    assert window.isVisible()
