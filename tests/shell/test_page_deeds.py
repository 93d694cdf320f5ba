"""What one can do on the pages: play with figures, follow a link, choose a duty, read the help."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from app.core.language import CODES, Code
from app.law.facts import Activity, Facts, Figures
from app.shell.desk import Desk
from app.shell.models.scope import scope_model
from app.shell.models.standing import Standing
from app.shell.pages.duties import DutiesPage
from app.shell.pages.exposure import ExposurePage
from app.shell.pages.help import HelpPage
from app.shell.pages.scope import ScopePage
from app.shell.surroundings import Surroundings
from app.shell.window import MainWindow
from app.shell.wizard_scene import WizardScene
from app.system.languages import language
from app.ui.buttons import Button
from tests.shell.test_models import machine_builder, standing_of
from tests.shell.worlds import NOW

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Page = TypeVar("Page", bound=QWidget)
GERMAN = language("de")


def page_of(window: MainWindow, key: str, kind: type[Page]) -> Page:
    window.open_page(key)
    QApplication.processEvents()
    found = desk_of(window).page
    assert isinstance(found, kind)
    return found


def said(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def press_words(page: QWidget, words: str) -> None:
    next(one for one in page.findChildren(Button) if one.words == words).click()


def desk_of(window: MainWindow) -> Desk:
    desk = window.centralWidget()
    assert isinstance(desk, Desk)
    return desk


def test_fewer_people_lead_out_of_scope_and_reset_leads_back(demo_window: MainWindow) -> None:
    card = page_of(demo_window, "scope", ScopePage).what_if
    before = card.verdict.chip.word
    for figure in (card.people, card.turnover, card.balance):
        figure.slider.setValue(0)
    assert card.verdict.chip.word == "Nicht erfasst"
    assert "zwei Jahre" in said(card)
    card.reset.click()
    assert card.verdict.chip.word == before


def test_a_figure_can_be_typed_in_words_and_a_single_year_is_not_enough(demo_window: MainWindow) -> None:
    card = page_of(demo_window, "scope", ScopePage).what_if
    for figure, words in ((card.people, "20"), (card.turnover, "1,5 Mio"), (card.balance, "900.000")):
        figure.field.setText(words)
        figure.field.editingFinished.emit()
    assert card.turnover.value == 1_500_000
    lasting = card.verdict.chip.word
    card.lasting.setChecked(False)
    assert lasting != card.verdict.chip.word


def test_nonsense_in_a_figure_is_marked_and_changes_nothing(demo_window: MainWindow) -> None:
    card = page_of(demo_window, "scope", ScopePage).what_if
    before = card.people.value
    card.people.field.setText("viele")
    card.people.field.editingFinished.emit()
    assert card.people.field.property("state") == "error"
    assert card.people.value == before


@pytest.mark.parametrize(
    ("words", "page"),
    [("Vorlage erstellen", "reports"), ("Ansehen", "duties"), ("Was es entscheidet", "help")],
)
def test_the_result_leads_to_other_pages(demo_window: MainWindow, words: str, page: str) -> None:
    press_words(page_of(demo_window, "scope", ScopePage), words)
    assert desk_of(demo_window).navigation.current == page


def test_answers_can_be_changed_from_the_result(demo_window: MainWindow) -> None:
    page_of(demo_window, "scope", ScopePage).change.click()
    assert isinstance(demo_window.centralWidget(), WizardScene)


@pytest.mark.parametrize(("key", "kind"), [("exposure", ExposurePage), ("duties", DutiesPage)])
def test_every_page_leads_to_the_paper(
    demo_window: MainWindow, key: str, kind: type[ExposurePage | DutiesPage]
) -> None:
    page_of(demo_window, key, kind).paper.click()
    assert desk_of(demo_window).navigation.current == "reports"


def test_a_filter_shows_fewer_duties_and_the_chosen_one_in_full(demo_window: MainWindow) -> None:
    page = page_of(demo_window, "duties", DutiesPage)
    page.pills["measures"].click()
    assert page.table.model().rowCount() == 10
    page.table.selectRow(1)
    assert "Für Maschinenbauer" in said(page.detail)


def test_in_a_narrow_window_a_click_leads_to_the_detail_and_a_button_back(demo_window: MainWindow) -> None:
    demo_window.resize(760, 500)
    page = page_of(demo_window, "duties", DutiesPage)
    QTest.qWait(10)
    place = page.table.visualRect(page.table.model().index(2, 0)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    assert page.back.isVisible()
    assert not page.back.visibleRegion().isEmpty()
    page.back.click()
    QApplication.processEvents()
    assert not page.pills["all"].visibleRegion().isEmpty()
    assert demo_window.focusWidget() is page.table


@pytest.mark.parametrize("width", [1280, 760])
def test_the_explanation_of_a_duty_further_down_comes_into_view(
    demo_window: MainWindow, width: int, qtbot: QtBot
) -> None:
    demo_window.resize(width, 500)
    page = page_of(demo_window, "duties", DutiesPage)
    QTest.qWait(10)
    last = page.table.model().index(page.table.model().rowCount() - 1, 0)
    area = page.findChildren(QScrollArea)[0]
    area.verticalScrollBar().setValue(page.table.visualRect(last).bottom())
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=page.table.visualRect(last).center())
    qtbot.waitUntil(lambda: 0 <= page.detail.mapTo(page, QPoint()).y() < 100)
    page.pills["overdue"].click()
    qtbot.waitUntil(lambda: not page.detail.visibleRegion().isEmpty())


def test_out_of_scope_the_pages_say_so_calmly(demo_window: MainWindow) -> None:
    session = demo_window.session
    assert session is not None
    from app.wizard.answers import answer  # noqa: PLC0415 - only here

    session.keep(answer(session.answers, "rows", ()))
    demo_window.speak("de")
    assert "Nicht erfasst" in said(desk_of(demo_window))
    demo_window.open_page("exposure")
    assert "droht" in said(desk_of(demo_window).page)
    demo_window.open_page("duties")
    assert "verlangt dann nichts" in said(desk_of(demo_window).page)


@pytest.mark.parametrize("code", CODES)
def test_what_common_guides_get_wrong_is_listed_with_the_correct_position(demo_window: MainWindow, code: Code) -> None:
    demo_window.speak(code)
    page = page_of(demo_window, "help/guide-errors", HelpPage)
    shown = page.findChildren(QTextBrowser)[-1].toPlainText()
    assert shown.count("§") > 20 or shown.count("section") > 20
    assert "1.4" in shown or "1,4" in shown


@pytest.mark.parametrize("part", ["related-law", "open-questions"])
def test_help_shows_related_law_and_open_questions(demo_window: MainWindow, part: str) -> None:
    page = page_of(demo_window, f"help/{part}", HelpPage)
    assert page.topics.current == part
    assert page.menu.currentData() == part
    assert ("CRA" in said(page)) is (part == "related-law")


def test_in_a_narrow_window_help_topics_are_a_menu(demo_window: MainWindow) -> None:
    demo_window.resize(700, 500)
    page = page_of(demo_window, "help", HelpPage)
    assert page.menu.isVisible()
    page.menu.activated.emit(page.menu.findData("kritis"))
    assert page.topics.current == "kritis"


def test_open_answers_are_shown_with_who_settles_them(demo_window: MainWindow) -> None:
    from datetime import date  # noqa: PLC0415 - only here

    from app.wizard.answers import Task, answer, assign  # noqa: PLC0415
    from app.wizard.values import UNKNOWN  # noqa: PLC0415

    session = demo_window.session
    assert session is not None
    unknown = answer(session.answers, "kritis", UNKNOWN)
    for task, words in (
        (Task("A. Weber", date(2026, 12, 4)), "A. Weber klärt es bis zum 04.12.2026."),
        (Task("A. Weber"), "A. Weber klärt es."),
        (Task("", date(2026, 12, 4)), "Zu klären bis zum 04.12.2026."),
    ):
        session.keep(assign(unknown, "kritis", task))
        demo_window.speak("de")
        assert words in said(page_of(demo_window, "scope", ScopePage))


def test_unknown_figures_are_named_as_what_is_missing() -> None:
    facts = Facts(NOW.date(), "x", activities=(Activity(2, "5.4.1"),), own=Figures())
    missing = [GERMAN.say(one) for one in scope_model(standing_of(facts)).missing]
    assert missing


def test_a_company_with_one_open_class_can_be_shown_on_the_page(qtbot: object, surroundings: Surroundings) -> None:
    del qtbot, surroundings
    for facts in (machine_builder(own=Figures()), machine_builder(activities=()), machine_builder(legal_form="Ltd")):
        now: Standing = standing_of(facts)
        page = ScopePage(scope_model(now), facts, GERMAN, lambda _: None)
        assert said(page)
        page.deleteLater()
