"""The page of the history: newest first however long it is, an entry in full, taking back, checking, copying."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.shell.desk import Desk
from app.shell.history_desk import history_deeds
from app.shell.models.history import Choice
from app.shell.pages.history import HistoryPage
from app.shell.session import Session, open_vault
from app.shell.window import MainWindow
from app.system.languages import language
from app.ui.buttons import Button
from app.wizard.answers import answer
from database.chain import Entry
from database.errors import DamagedVault
from database.history import head
from tests.shell.history_worlds import history_of, said
from tests.shell.worlds import NOW, PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ENGLISH = language("en")


def button(widget: QWidget, words: str) -> Button:
    QApplication.processEvents()
    return next(one for one in widget.findChildren(Button) if one.words == words and one.isVisible())


def names(page: HistoryPage) -> list[str]:
    return [line.entry.name for line in page.model.lines]


def test_the_newest_is_first_and_shown_in_full(own_window: MainWindow) -> None:
    page = history_of(own_window)
    assert names(page) == ["assessment.recorded", "company.entered", "draft.begun", "vault.created"]
    assert "Assessment recorded" in said(page.detail)
    assert "Facts and result" in said(page.detail)


def test_an_entry_without_a_record_is_shown_too(own_window: MainWindow) -> None:
    page = history_of(own_window)
    page.table.selectRow(3)
    assert "Vault created" in said(page.detail)


def test_a_filter_shows_one_register_and_another_all_again(own_window: MainWindow) -> None:
    page = history_of(own_window)
    page.pills["drafts"].click()
    assert names(page) == ["draft.begun"]
    page.pills["sheet_checks"].click()
    assert names(page) == []
    assert page.detail.isHidden()
    page.pills[""].click()
    assert len(names(page)) == 4


def test_one_record_can_be_followed(own_window: MainWindow, own_session: Session) -> None:
    own_session.keep(answer(own_session.answers, "company", "Anders GmbH"))
    own_session.record()
    page = history_of(own_window)
    page.pills["companies"].click()
    button(page.detail, "Only this record").click()
    assert names(page) == ["company.amended", "company.entered"]
    assert not any(pill.isChecked() for pill in page.pills.values())
    button(page, "Show all entries again").click()
    assert len(names(page)) > 4


def test_a_change_is_shown_as_it_was_before_and_after(own_window: MainWindow, own_session: Session) -> None:
    own_session.keep(answer(own_session.answers, "company", "Anders <b>GmbH</b>"))
    page = history_of(own_window)
    page.show_choice(Choice("drafts"))
    words = said(page.detail)
    assert "before: Muster Maschinenbau GmbH" in words
    assert "after: Anders &lt;b&gt;GmbH&lt;/b&gt;" in words


def test_the_last_change_is_taken_back_and_wizard_and_pages_follow(
    own_window: MainWindow, own_session: Session
) -> None:
    own_session.keep(answer(own_session.answers, "company", "Anders GmbH"))
    own_window._show_again()
    history_of(own_window).show_choice(Choice("drafts"))
    button(history_of(own_window).detail, "Take back").click()
    assert own_session.company == "Muster Maschinenbau GmbH"
    assert names(history_of(own_window))[0] == "record.undone"
    desk = own_window.centralWidget()
    assert isinstance(desk, Desk)
    assert desk.top.company.text() == "Muster Maschinenbau GmbH"


def test_what_cannot_be_taken_back_says_why(own_window: MainWindow, own_session: Session) -> None:
    page = history_of(own_window)
    assert not button(page.detail, "Take back").isEnabled()
    assert "stays" in said(page.detail)
    own_session.keep(answer(own_session.answers, "company", "Anders GmbH"))
    page.show_choice(Choice("drafts"))
    page.table.selectRow(1)
    assert not button(page.detail, "Take back").isEnabled()
    assert "changed again since" in said(page.detail)


def test_in_a_vault_that_can_only_be_read_nothing_is_taken_back(vault_place: Path, own_session: Session) -> None:
    own_session.close()
    reading = open_vault(vault_place, PASSPHRASE, lambda: NOW, read_only=True)
    deeds = history_deeds(reading)
    [begun] = deeds.part(None, Choice("drafts"))
    reason = deeds.why_not(begun.sequence, begun.items[0])
    assert reason
    assert "read only" in ENGLISH.say(reason)
    assert deeds.take_back(begun.items[0]) is not None
    reading.close()


def test_the_head_can_be_copied(own_window: MainWindow, own_session: Session) -> None:
    now = head(own_session.vault)
    history_of(own_window).head.copy.click()
    assert QGuiApplication.clipboard().text() == f"{now.sequence} {now.hash}"


def test_the_check_says_what_it_has_looked_at(own_window: MainWindow, own_session: Session, qtbot: QtBot) -> None:
    own_session.vault.checkpoint()
    box = history_of(own_window).head
    box.check.click()
    assert not box.check.isEnabled()
    qtbot.waitUntil(box.check.isEnabled)
    assert "unbroken" in box.verdict.text
    assert "4 entries" in said(box)
    assert "Signed with the key" in said(box)


def test_the_check_names_the_first_broken_entry(own_window: MainWindow, own_session: Session, qtbot: QtBot) -> None:
    with own_session.vault.transaction(writing=True) as connection:
        connection.exec_driver_sql("DROP TRIGGER history_refuses_update")
        connection.exec_driver_sql(
            "UPDATE history SET entry = replace(entry, '\"user\":', '\"user\" :') WHERE sequence = 2"
        )
    box = history_of(own_window).head
    box.check.click()
    qtbot.waitUntil(box.check.isEnabled)
    assert "Entry 2" in box.verdict.text


def test_a_vault_that_cannot_be_read_any_further_says_so_in_its_place(own_window: MainWindow) -> None:
    def refuse(_before: int | None, _choice: Choice) -> tuple[Entry, ...]:
        raise DamagedVault(None, "register", "page 7")

    page = history_of(own_window)
    page.model._part = refuse
    page.show_choice(Choice("drafts"))
    assert "damaged" in page.trouble.text
    assert not page.model.canFetchMore(QModelIndex())


def test_the_demo_company_has_a_history_too(demo_window: MainWindow) -> None:

    assert names(history_of(demo_window))[-1] == "vault.created"
