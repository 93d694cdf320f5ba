"""Everything can be taken out: encrypted unless somebody explicitly wants it otherwise, and never over another file."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.shell.pages.safekeeping_export import ExportCard
from app.shell.session import Session
from app.shell.window import MainWindow
from database.history import entries
from tests.shell.safekeeping_worlds import vault_page, wait_for
from tests.shell.test_pages import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SECRET = "ein langes kennwort für die datei"  # noqa: S105 - of a file that lives for one test


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answer the file dialog, without the ending that somebody may forget."""
    chosen = tmp_path / "alles"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(chosen), ""))
    return chosen.with_suffix(".zip")


def unfolded(window: MainWindow) -> ExportCard:
    card = vault_page(window, "file").export
    card.action.click()
    return card


def fill(card: ExportCard, first: str, second: str) -> None:
    card.twice.first.set_text(first)
    card.twice.second.set_text(second)


def test_an_export_is_encrypted_by_itself_and_noted(
    own_window: MainWindow, own_session: Session, place: Path, qtbot: QtBot
) -> None:
    card = unfolded(own_window)
    fill(card, SECRET, SECRET)
    card.export.click()
    assert wait_for(card, qtbot).startswith("Exported, encrypted:")
    with ZipFile(place) as archive:
        assert all(entry.flag_bits & 1 for entry in archive.infolist())
    assert entries(own_session.vault, limit=1)[0].name == "vault.exported"
    assert not card.twice.first.text()


@pytest.mark.parametrize(("first", "second"), [("", ""), ("kurz", "kurz"), (SECRET, SECRET + "x")])
def test_without_the_same_passphrase_twice_nothing_is_exported(
    own_window: MainWindow, place: Path, first: str, second: str
) -> None:
    card = unfolded(own_window)
    fill(card, first, second)
    card.export.click()
    assert not card.is_busy
    assert not place.exists()


def test_a_plain_export_needs_an_explicit_choice_and_says_what_it_is(
    own_window: MainWindow, place: Path, qtbot: QtBot
) -> None:
    card = unfolded(own_window)
    card.plain.click()
    assert card.export.words == "Export without encryption …"
    card.export.click()
    assert wait_for(card, qtbot).startswith("Exported, not encrypted:")
    with ZipFile(place) as archive:
        assert "Muster" in archive.read("tables/companies.json").decode()
    assert not card.plain.isChecked()


def test_a_file_that_is_there_is_not_written_over(own_window: MainWindow, place: Path, qtbot: QtBot) -> None:
    place.write_text("somebody's own")
    card = unfolded(own_window)
    fill(card, SECRET, SECRET)
    card.export.click()
    assert "already something at this place" in wait_for(card, qtbot)
    assert place.read_text() == "somebody's own"


def test_who_locks_during_an_export_has_a_whole_one_or_none(
    own_window: MainWindow, own_session: Session, place: Path
) -> None:
    card = unfolded(own_window)
    fill(card, SECRET, SECRET)
    card.export.click()
    own_window.lock()
    QThreadPool.globalInstance().waitForDone()
    settle()
    assert not own_session.vault.is_open
    assert [one.name for one in place.parent.iterdir() if one.name.startswith(".")] == []
    if place.exists():
        with ZipFile(place) as archive:
            assert "manifest.json" in archive.namelist()
