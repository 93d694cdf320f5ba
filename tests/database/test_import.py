"""What comes out of an export is a vault equal to the one that went in, whatever it held and however old it is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.registers.schema import SCHEMA as REGISTERS
from database.author import Author
from database.errors import DamagedVault, NewerVault, NoSpace, PathProblem, WrongPassphrase
from database.exporting import export
from database.history import entries, head
from database.importing import import_export
from database.key_slots import slots_of
from database.schema import Schema
from database.undoing import undo
from database.vault import Vault, create, unlock
from database.verifying import verify
from database.verifying_export import verify_export
from tests.database import papers
from tests.database.faults.deeds import a_folder
from tests.database.faults.small_disk import small_disk
from tests.database.forging import unpacked
from tests.database.museum_vaults import PASSPHRASES, museum
from tests.database.notes import CHEAP, NOTES, PASSPHRASE, SCHEMA, Note, words, write
from tests.database.papers import Paper, everything, keep

PASSWORD = "Alles, was drin ist"  # noqa: S105 - the tests' own
NEW = "ein neuer Anfang"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "Wieder.nachweis"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "Alles.zip"


def _imported(archive: Path, target: Path, schema: Schema = SCHEMA, password: str | None = PASSWORD) -> Vault:
    return import_export(archive, password, target, NEW, schema, cost=CHEAP)


def _texts(archive: Path) -> dict[str, bytes]:
    return {name: content for name, content in unpacked(archive, PASSWORD).items() if name != "manifest.json"}


def _comes_back_equal(vault: Vault, folder: Path, schema: Schema) -> None:
    vault.checkpoint()
    before, then = everything(vault), head(vault)
    for path in (folder / "first.zip", folder / "second.zip"):
        path.unlink(missing_ok=True)
    shutil.rmtree(folder / "Wieder.nachweis", ignore_errors=True)
    export(vault, folder / "first.zip", PASSWORD)
    with _imported(folder / "first.zip", folder / "Wieder.nachweis", schema) as back:
        assert (back.id, head(back), everything(back)) == (vault.id, then, before)
        back.check()
        assert verify(back).broken is None
        export(back, folder / "second.zip", PASSWORD)
    assert _texts(folder / "first.zip") == _texts(folder / "second.zip")
    for path in (folder / "first.zip", folder / "second.zip"):
        assert verify_export(path, PASSWORD).head == then


def test_an_imported_vault_is_equal_and_is_exported_to_the_same_bytes(vault: Vault, tmp_path: Path) -> None:
    write(vault, "a", "ä", "z")
    with vault.change("note.changed") as tx:
        tx.replace(NOTES, Note("a", "anders", answers={"b": [1, None]}))
        tx.remove(NOTES, "z")
    undo(vault, "notes", "z")
    _comes_back_equal(vault, tmp_path, SCHEMA)


def test_an_imported_vault_opens_with_its_new_passphrase_and_in_no_other_way(
    vault: Vault, archive: Path, target: Path
) -> None:
    write(vault, "a")
    export(vault, archive, PASSWORD)
    with _imported(archive, target) as back:
        assert [slot.kind for slot in slots_of(back)] == ["passphrase"]
        assert back.held.key.derived("register", back.id) != vault.held.key.derived("register", vault.id)
        write(back, "b")
    with unlock(target, NEW, SCHEMA) as again:
        assert words(again) == {"a", "b"}
    for wrong in (PASSPHRASE, PASSWORD):
        with pytest.raises(WrongPassphrase):
            unlock(target, wrong, SCHEMA)


def test_the_installation_that_imports_signs_with_a_key_of_its_own(vault: Vault, archive: Path, target: Path) -> None:
    write(vault, "a")
    export(vault, archive, PASSWORD)
    with _imported(archive, target) as back:
        write(back, "b")
        back.checkpoint()
        found = verify(back)
        assert (found.broken, found.checkpoints, len(found.signers)) == (None, 2, 2)
        with back.transaction(writing=False) as connection:
            query = "SELECT count(*), count(private_key) FROM signers"
            assert connection.exec_driver_sql(query).one() == (2, 1)


@pytest.mark.parametrize("schema", sorted(PASSPHRASES))
def test_every_vault_of_the_museum_goes_through_an_export(schema: int, tmp_path: Path) -> None:
    with unlock(museum(schema, tmp_path), PASSPHRASES[schema], REGISTERS) as vault:
        _comes_back_equal(vault, tmp_path, REGISTERS)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with a_folder() as folder:
        yield folder


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.builds(
            Paper,
            id=TEXTS,
            name=TEXTS,
            content=st.none() | st.binary(max_size=50),
            pages=st.none() | st.integers(-(1 << 63), (1 << 63) - 1),
            weight=st.none() | st.floats(allow_nan=False),
        ),
        max_size=10,
        unique_by=lambda paper: paper.id,
    )
)
def test_whatever_a_vault_holds_comes_back_equal(folder: Path, kept: list[Paper]) -> None:
    place = folder / "Muster.nachweis"
    shutil.rmtree(place, ignore_errors=True)
    with create(place, PASSPHRASE, papers.SCHEMA, cost=CHEAP) as vault:
        keep(vault, *kept)
        _comes_back_equal(vault, folder, papers.SCHEMA)


def test_a_record_may_refer_to_one_that_comes_after_it(tmp_path: Path) -> None:
    with create(tmp_path / "p.nachweis", PASSPHRASE, papers.SCHEMA, cost=CHEAP) as vault:
        keep(vault, Paper("z", "old", b"old"), Paper("a", "new", b"new", replaces="z"))
        _comes_back_equal(vault, tmp_path, papers.SCHEMA)


def test_an_export_of_an_older_schema_is_brought_up_to_date(tmp_path: Path, archive: Path, target: Path) -> None:
    with create(tmp_path / "p.nachweis", PASSPHRASE, papers.SCHEMA, cost=CHEAP) as vault:
        keep(vault, Paper("a", "A", b"content", 3, 0.5))
        then = head(vault)
        export(vault, archive, PASSWORD)
    later = papers.later_schema(tmp_path / "migrations")
    with _imported(archive, target, later) as back:
        assert everything(back)["papers"] == [("a", "A", b"content", 3, 0.5, None, "shelf")]
        newest, before = entries(back, limit=2)
        assert (newest.name, [item.record for item in newest.items]) == ("schema.migrated", ["a"])
        assert before.hash == then.hash
        assert verify(back).broken is None
    with unlock(target, NEW, later) as again:
        assert again.held.version == later.version


def test_an_export_of_a_newer_schema_is_refused_and_one_that_never_was_is_damaged(
    vault: Vault, archive: Path, target: Path
) -> None:
    export(vault, archive, PASSWORD)
    with pytest.raises(NewerVault):
        _imported(archive, target, Schema(SCHEMA.version - 1, SCHEMA.tables))
    with pytest.raises(DamagedVault) as caught:
        _imported(archive, target, Schema(SCHEMA.version + 1, SCHEMA.tables))
    assert (caught.value.part, caught.value.path) == ("export", archive)
    assert not target.exists()


def test_an_import_goes_over_nothing_and_needs_the_password(
    vault: Vault, place: Path, archive: Path, target: Path
) -> None:
    write(vault, "precious")
    export(vault, archive, PASSWORD)
    with pytest.raises(PathProblem) as caught:
        _imported(archive, place)
    assert (caught.value.reason, caught.value.path) == ("exists", place)
    for wrong in ("wrong", "", None):
        with pytest.raises(WrongPassphrase):
            _imported(archive, target, password=wrong)
    with pytest.raises(PathProblem):
        _imported(archive.with_name("missing.zip"), target)
    with pytest.raises(PathProblem):
        _imported(archive.parent, target)
    assert {path.name for path in archive.parent.iterdir()} == {place.name, archive.name}
    assert words(vault) == {"precious"}


def test_who_expects_a_password_is_given_no_archive_without_one(vault: Vault, archive: Path, target: Path) -> None:
    export(vault, archive, None)
    with pytest.raises(DamagedVault):
        _imported(archive, target)
    _imported(archive, target, password=None).close()


def test_a_history_that_is_broken_can_be_taken_out_and_is_not_taken_in(
    vault: Vault, archive: Path, target: Path
) -> None:
    write(vault, "a", "b")
    with vault.transaction(writing=True) as connection:
        connection.exec_driver_sql("UPDATE notes SET words = 'forged' WHERE id = 'b'")
    export(vault, archive, PASSWORD)
    found = verify_export(archive, PASSWORD).broken
    assert found is not None
    assert (found.sequence, found.reason, found.record) == (2, "record", "b")
    with pytest.raises(DamagedVault) as caught:
        _imported(archive, target)
    assert (caught.value.part, caught.value.path) == ("export", archive)
    assert {path.suffix for path in archive.parent.iterdir()} == {".nachweis", ".zip"}
    assert not target.exists()


def test_a_disk_without_room_leaves_nothing(vault: Vault, archive: Path, tmp_path: Path) -> None:
    write(vault, *(f"{number} " * 500 for number in range(100)))
    export(vault, archive, PASSWORD)
    with small_disk(tmp_path / "small", "512k") as disk:
        for pages in (0, 1, 5, 30):
            with disk.full_after(pages if disk.mounted else 0):
                with pytest.raises(NoSpace):
                    _imported(archive, disk.folder / "Wieder.nachweis")
                assert [path.name for path in disk.folder.iterdir() if "nachweis" in path.name] == []


def test_who_imports_is_named_by_what_they_do_from_then_on(vault: Vault, archive: Path, target: Path) -> None:
    export(vault, archive, PASSWORD)
    author = Author("Frau Neu")
    with import_export(archive, PASSWORD, target, NEW, SCHEMA, cost=CHEAP, author=author) as back:
        write(back, "a")
        assert entries(back)[0].user == "Frau Neu"
