"""Every complaint of SQLite that is not our bug has a name, and every place on every platform has an address."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import cast

import pytest
import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from database.connection import _address, _named, telling
from database.errors import DamagedVault, NoSpace, PathProblem, VaultError, VaultInUse

PLACE = Path("Muster.nachweis")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlcipher.SQLITE_FULL, NoSpace),
        (sqlcipher.SQLITE_CORRUPT, DamagedVault),
        (sqlcipher.SQLITE_NOTADB, DamagedVault),
        (sqlcipher.SQLITE_BUSY, VaultInUse),
        (sqlcipher.SQLITE_LOCKED, VaultInUse),
        (sqlcipher.SQLITE_READONLY, PathProblem),
        (sqlcipher.SQLITE_PERM, PathProblem),
        (sqlcipher.SQLITE_CANTOPEN, PathProblem),
        (sqlcipher.SQLITE_IOERR, PathProblem),
    ],
)
@pytest.mark.parametrize("detail", [0, 1 << 8, 3 << 8])
def test_each_code_and_its_details_are_the_same_trouble(code: int, kind: type[VaultError], detail: int) -> None:
    assert type(_named(code | detail, PLACE)) is kind


@pytest.mark.parametrize("code", [0, sqlcipher.SQLITE_ERROR, sqlcipher.SQLITE_MISUSE, sqlcipher.SQLITE_CONSTRAINT])
def test_a_mistake_of_the_program_stays_one(code: int) -> None:
    assert _named(code, PLACE) is None


def test_what_the_driver_says_itself_is_named_too() -> None:
    with pytest.raises(PathProblem), telling(PLACE):
        sqlcipher.connect("file:///nowhere/at/all.db?mode=rw", uri=True)


class _Absolute:
    """A path of a platform that is not this one, already absolute."""

    def __init__(self, path: PurePosixPath | PureWindowsPath) -> None:
        self._path = path

    def absolute(self) -> PurePosixPath | PureWindowsPath:
        return self._path


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/home/m/a b?c#d%.db"), "file:///home/m/a%20b%3Fc%23d%25.db?mode=rw"),
        (PureWindowsPath(r"C:\Users\Müller\register.db"), "file:///C:/Users/M%C3%BCller/register.db?mode=rw"),
        (PureWindowsPath(r"\\server\share\register.db"), "file:////server/share/register.db?mode=rw"),
    ],
)
def test_every_platform_s_path_has_an_address(path: PurePosixPath | PureWindowsPath, address: str) -> None:
    assert _address(cast("Path", _Absolute(path))) == address
