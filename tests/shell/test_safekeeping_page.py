"""The vault page with a real vault: backups made, copied, proven and restored, damage named in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.registers.safekeeping.commands import proofs
from app.shell.desk import Desk
from app.shell.pages.safekeeping import SafekeepingPage
from app.shell.pages.safekeeping_none import NothingToKeep
from app.shell.session import Session, open_vault
from app.shell.surroundings import Surroundings
from app.shell.window import MainWindow
from app.wizard.answers import answer
from database.backup_file import found_in
from database.key_slots import opens, renew_recovery_key
from tests.shell.safekeeping_worlds import said, vault_page, wait_for
from tests.shell.test_pages import settle
from tests.shell.worlds import NOW, PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def with_backup(window: MainWindow, qtbot: QtBot) -> SafekeepingPage:
    page = vault_page(window, "backups")
    qtbot.waitUntil(lambda: page.backups.table.model().rowCount() > 0)
    return page


def test_the_state_leads_to_what_can_be_done(own_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def nowhere(*_: object) -> str:
        asked.append(1)
        return ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", nowhere)
    page = vault_page(own_window)
    for key, part in (("second", "backups"), ("proof", "backups"), ("sheet", "keys"), ("integrity", "file")):
        vault_page(own_window)
        page.state.rows[key].button.click()
        assert [name for name, pill in page.pills.items() if pill.isChecked()] == [part]
    assert asked
    page.state.rows["saved"].button.click()
    desk = own_window.centralWidget()
    assert isinstance(desk, Desk)
    assert desk.navigation.current == "history"


def test_the_part_is_kept_when_the_language_changes(own_window: MainWindow) -> None:
    vault_page(own_window, "keys")
    own_window.speak("de")
    desk = own_window.centralWidget()
    assert isinstance(desk, Desk)
    assert isinstance(desk.page, SafekeepingPage)
    assert desk.page.pills["keys"].isChecked()


def test_a_backup_is_made_now_and_stands_in_the_list(
    own_window: MainWindow, surroundings: Surroundings, vault_place: Path, qtbot: QtBot
) -> None:
    page = with_backup(own_window, qtbot)
    before = page.backups.table.model().rowCount()
    page.backups.back_up.click()
    qtbot.waitUntil(lambda: page.backups.table.model().rowCount() == before + 1)
    assert len(found_in(surroundings.folders.backups_of(vault_place)).backups) == before + 1


def test_the_newest_backup_is_proven_and_the_result_is_kept_in_words(
    own_window: MainWindow, own_session: Session, surroundings: Surroundings, vault_place: Path, qtbot: QtBot
) -> None:
    page = with_backup(own_window, qtbot)
    page.backups.prove.credential.passphrase.set_text(PASSPHRASE)
    page.backups.prove.prove.click()
    assert wait_for(page.backups.prove, qtbot).startswith("Proven: restored, 3 records equal,")
    [proof] = proofs(own_session.vault)
    assert (proof.opened_with, proof.failure, proof.records) == ("passphrase", "", 3)
    assert "restored, 3 records equal" in said(vault_page(own_window))
    assert page.backups.proofs.model().rowCount() == 1
    folder = surroundings.folders.backups_of(vault_place)
    assert not [one for one in folder.iterdir() if "trial" in one.name]


def test_a_proof_with_the_sheet_counts_as_that(own_window: MainWindow, own_session: Session, qtbot: QtBot) -> None:
    key = renew_recovery_key(own_session.vault, NOW.date())
    page = with_backup(own_window, qtbot)
    page.backups.back_up.click()
    qtbot.waitUntil(lambda: page.backups.table.model().rowCount() > 1)
    page.backups.table.selectRow(1)  # both are of the same moment, for the clock stands still
    card = page.backups.prove
    card.credential.kinds.segments["recovery"].click()
    card.credential.recovery.set_text(" ".join(key.words()))
    card.prove.click()
    assert "restored" in wait_for(card, qtbot)
    assert [proof.opened_with for proof in proofs(own_session.vault)] == ["recovery"]


def test_a_wrong_passphrase_proves_nothing(own_window: MainWindow, own_session: Session, qtbot: QtBot) -> None:
    card = with_backup(own_window, qtbot).backups.prove
    card.prove.click()
    assert "enter the passphrase" in card.credential.passphrase.hint.text
    card.credential.passphrase.set_text("nicht diese passphrase")
    card.prove.click()
    wait_for(card, qtbot)
    assert card.credential.passphrase.edit.property("state") == "error"
    assert proofs(own_session.vault) == ()


def test_a_damaged_backup_is_a_finding_that_is_kept(
    own_window: MainWindow, own_session: Session, surroundings: Surroundings, vault_place: Path, qtbot: QtBot
) -> None:
    page = with_backup(own_window, qtbot)
    [backup] = found_in(surroundings.folders.backups_of(vault_place)).backups
    content = bytearray(backup.path.read_bytes())
    content[len(content) // 2] ^= 1
    backup.path.write_bytes(content)
    page.backups.prove.credential.passphrase.set_text(PASSPHRASE)
    page.backups.prove.prove.click()
    assert "damaged" in wait_for(page.backups.prove, qtbot)
    assert [proof.failure for proof in proofs(own_session.vault)] == ["damaged"]


def test_a_second_place_is_chosen_and_given_up(
    own_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    page = with_backup(own_window, qtbot)
    page.backups.second.choose.click()
    qtbot.waitUntil(lambda: len(found_in(stick).backups) > 0)
    qtbot.waitUntil(lambda: str(stick) in said(page.backups.second))
    stick.rename(tmp_path / "pulled")
    page._desk.care.look()
    qtbot.waitUntil(lambda: "not connected" in said(page.backups.second))
    page.backups.second.none.click()
    qtbot.waitUntil(lambda: "Choose a stick" in said(page.backups.second))


def test_a_backup_becomes_a_new_vault_beside_the_open_one(
    own_window: MainWindow, own_session: Session, surroundings: Surroundings, qtbot: QtBot
) -> None:
    page = with_backup(own_window, qtbot)
    page.backups.restore.click()
    scene = page.scene
    assert scene is not None
    qtbot.waitUntil(lambda: scene.table.model().rowCount() > 0)
    qtbot.waitUntil(scene.restore.isEnabled)
    scene.credential.passphrase.set_text(PASSPHRASE)
    scene.restore.click()
    qtbot.waitUntil(page.restored.isVisible, timeout=20_000)
    new = page.restored._place
    assert new.parent == surroundings.folders.vaults
    assert opens(new, PASSPHRASE)
    assert own_window.session is own_session
    page.restored.open.click()
    assert own_window.session is None
    assert own_window.entrance.place == new


def test_damage_is_named_calmly_with_the_last_backups_and_marked_beside_the_page(
    own_window: MainWindow, vault_place: Path, qtbot: QtBot
) -> None:
    page = with_backup(own_window, qtbot)
    content = bytearray((vault_place / "register.db").read_bytes())
    content[-100] ^= 1
    (vault_place / "register.db").write_bytes(content)
    vault_page(own_window, "file")
    page._desk.care.check()
    qtbot.waitUntil(lambda: page._desk.care.integrity.state == "damaged", timeout=20_000)
    words = said(page.file)
    assert "Something in the vault is damaged" in words
    assert "22 Nov 2026" in words
    assert page.file.restore.isVisible()
    desk = own_window.centralWidget()
    assert isinstance(desk, Desk)
    assert any("damaged" in str(desk.navigation.model().index(row, 0).data()) for row in range(20))


def test_the_whole_file_is_checked_on_demand(own_window: MainWindow, qtbot: QtBot) -> None:
    page = vault_page(own_window, "file")
    page.file.check.action.click()
    assert not page.file.check.action.isEnabled()
    qtbot.waitUntil(lambda: "as it was written" in said(page.file))
    assert page.file.check.action.isEnabled()


def test_a_synchronised_folder_and_a_copy_in_it_are_explained(
    own_window: MainWindow, vault_place: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (vault_place / "register (1).db").write_bytes(b"x")
    monkeypatch.setattr("app.shell.safekeeping_desk.service_of", lambda _: "OneDrive")
    page = vault_page(own_window, "file")
    qtbot.waitUntil(lambda: "OneDrive" in said(page.file))
    assert "register (1).db" in said(page.file)
    assert "copies found" in page.state.rows["place"].chip.accessibleName()


def test_a_failed_backup_is_one_sentence_on_the_page_and_in_the_bar(
    own_window: MainWindow, own_session: Session, surroundings: Surroundings, qtbot: QtBot
) -> None:
    page = with_backup(own_window, qtbot)
    folder = page._desk.folder
    folder.rename(folder.with_name("gone"))
    folder.write_text("a file where the folder should be")
    own_session.keep(answer(own_session.answers, "company", "Anders GmbH"))
    page.backups.back_up.click()
    desk = own_window.centralWidget()
    assert isinstance(desk, Desk)
    qtbot.waitUntil(lambda: "no backup" in desk.top.saved.words.text())
    assert "Everything is saved" in desk.top.saved.accessibleDescription()
    assert "not possible" in page.state.rows["backup"].chip.accessibleName()
    del surroundings


def test_locking_while_everything_runs_loses_nothing(
    own_window: MainWindow, own_session: Session, vault_place: Path, qtbot: QtBot
) -> None:
    page = with_backup(own_window, qtbot)
    page.backups.prove.credential.passphrase.set_text(PASSPHRASE)
    page.backups.prove.prove.click()
    page.backups.back_up.click()
    page.file.check.action.click()
    own_session.keep(answer(own_session.answers, "company", "Zuletzt GmbH"))
    own_window.lock()
    QThreadPool.globalInstance().waitForDone()
    settle()
    again = open_vault(vault_place, PASSPHRASE, lambda: NOW)
    assert again.company == "Zuletzt GmbH"
    again.close()


def test_the_demo_company_is_told_what_a_vault_of_ones_own_has(demo_window: MainWindow) -> None:
    demo_window.open_page("vault/keys")
    desk = demo_window.centralWidget()
    assert isinstance(desk, Desk)
    assert isinstance(desk.page, NothingToKeep)
    desk.page.new.click()
    assert demo_window.session is None
