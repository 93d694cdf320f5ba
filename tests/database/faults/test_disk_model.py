"""The model of the disk: what was synced is there, what was not may be there, and nothing else ever is."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.database.faults.disk import Disk, File, Folder, Tree, lay, seen

MANY = 200


def _outcomes(disk: Disk) -> list[Tree]:
    return [_outcome(disk, seed) for seed in range(MANY)]


def _outcome(disk: Disk, seed: int) -> Tree:
    return disk.after_a_cut(Random(seed))  # noqa: S311 - a test that can be repeated


def _contents(disk: Disk) -> set[object]:
    """Return everything that may be found in the one file."""
    return {tree["file"] if isinstance(tree["file"], bytes) else None for tree in _outcomes(disk)}


def _replaced(*, synced: bool) -> Disk:
    """Replace a file by a new one of the same name, as careful programs do it, or careless ones."""
    disk = Disk({"file": b"old"})
    fresh = File()
    disk.name([(disk.root, "fresh", fresh)])
    fresh.write(0, b"new")
    if synced:
        fresh.sync()
    disk.name([(disk.root, "fresh", None), (disk.root, "file", fresh)])
    return disk


def test_a_file_that_was_synced_and_then_renamed_is_the_old_one_or_the_new_one() -> None:
    assert _contents(_replaced(synced=True)) == {b"old", b"new"}


def test_a_file_that_was_renamed_without_being_synced_may_be_empty() -> None:
    assert b"" in _contents(_replaced(synced=False))


def test_a_name_is_certain_once_its_folder_is_synced() -> None:
    disk = _replaced(synced=True)
    disk.sync(disk.root)
    assert _contents(disk) == {b"new"}


def test_a_folder_is_lost_with_all_that_was_synced_in_it_until_the_folder_above_is_synced() -> None:
    disk, inner, file = Disk({}), Folder(), File()
    disk.name([(disk.root, "inner", inner)])
    disk.name([(inner, "file", file)])
    file.write(0, b"safe?")
    disk.sync(file)
    disk.sync(inner)
    assert {str(tree) for tree in _outcomes(disk)} == {"{}", str({"inner": {"file": b"safe?"}})}
    disk.sync(disk.root)
    assert all(tree == {"inner": {"file": b"safe?"}} for tree in _outcomes(disk))


def test_a_write_may_arrive_sector_by_sector() -> None:
    disk = Disk({"file": b"o" * 1024})
    file = disk.root.seen["file"]
    assert isinstance(file, File)
    file.write(0, b"n" * 1024)
    assert _contents(disk) == {one * 512 + other * 512 for one in (b"o", b"n") for other in (b"o", b"n")}


@given(st.lists(st.tuples(st.integers(0, 3000), st.binary(min_size=1, max_size=2000) | st.none())), st.integers())
def test_what_was_synced_is_what_was_seen(deeds: list[tuple[int, bytes | None]], seed: int) -> None:
    disk = Disk({"file": b"old"})
    file = disk.root.seen["file"]
    assert isinstance(file, File)
    for at, what in deeds:
        if what is None:
            file.resize(at)
        else:
            file.write(at, what)
    disk.sync(file)
    assert _outcome(disk, seed) == {"file": bytes(file.seen)}


def test_what_a_cut_left_is_laid_out_as_files(tmp_path: Path) -> None:
    tree: Tree = {"a": b"1", "b": {"c": b"2", "d": {}}}
    lay(tree, tmp_path / "left")
    assert seen(tmp_path / "left") == tree
