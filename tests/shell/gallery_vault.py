"""The pages around a vault of one's own, for the gallery: its parts with their forms open, its history, its damage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.registers.schema import SCHEMA
from app.shell.desk import Desk
from app.shell.models.integrity import Integrity
from app.shell.opening import Entered
from app.shell.pages.safekeeping import PARTS, SafekeepingPage
from app.shell.session import demo_company, open_vault
from app.shell.window import MainWindow
from app.wizard.answers import answer
from app.wizard.stored import from_json, to_json
from database.errors import DamagedVault
from database.keys import Argon2Cost
from database.vault import create
from tests.shell.worlds import NOW, PASSPHRASE

_PATIENCE = 400


def own_pages(window: MainWindow, place: Path) -> Iterator[str]:
    """Show the pages one after the other, and yield what each is called."""
    _enter(window, place)
    for part in PARTS:
        page = _page(window, part)
        _until(lambda page=page: page.backups.table.model().rowCount() > 0)  # type: ignore[misc]  # the page of now
        yield f"own-vault-{part}"
    page = _page(window, "keys")
    page.keys.passphrase.unfold()
    page.keys.sheet.begin()
    yield "own-vault-keys-open"
    page = _page(window, "file")
    page._desk.care.integrity = Integrity("damaged", NOW, DamagedVault(None, "register"))
    page._desk.care.changed.emit()
    yield "own-vault-file-damaged"
    window.open_page("history")
    yield "own-history"


def _enter(window: MainWindow, place: Path) -> None:
    create(place, PASSPHRASE, SCHEMA, cost=Argon2Cost(1, 1, 64)).close()
    session, demo = open_vault(place, PASSPHRASE, lambda: NOW), demo_company(lambda: NOW)
    session.keep(from_json(to_json(demo.answers)))
    session.record()
    session.keep(answer(session.answers, "company", "Muster Maschinenbau SE"))
    session.record()
    demo.close()
    window._opened(Entered(session))


def _page(window: MainWindow, part: str) -> SafekeepingPage:
    window.open_page(f"vault/{part}")
    desk = window.centralWidget()
    assert isinstance(desk, Desk)
    assert isinstance(desk.page, SafekeepingPage)
    return desk.page


def _until(so: Callable[[], bool]) -> None:
    for _ in range(_PATIENCE):
        QApplication.processEvents()
        if so():
            return
        QApplication.instance().thread().msleep(10)  # type: ignore[union-attr]  # there is one
