"""A window on the vault page of a real vault, and what somebody does there, for the tests of that page."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.shell.desk import Desk
from app.shell.pages.safekeeping import SafekeepingPage
from app.shell.pages.safekeeping_card import DeedCard
from app.shell.pages.safekeeping_sheet import KeyShown
from app.shell.window import MainWindow
from database.credentials import RecoveryKey, recovery_key_from

_AS_READ = {0xA0: " ", 0x200B: ""}
"""What the screen adds so that lines break well."""


def vault_page(window: MainWindow, part: str = "state") -> SafekeepingPage:
    window.open_page(f"vault/{part}")
    QApplication.processEvents()
    desk = window.centralWidget()
    assert isinstance(desk, Desk)
    assert isinstance(desk.page, SafekeepingPage)
    return desk.page


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible()).translate(_AS_READ)


def wait_for(card: DeedCard, qtbot: QtBot) -> str:
    """Wait until a card has done its work, and return what it says."""
    qtbot.waitUntil(lambda: not card.is_busy, timeout=20_000)
    QApplication.processEvents()
    return card.outcome.text.translate(_AS_READ)


def key_of(shown: KeyShown) -> RecoveryKey:
    """Read the key from the screen, as somebody would who writes it down."""
    assert shown.step is not None
    return recovery_key_from("".join(shown.step._words))


def type_back(shown: KeyShown) -> None:
    assert shown.step is not None
    for field, number in zip(shown.step.fields, shown.step._asked, strict=True):
        field.set_text(shown.step._words[number - 1].lower())
    shown.step.go_on.click()


def put_off(shown: KeyShown) -> None:
    assert shown.step is not None
    shown.step.later.click()
