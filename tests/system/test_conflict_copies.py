"""A copy that a service has left is recognised by its name, and nothing of ours is ever taken for one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system.conflict_copies import conflict_copies, explanation, original_of
from app.system.languages import language
from database.files import SUFFIX
from database.folder import KEYS
from database.header import REGISTER, is_register
from database.lock import LOCK

COPIES = {
    "register-PC-MUELLER.db": "register.db",
    "register-DESKTOP-7A2.db": "register.db",
    "register-2-PC-MUELLER.db": "register-2.db",
    "vault-PC-MUELLER.json": "vault.json",
    "register (conflicted copy 2026-11-25).db": "register.db",
    "register (PC's conflicted copy 2026-11-25).db": "register.db",
    "register (In Konflikt stehende Kopie von PC 2026-11-25).db": "register.db",
    "register (PC in Konflikt stehende Kopie 2026-11-25).db": "register.db",
    "vault (Case Conflict).json": "vault.json",
    "register_conflict-20261125-101010.db": "register.db",
    "register (conflicted copy 2026-11-25 101010).db": "register.db",
    "register.sync-conflict-20261125-101010-ABCDEFG.db": "register.db",
    "vault.sync-conflict-20261125-101010-ABCDEFG.json": "vault.json",
    "register (1).db": "register.db",
    "register-3 (1).db": "register-3.db",
    "register 2.db": "register.db",
    "register-2 2.db": "register-2.db",
    "register [conflicted].db": "register.db",
    "register.db (SFConflict mueller@example.com 2026-11-25-10-10-10)": "register.db",
    "register - Kopie.db": "register.db",
    "register - Copy (2).db": "register.db",
    "Kopie von register.db": "register.db",
    "Copy of vault.json": "vault.json",
    "REGISTER (1).DB": "register.db",
    "register (1).db-journal": "register.db-journal",
    "vault-PC.lock": "vault.lock",
}
FOREIGN = [
    "", ".", "desktop.ini", ".DS_Store", "Thumbs.db", "registers.db", "register2.db", "my register.db", "register.txt",
    "vault.db", "register.json", "register.lock", "register-2.json", "vault", "register", "~$register.db",
    ".vault.json.0a1b2c3d", ".~lock.register.db#", "register.db.tmp", ".syncthing.register.db.tmp", "notes (1).db",
]  # fmt: skip
NUMBERS = st.integers(min_value=1, max_value=999_999_999)
JOURNALS = st.sampled_from(["", "-journal"])
MARKS = st.tuples(st.sampled_from(" -_.([~"), st.text()).map("".join)
ODD = st.text(st.characters(blacklist_characters="/\0"), min_size=1, max_size=40)


@pytest.mark.parametrize(("name", "original"), COPIES.items())
def test_what_a_service_leaves_is_known_with_its_original(name: str, original: str) -> None:
    assert original_of(name) == original


@pytest.mark.parametrize("name", FOREIGN)
def test_what_only_lies_there_is_no_copy(name: str) -> None:
    assert original_of(name) is None


@given(number=NUMBERS, journal=JOURNALS)
def test_nothing_of_ours_is_a_copy(number: int, journal: str) -> None:
    assert is_register(f"register-{number}.db")
    for name in (KEYS, LOCK, REGISTER + journal, f"register-{number}.db{journal}"):
        assert original_of(name) is None


@given(stem=st.sampled_from(["register", "vault"]), mark=MARKS)
def test_whatever_a_service_writes_behind_our_name_is_a_copy_unless_it_is_ours(stem: str, mark: str) -> None:
    name = f"{stem}{mark}{'.db' if stem == 'register' else '.json'}"
    assert (original_of(name) is None) == is_register(name)


@given(name=st.text())
def test_no_name_however_odd_is_an_error(name: str) -> None:
    assert original_of(name) is None or not is_register(name)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return a_vault(tmp_path / "Müller & Söhne.nachweis", "0" * 32)


def a_vault(path: Path, number: str) -> Path:
    """Lay out what can be seen of a vault without its key."""
    path.mkdir(parents=True)
    (path / KEYS).write_text(json.dumps({"vault": number}), encoding="utf-8")
    for name in (REGISTER, LOCK, "register-2.db", "register.db-journal"):
        (path / name).touch()
    return path


def test_a_vault_by_itself_has_no_copies(vault: Path) -> None:
    assert conflict_copies(vault) == ()


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_inside_is_found(vault: Path, name: str) -> None:
    (vault / name).touch()
    assert conflict_copies(vault) == (vault / name,)


@pytest.mark.parametrize("mark", [" (1)", " 2", "-PC-MUELLER", " - Kopie", " (conflicted copy 2026-11-25)"])
def test_a_copy_of_the_whole_folder_beside_it_is_found(vault: Path, mark: str) -> None:
    beside = a_vault(vault.with_name(f"{vault.stem}{mark}{SUFFIX}"), "0" * 32)
    assert conflict_copies(vault) == (beside,)
    assert conflict_copies(beside) == ()


@pytest.mark.parametrize("name", ["{}.nachweis (1)", "{}.nachweis - Kopie", "Kopie von {}.nachweis"])
def test_a_copy_whose_name_says_so_elsewhere_is_found(vault: Path, name: str) -> None:
    beside = a_vault(vault.with_name(name.format(vault.stem)), "0" * 32)
    assert conflict_copies(vault) == (beside,)


def test_a_second_vault_of_the_same_company_is_no_copy(vault: Path) -> None:
    for name in ("Müller & Söhne 2", "Müller & Söhne - Konfliktberatung", "Müller", "Anderes"):
        a_vault(vault.with_name(name + SUFFIX), "1" * 32)
    assert conflict_copies(vault) == ()


def test_half_a_copy_is_known_by_the_word_in_its_name(vault: Path) -> None:
    vault.with_name(f"{vault.stem} (conflicted copy){SUFFIX}").mkdir()
    vault.with_name(f"{vault.stem} 3{SUFFIX}").mkdir()
    vault.with_name(f"{vault.stem} (Konflikt){SUFFIX}").touch()
    assert conflict_copies(vault) == (vault.with_name(f"{vault.stem} (conflicted copy){SUFFIX}"),)


def test_a_link_to_the_vault_itself_is_no_copy(vault: Path) -> None:
    vault.with_name(f"{vault.stem} (1){SUFFIX}").symlink_to(vault, target_is_directory=True)
    assert conflict_copies(vault) == ()


@pytest.mark.parametrize("keys", [b"", b"{", b"[]", b'{"vault": 1}', b"\xff", b"[" * 60_000, None])
def test_a_folder_that_cannot_say_which_vault_it_is_is_none(vault: Path, keys: bytes | None) -> None:
    beside = a_vault(vault.with_name(f"{vault.stem} (1){SUFFIX}"), "0" * 32)
    (beside / KEYS).unlink()
    if keys is not None:
        (beside / KEYS).write_bytes(keys)
    assert conflict_copies(vault) == ()


def test_links_in_a_circle_and_places_out_of_reach_are_no_copies(vault: Path) -> None:
    circle = [vault.with_name(f"{vault.stem} (conflict {number}){SUFFIX}") for number in (1, 2)]
    circle[0].symlink_to(circle[1])
    circle[1].symlink_to(circle[0])
    (vault / KEYS).unlink()
    (vault / KEYS).symlink_to(vault / KEYS)
    assert conflict_copies(vault) == ()
    for place in (vault / "nothing", Path("x" * 5_000), Path("nul\0"), Path("\udcff"), circle[0]):
        assert conflict_copies(place) == ()


@given(name=ODD, stem=ODD)
def test_odd_names_inside_and_beside_are_no_error(
    tmp_path_factory: pytest.TempPathFactory, name: str, stem: str
) -> None:
    place = tmp_path_factory.mktemp("odd")
    try:
        vault = a_vault(place / (stem + SUFFIX), "0" * 32)
        (vault / name).touch()
        (place / name).mkdir(exist_ok=True)
    except (OSError, UnicodeEncodeError):
        return  # not a name that this system can give
    assert all(original_of(copy.name) for copy in conflict_copies(vault) if copy.parent == vault)


def test_every_kind_of_copy_is_explained_in_both_languages_by_its_name(vault: Path) -> None:
    copies = [vault / "register (1).db", vault / "vault-PC.lock", vault.with_name("Müller & Söhne (1).nachweis")]
    sentences = [explanation(copy, vault) for copy in copies]
    assert len({text.message for text in sentences}) == 3
    for copy, text in zip(copies, sentences, strict=True):
        said = {code: language(code).say(text) for code in ("de", "en")}
        assert said["de"] != said["en"]
        assert all(copy.name in words.replace("\u00a0", " ") for words in said.values())
    assert "Nothing is lost: Nachweis works with register.db" in language("en").say(sentences[0]).replace("\u00a0", " ")
