"""Every place is the platform's own, and every company gets a folder that every platform can name."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PureWindowsPath

import platformdirs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.system.folders import file_name, of_this_user, place_for_vault
from database.errors import PathProblem


def test_every_place_is_absolute_and_of_its_own() -> None:
    folders = of_this_user()
    places = [folders.settings, folders.vaults, folders.backups, folders.log, folders.opened]
    assert all(place.is_absolute() for place in places)
    assert len(set(places)) == 5
    assert folders.backups_of(folders.vaults / "Muster GmbH.nachweis") == folders.backups / "Muster GmbH"


def test_without_a_home_folder_there_is_a_known_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: Path("~/.local/share/Nachweis"))
    with pytest.raises(PathProblem) as caught:
        of_this_user()
    assert caught.value.reason == "missing"


@given(st.text(max_size=300) | st.text('./\\ :*?"<>|\u202e\n', max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_company_name_becomes_a_folder_that_can_be_made(tmp_path: Path, company: str) -> None:
    place = place_for_vault(tmp_path, company)
    assert place.parent == tmp_path
    assert place.suffix == ".nachweis"
    assert len(place.name.encode()) < 100
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in place.name)
    assert not set(place.name) & set('<>:"/\\|?*')
    place.mkdir()
    place.rmdir()


@pytest.mark.parametrize("words", ["CON", "nul.txt", "Com1", "lpt9"])
def test_a_name_that_windows_keeps_for_itself_is_avoided(words: str) -> None:
    assert file_name(words, ".pdf") == f"_{words}.pdf"
    assert PureWindowsPath(file_name(words, ".pdf")).stem != words


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Muster Maschinenbau GmbH", "Muster Maschinenbau GmbH"),
        ("Müller & Söhne KG.", "Müller & Söhne KG"),
        ("a/b\\c", "a b c"),
        ("..", "Nachweis"),
        ("", "Nachweis"),
        ("ü" * 100, "ü" * 30),
    ],
)
def test_a_name_stays_as_readable_as_it_can(words: str, name: str) -> None:
    assert file_name(words, "") == name


def test_a_second_company_of_the_same_name_gets_its_own_folder(tmp_path: Path) -> None:
    for expected in ("Muster.nachweis", "Muster 2.nachweis", "Muster 3.nachweis"):
        place = place_for_vault(tmp_path, "Muster")
        assert place.name == expected
        place.mkdir()
