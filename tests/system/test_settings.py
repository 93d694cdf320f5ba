"""Settings survive; damage costs the settings, not the start, and not the damaged file."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.system.known_vaults import KnownVault
from app.system.settings import LOCK_AFTER, Settings, load, save
from database.errors import PathProblem

KEPT = Settings(
    language="en",
    colour_scheme="dark",
    window_geometry="AAEC",
    lock_after=30,
    vaults=(KnownVault(place="/home/m/Müller & Söhne.nachweis", device="ab12"), KnownVault(place="/b.nachweis")),
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_settings_come_back_as_they_were_saved(path: Path) -> None:
    save(path, Settings())
    save(path, KEPT)
    assert load(path) == (KEPT, None)
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_they_belong_to_the_owner_alone(path: Path) -> None:
    save(path, KEPT)
    if os.name == "posix":  # Windows inherits the rights of the user's own folder
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_without_a_file_the_defaults_apply(path: Path) -> None:
    assert load(path) == (Settings(), None)
    assert load(path.with_name("a\0b")) == (Settings(), None)


@given(st.binary(max_size=300) | JSON.map(lambda value: json.dumps(value).encode()) | st.just(b"[" * 100_000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_gives_the_defaults_and_is_put_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    found, aside = load(path)
    assert found == Settings()
    if aside is not None:
        assert aside.read_bytes() == content
        aside.unlink()
    else:
        assert isinstance(json.loads(content), dict)


@given(
    st.sampled_from(["language", "colour_scheme", "window_geometry", "lock_after"]),
    JSON.filter(lambda value: not isinstance(value, str) and value is not None and value not in LOCK_AFTER)
    | st.just("a\0§"),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_wrong_key_costs_only_that_key(path: Path, name: str, value: object) -> None:
    save(path, KEPT)
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), name: value}), encoding="utf-8")
    found, aside = load(path)
    assert getattr(found, name) == getattr(Settings(), name)
    assert [key for key in Settings.__slots__ if getattr(found, key) != getattr(KEPT, key)] == [name]
    assert aside is not None
    aside.unlink()


def test_one_bad_vault_costs_only_that_vault(path: Path) -> None:
    save(path, KEPT)
    found = json.loads(path.read_text(encoding="utf-8"))
    found["vaults"].insert(1, {"place": ["/etc"]})
    path.write_text(json.dumps(found), encoding="utf-8")
    kept, aside = load(path)
    assert kept == KEPT
    assert aside is not None


def test_the_one_vault_of_an_older_settings_file_is_still_known(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"language": "en", "last_vault": "/a.nachweis"}', encoding="utf-8")
    assert load(path) == (Settings(language="en", vaults=(KnownVault(place="/a.nachweis"),)), None)


def test_a_key_of_another_version_is_ignored(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"language": "en", "invention": 1}', encoding="utf-8")
    assert load(path) == (Settings(language="en"), None)


def test_damaged_files_do_not_replace_each_other(path: Path) -> None:
    path.parent.mkdir()
    for number, content in enumerate(("one", "two"), start=1):
        path.write_text(content, encoding="utf-8")
        aside = load(path)[1]
        assert aside == path.with_name(f"settings.damaged-{number}.json")
        assert aside.read_text(encoding="utf-8") == content


def test_a_damaged_file_that_cannot_be_put_aside_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    path.parent.mkdir()
    path.write_text("damaged", encoding="utf-8")
    monkeypatch.setattr(Path, "rename", refuse)
    assert load(path) == (Settings(), None)
    assert path.read_text(encoding="utf-8") == "damaged"


def test_a_place_that_cannot_be_written_to_is_a_known_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(PathProblem):
        save(tmp_path / "file" / "settings.json", KEPT)
