"""Papers on the page: saved whole or not at all, shown outside for a while, cancelled, and every trouble said."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.language import Code
from app.shell.pages.earlier import EarlierPage
from app.shell.pages.reports import ReportsPage
from app.shell.paper_desk import paper_deeds, save
from app.shell.session import Session
from app.shell.surroundings import Surroundings
from app.shell.window import MainWindow
from app.system.languages import language
from app.ui.task import Progress

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def page_of(window: MainWindow, kind: type[ReportsPage]) -> ReportsPage:
    window.open_page("reports")
    found = window.findChild(kind)
    assert found is not None
    return found


def test_a_paper_is_saved_whole(tmp_path: Path) -> None:
    place = tmp_path / "Vorlage.pdf"
    place.write_bytes(b"an older one")
    assert save(place, b"%PDF new") is None
    assert place.read_bytes() == b"%PDF new"
    assert [path.name for path in tmp_path.iterdir()] == ["Vorlage.pdf"]


def test_a_full_disk_leaves_the_older_paper_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "Vorlage.pdf"
    place.write_bytes(b"an older one")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    trouble = save(place, b"%PDF new")
    assert trouble is not None
    assert "Nicht gespeichert" in language("de").say(trouble)
    assert place.read_bytes() == b"an older one"
    assert [path.name for path in tmp_path.iterdir()] == ["Vorlage.pdf"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    trouble = save(tmp_path / "nowhere" / "Vorlage.pdf", b"%PDF")
    assert trouble is not None
    assert "nowhere" in language("en").say(trouble)


@pytest.mark.parametrize("code", ["de", "en"])
def test_the_paper_speaks_the_language_that_was_chosen_for_it(
    demo_window: MainWindow, code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = page_of(demo_window, ReportsPage)
    place = tmp_path / "paper"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    page.languages.segments[code].click()
    page.save.click()
    assert not page.save.isEnabled()
    qtbot.waitUntil(page.save.isEnabled, timeout=60_000)
    with pikepdf.open(place.with_suffix(".pdf")) as paper:
        assert str(paper.Root.Lang).startswith(code)
    assert "unverschlüsselt" in page.making.outcome.text


def test_an_opened_paper_lies_with_its_owner_alone_and_is_gone_after_locking(
    demo_window: MainWindow, opened_outside: list[str], qtbot: QtBot
) -> None:
    page = page_of(demo_window, ReportsPage)
    page.open.click()
    qtbot.waitUntil(lambda: bool(opened_outside), timeout=60_000)
    place = Path(opened_outside[0])
    assert place.name == "Vorlage für die Geschäftsleitung.pdf", "viewers keep names, so it is not the company's"
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
    demo_window.lock()
    assert not place.exists()


def test_a_machine_without_a_viewer_is_told_to_save(demo: Session, surroundings: Surroundings) -> None:
    without = paper_deeds(demo, _without_viewer(surroundings))
    trouble = without.show_outside("de", b"%PDF")
    assert trouble is not None
    assert "PDF" in language("de").say(trouble)


def test_a_paper_can_be_cancelled(
    demo_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = page_of(demo_window, ReportsPage)
    place = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    page.save.click()
    page.making.cancel.click()
    qtbot.waitUntil(page.save.isEnabled, timeout=60_000)
    assert not place.exists()
    assert page.making.outcome.text.startswith("Abgebrochen")


def test_nothing_happens_when_the_file_dialog_is_left(demo_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of(demo_window, ReportsPage)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.save.click()
    assert page.save.isEnabled()


def test_an_old_assessment_can_be_printed_again(
    demo_window: MainWindow, opened_outside: list[str], qtbot: QtBot
) -> None:
    demo_window.open_page("earlier")
    page = demo_window.findChild(EarlierPage)
    assert page is not None
    page.open.click()
    qtbot.waitUntil(lambda: bool(opened_outside), timeout=60_000)


def test_an_old_assessment_can_be_saved_where_there_is_no_viewer(
    demo_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    demo_window.open_page("earlier")
    page = demo_window.findChild(EarlierPage)
    assert page is not None
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.save.click()
    assert page.save.isEnabled()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "damals"), ""))
    page.save.click()
    assert not page.open.isEnabled()
    qtbot.waitUntil(page.save.isEnabled, timeout=60_000)
    assert (tmp_path / "damals.pdf").read_bytes().startswith(b"%PDF")
    assert "unverschlüsselt" in page.making.outcome.text


def test_the_same_assessment_gives_the_same_bytes(demo: Session, surroundings: Surroundings) -> None:
    deeds = paper_deeds(demo, surroundings)
    one, other = (deeds.old_paper(demo.records[0], "de")(Progress(lambda *_: None)) for _ in range(2))
    assert one == other


def test_the_title_of_a_paper_is_fit_for_a_file_name(demo: Session, surroundings: Surroundings) -> None:
    title = paper_deeds(demo, surroundings).title("de")
    assert title == "Vorlage für die Geschäftsleitung Muster Maschinenbau GmbH"


def _without_viewer(surroundings: Surroundings) -> Surroundings:
    from dataclasses import replace  # noqa: PLC0415 - only here

    return replace(surroundings, open_outside=lambda _: False)
