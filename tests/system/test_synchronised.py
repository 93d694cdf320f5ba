"""A folder that a service copies to other computers is known by what the service tells, leaves behind or is called."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system import synchronised
from app.system.languages import language
from app.system.synchronised import Surroundings, service_of, warning

NAMED = {
    "OneDrive": "OneDrive",
    "OneDrive - Müller GmbH": "OneDrive",
    "OneDrive – Persönlich": "OneDrive",
    "onedrive": "OneDrive",
    "Dropbox": "Dropbox",
    "Dropbox (Müller GmbH)": "Dropbox",
    "Müller GmbH Dropbox": "Dropbox",
    "Google Drive": "Google Drive",
    "GoogleDrive": "Google Drive",
    "Google Drive-mueller@example.com": "Google Drive",
    "iCloudDrive": "iCloud Drive",
    "iCloud Drive": "iCloud Drive",
    "Library/Mobile Documents/com~apple~CloudDocs": "iCloud Drive",
    "Library/CloudStorage/OneDrive-MüllerGmbH": "OneDrive",
    "Library/CloudStorage/GoogleDrive-mueller@example.com": "Google Drive",
    "Library/CloudStorage/Dropbox": "Dropbox",
    "Library/CloudStorage/Box-Box": "Box",
    "Library/CloudStorage/Unheard-of": "Unheard",
    "Nextcloud": "Nextcloud",
    "Nextcloud2": "Nextcloud",
    "ownCloud": "ownCloud",
    "pCloudDrive": "pCloud",
    "pCloud Sync": "pCloud",
    "MagentaCLOUD": "MagentaCLOUD",
    "Box": "Box",
    "Box Sync": "Box",
    "HiDrive": "HiDrive",
    "STRATO HiDrive": "HiDrive",
    "Seafile/Meine Bibliothek": "Seafile",
    "Proton Drive": "Proton Drive",
    "SynologyDrive": "Synology Drive",
    "Tresorit": "Tresorit",
    "MEGAsync": "MEGA",
    "Syncthing": "Syncthing",
}
ORDINARY = [
    ".local/share/Nachweis/vaults",
    "AppData/Local/Nachweis/vaults",
    "Documents",
    "Dokumente/Meine Ablage",
    "Firma/Box",
    "Dropboxen",
    "OneDriver",
    "Nextcloud Handbuch",
    "Library/Application Support/Nachweis",
]
LEFT_BEHIND = {
    ".stfolder": "Syncthing",
    ".sync_1a2b3c.db": "Nextcloud",
    "._sync_1a2b3c.db": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".dropbox.cache": "Dropbox",
    ".tmp.driveupload": "Google Drive",
    ".SynologyWorkingDirectory": "Synology Drive",
}
VAULT = "Müller.nachweis"


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    home = tmp_path / "home"
    home.mkdir()
    return Surroundings(home, {}, ())


@pytest.mark.parametrize(("folder", "service"), NAMED.items())
def test_a_service_is_known_by_the_name_of_its_folder(folder: str, service: str, around: Surroundings) -> None:
    for written in (folder, unicodedata.normalize("NFD", folder)):
        named = around.home / written
        assert service_of(named, around) == service
        assert service_of(named / "Recht" / VAULT, around) == service


@pytest.mark.parametrize("folder", ORDINARY)
def test_an_ordinary_folder_is_none(folder: str, around: Surroundings) -> None:
    assert service_of(around.home / folder / VAULT, around) is None


def test_nobody_is_warned_because_of_what_a_vault_or_a_user_is_called(tmp_path: Path) -> None:
    home = tmp_path / "seafile"
    assert service_of(home / "vaults" / "Dropbox.nachweis", Surroundings(home, {}, ())) is None


def test_a_drive_of_google_is_known_by_its_first_folder(around: Surroundings) -> None:
    assert service_of(Path("/Meine Ablage") / VAULT, around) == "Google Drive"
    assert service_of(Path("/My Drive/Recht") / VAULT, around) == "Google Drive"


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_onedrive_tells_its_folder_in_a_variable(variable: str, around: Surroundings) -> None:
    told = Surroundings(around.home, {variable: str(around.home / "Firmenablage")}, ())
    assert service_of(around.home / "Firmenablage" / "Dokumente" / VAULT, told) == "OneDrive"
    assert service_of(around.home / "FIRMENABLAGE" / VAULT, told) == "OneDrive"
    assert service_of(around.home / "Firmenablage alt" / VAULT, told) is None


@pytest.mark.parametrize("nonsense", ["", "/", ".", "relative", "\0", "/a\0b", "//"])
def test_a_variable_with_nonsense_in_it_tells_nothing(nonsense: str, around: Surroundings) -> None:
    assert service_of(around.home / VAULT, Surroundings(around.home, {"OneDrive": nonsense}, ())) is None


def test_onedrive_tells_the_libraries_of_sharepoint_in_the_registry(around: Surroundings) -> None:
    library = around.home / "Müller GmbH" / "Geschäftsleitung - Dokumente"
    assert service_of(library / VAULT, Surroundings(around.home, {}, (library,))) == "OneDrive"


@pytest.mark.parametrize("base", [".dropbox", "roaming/Dropbox", "local/Dropbox"])
def test_dropbox_tells_its_folders_in_a_file(base: str, around: Surroundings) -> None:
    told = around.home / base / "info.json"
    told.parent.mkdir(parents=True)
    accounts = {"personal": {"path": str(around.home / "Privat")}, "business": {"path": str(around.home / "Firma")}}
    told.write_text(json.dumps(accounts), encoding="utf-8")
    variables = {"APPDATA": str(around.home / "roaming"), "LOCALAPPDATA": str(around.home / "local")}
    surroundings = Surroundings(around.home, variables, ())
    assert service_of(around.home / "Firma" / VAULT, surroundings) == "Dropbox"
    assert service_of(around.home / "Privat" / VAULT, surroundings) == "Dropbox"
    assert service_of(around.home / "Daten" / VAULT, surroundings) is None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'"path"', b'{"personal": 1}', b'{"personal": {"path": 1}}', b"\xff", b"[" * 60_000]
)
def test_a_file_of_dropbox_that_tells_nonsense_tells_nothing(content: bytes, around: Surroundings) -> None:
    told = around.home / ".dropbox" / "info.json"
    told.parent.mkdir()
    told.write_bytes(content)
    assert service_of(around.home / VAULT, around) is None


@pytest.mark.parametrize(("trace", "service"), LEFT_BEHIND.items())
def test_a_service_is_known_by_what_it_leaves_in_its_folder(trace: str, service: str, around: Surroundings) -> None:
    folder = around.home / "Ablage"
    (folder / "Recht" / VAULT).mkdir(parents=True)
    (folder / trace).touch()
    assert service_of(folder / "Recht" / VAULT, around) == service
    assert service_of(folder / "not yet there" / VAULT, around) == service
    assert service_of(around.home / "Anderes" / VAULT, around) is None


def test_a_link_into_a_synchronised_folder_hides_nothing(around: Surroundings) -> None:
    (around.home / "Nextcloud").mkdir()
    (around.home / "Ablage").symlink_to(around.home / "Nextcloud", target_is_directory=True)
    assert service_of(around.home / "Ablage" / VAULT, around) == "Nextcloud"


def test_documents_that_macos_keeps_in_icloud_are_known(around: Surroundings) -> None:
    cloud = around.home / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    cloud.mkdir(parents=True)
    (around.home / "Documents").mkdir()
    assert service_of(around.home / "Documents" / VAULT, around) is None
    (cloud / "Documents").symlink_to(around.home / "Documents", target_is_directory=True)
    assert service_of(around.home / "Documents" / VAULT, around) == "iCloud Drive"


def test_links_in_a_circle_and_places_out_of_reach_are_none(around: Surroundings) -> None:
    (around.home / "a").symlink_to(around.home / "b")
    (around.home / "b").symlink_to(around.home / "a")
    for place in ("a/x.nachweis", "nothing/there", "x" * 5_000, "nul\0", "\udcff", "..", ""):
        assert service_of(around.home / place, around) is None


@given(names=st.lists(st.text(), max_size=4))
def test_no_name_however_odd_is_an_error(names: list[str]) -> None:
    found = service_of(Path("/nowhere", *names), Surroundings(Path("/nowhere"), {}, ()))
    assert found is None or isinstance(found, str)


def test_this_computer_is_asked_unless_another_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDrive", str(tmp_path / "Wolke"))
    assert service_of(tmp_path / "Wolke" / VAULT) == "OneDrive"
    assert Surroundings().home == Path(os.path.expanduser("~"))  # noqa: PTH111 - the same question as in the code
    assert isinstance(synchronised._registered(), tuple)


def test_the_warning_names_the_service_and_what_helps() -> None:
    said = {code: language(code).say(warning("OneDrive")) for code in ("de", "en")}
    assert said["de"] != said["en"]
    assert all(words.count("OneDrive") == 3 for words in said.values())
    assert "Sicherungen" in said["de"]
