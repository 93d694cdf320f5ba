"""A file is either the old or the new one, and every complaint of the operating system has a name."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.errors import NoSpace, PathProblem, VaultError
from database.files import make_private_file, make_private_folder, named, naming, replace_file, sync_folder


@given(st.sampled_from(sorted(errno.errorcode)))
def test_every_complaint_of_the_system_has_a_name(number: int) -> None:
    assert isinstance(named(OSError(number, "x"), Path("place")), NoSpace | PathProblem)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOENT, "missing"),
        (errno.EACCES, "permission"),
        (errno.EROFS, "read_only"),
        (errno.EIO, "device"),
        (None, "device"),
    ],
)
def test_the_usual_complaints_are_told_apart(number: int | None, reason: str) -> None:
    error = named(OSError(number, "x") if number else OSError(), Path("place"))
    assert isinstance(error, PathProblem)
    assert error.reason == reason


def test_a_full_disk_is_called_that() -> None:
    assert isinstance(named(OSError(errno.ENOSPC, "x"), Path("place")), NoSpace)


def test_a_new_file_never_replaces_one_that_is_there(tmp_path: Path) -> None:
    make_private_file(tmp_path / "file", b"old")
    with pytest.raises(PathProblem) as caught:
        make_private_file(tmp_path / "file", b"new")
    assert caught.value.reason == "exists"
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_folder_that_is_there_is_good_and_a_file_in_its_place_is_not(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "a" / "b")
    make_private_folder(tmp_path / "a" / "b")
    make_private_file(tmp_path / "file")
    with pytest.raises(PathProblem):
        make_private_folder(tmp_path / "file")


def test_replacing_a_file_leaves_the_new_one_alone_and_to_its_owner(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    replace_file(tmp_path / "file", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"new"
    if os.name == "posix":  # Windows inherits the rights of the user's own folder
        assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


@pytest.mark.parametrize("moment", ["fsync", "write", "replace"])
def test_a_failure_while_replacing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    (tmp_path / "file").write_bytes(b"old")
    if moment == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    elif moment == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(os, "open", fail)
    with pytest.raises(NoSpace):
        replace_file(tmp_path / "file", b"new")
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"old"


@pytest.mark.parametrize("refusals", [0, 1, 5])
def test_a_virus_scanner_that_holds_a_new_file_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int
) -> None:
    left, replace = [None] * refusals, Path.replace

    def hesitant(source: Path, target: Path) -> Path:
        if left:
            left.pop()
            raise PermissionError(errno.EACCES, "in use")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", hesitant)
    replace_file(tmp_path / "file", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_who_refuses_for_good_is_told_apart_from_who_hesitates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PathProblem) as caught:
        replace_file(tmp_path / "file", b"new")
    assert caught.value.reason == "permission"
    assert not list(tmp_path.iterdir())


def test_a_folder_is_synced_where_the_system_can(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync_folder(tmp_path)
    monkeypatch.delattr(os, "O_DIRECTORY", raising=False)
    sync_folder(tmp_path / "not asked for")


@pytest.mark.parametrize("number", [errno.EMFILE, errno.EACCES, errno.EIO])
def test_a_file_that_has_its_name_is_not_called_refused_because_its_folder_cannot_be_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    system = os.open

    def refuse(path: Path, flags: int, *rest: int) -> int:
        if path == tmp_path:
            raise OSError(number, "no")
        return system(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    replace_file(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"


def test_what_is_no_complaint_of_the_system_stays_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), naming(tmp_path):
        raise ZeroDivisionError


def test_an_error_says_which_and_where() -> None:
    assert str(NoSpace(Path("place"))) == "NoSpace: place"
    assert str(VaultError(None, "why")) == "VaultError: in memory: why"
