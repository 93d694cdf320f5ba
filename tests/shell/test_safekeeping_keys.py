"""The keys on the vault page: another passphrase, a sheet that is made and checked, this computer, a new key."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.registers.safekeeping.commands import sheet_checks
from app.shell.desk import Desk
from app.shell.keys_desk import KeyDesk
from app.shell.session import Session, open_vault
from app.shell.surroundings import Surroundings
from app.shell.window import MainWindow
from app.ui.task import Progress
from database.credentials import RecoveryKey
from database.errors import ReadOnlyVault, WrongPassphrase
from database.history import entries
from database.key_slots import opens
from tests.shell.safekeeping_worlds import key_of, put_off, said, type_back, vault_page, wait_for
from tests.shell.worlds import NOW, PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NEW = "eine ganz neue lange passphrase"


def names(session: Session) -> list[str]:
    return [entry.name for entry in entries(session.vault)]


def test_the_passphrase_is_changed_and_the_old_one_opens_no_longer(
    own_window: MainWindow, own_session: Session, vault_place: Path, qtbot: QtBot
) -> None:
    card = vault_page(own_window, "keys").keys.passphrase
    card.action.click()
    card.old.set_text(PASSPHRASE)
    card.new.first.set_text(NEW)
    card.new.second.set_text(NEW)
    card.change.click()
    assert "new passphrase" in wait_for(card, qtbot)
    assert (opens(vault_place, NEW), opens(vault_place, PASSPHRASE)) == (True, False)
    assert "passphrase.changed" in names(own_session)
    assert not any(field.text() for field in (card.old, card.new.first, card.new.second))
    assert card.form.isHidden()


def test_a_wrong_old_passphrase_is_said_at_its_field_and_changes_nothing(
    own_window: MainWindow, vault_place: Path, qtbot: QtBot
) -> None:
    card = vault_page(own_window, "keys").keys.passphrase
    card.action.click()
    card.change.click()
    assert card.old.edit.property("state") == "error"
    card.old.set_text("nicht diese passphrase")
    card.new.first.set_text(NEW)
    card.new.second.set_text(NEW)
    card.change.click()
    wait_for(card, qtbot)
    assert "does not fit" in card.old.hint.text
    assert opens(vault_place, PASSPHRASE)


@pytest.mark.parametrize(("first", "second"), [("kurz", "kurz"), (NEW, NEW + "x")])
def test_a_new_passphrase_that_is_too_short_or_not_the_same_is_not_taken(
    own_window: MainWindow, vault_place: Path, first: str, second: str
) -> None:
    card = vault_page(own_window, "keys").keys.passphrase
    card.action.click()
    card.old.set_text(PASSPHRASE)
    card.new.first.set_text(first)
    card.new.second.set_text(second)
    card.change.click()
    assert not card.is_busy
    assert opens(vault_place, PASSPHRASE)


def test_a_sheet_is_made_shown_and_asked_back(
    own_window: MainWindow, own_session: Session, vault_place: Path, qtbot: QtBot
) -> None:
    page = vault_page(own_window)
    assert "Without it nobody can help" in said(page)
    page.state.rows["sheet"].button.click()
    card = page.keys.sheet
    card.make_now.click()
    wait_for(card, qtbot)
    assert opens(vault_place, key_of(card.shown))
    type_back(card.shown)
    assert "In a year" in wait_for(card, qtbot)
    assert card.shown.step is None
    assert len(sheet_checks(own_session.vault)) == 1
    assert "last checked on" in said(vault_page(own_window))


def test_a_sheet_that_is_not_checked_stays_due(own_window: MainWindow, qtbot: QtBot) -> None:
    card = vault_page(own_window, "keys").keys.sheet
    card.make.click()
    card.make_now.click()
    wait_for(card, qtbot)
    put_off(card.shown)
    assert "not checked yet" in card.outcome.text
    assert "not checked yet" in said(vault_page(own_window))
    desk = own_window.centralWidget()
    assert isinstance(desk, Desk)
    model = desk.navigation.model()
    assert any("due" in str(model.index(row, 0).data()) for row in range(model.rowCount()))


def test_the_yearly_check_takes_two_groups_or_all_eight_and_finds_a_wrong_key(
    own_window: MainWindow, own_session: Session, qtbot: QtBot
) -> None:
    card = vault_page(own_window, "keys").keys.sheet
    card.make.click()
    card.make_now.click()
    wait_for(card, qtbot)
    key, check = key_of(card.shown), card.sheet_check
    put_off(card.shown)
    card.check.click()
    check.two.click()
    assert "cannot be group" in check.groups[0].hint.text
    for field, number in zip(check.groups, check.asked, strict=True):
        field.set_text(key.words()[number - 1])
    check.two.click()
    assert "In a year" in wait_for(card, qtbot)
    card.check.click()
    check.all.set_text(" ".join(RecoveryKey.random().words()))
    check.everything.click()
    assert "does not open this vault" in wait_for(card, qtbot)
    check.all.set_text("-".join(key.words()).lower())
    check.everything.click()
    assert "In a year" in wait_for(card, qtbot)
    assert len(sheet_checks(own_session.vault)) == 2


def test_in_a_vault_that_is_only_read_no_key_is_changed(vault_place: Path, surroundings: Surroundings) -> None:
    session = open_vault(vault_place, PASSPHRASE, lambda: NOW, read_only=True)
    desk = KeyDesk(session, surroundings)
    progress = Progress(lambda *_: None)
    for work in (desk.changing_passphrase(PASSPHRASE, NEW), desk.making_sheet(), desk.encrypting_anew(PASSPHRASE)):
        with pytest.raises(ReadOnlyVault):
            work(progress)
    with pytest.raises(WrongPassphrase):
        desk.changing_passphrase("nicht diese", NEW)(progress)
    session.close()
