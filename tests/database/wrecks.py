"""A vault of many pages, and what can happen to the pages of its register."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from database.author import Author
from database.connection import connected
from database.folder import header_of, key_from
from database.key_slots import renew_recovery_key
from database.opened import REGISTER_KEY
from database.vault import create
from database.wreck import wreck
from tests.database.notes import CHEAP, MARKS, NOTES, PASSPHRASE, SCHEMA, Mark, Note

PAGE = 4096
NUMBER = 160
KEPT = {f"n{number}" for number in range(NUMBER)} - {"n7"}
LONG = "a long text " * 1000
TODAY = Author().now().date()
TABLE_LEAF, INDEX_LEAF = 0x0D, 0x0A


def original_in(folder: Path) -> Path:
    """Return a vault of many pages, with tables and a history of several levels, closed."""
    place = folder / "Muster.nachweis"
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        for start in range(0, NUMBER, 20):
            with vault.change("notes.written") as tx:
                for number in range(start, start + 20):
                    tx.add(NOTES, Note(f"n{number}", f"first {number}. {'x' * 80}"))
        with vault.change("notes.rewritten") as tx:
            for number in range(NUMBER):
                tx.replace(NOTES, Note(f"n{number}", f"second {number}. {'x' * 80}"))
            tx.replace(NOTES, Note("n5", LONG))
        with vault.change("note.removed") as tx:
            tx.remove(NOTES, "n7")
            tx.add(MARKS, Mark("m", "never changed"))
        renew_recovery_key(vault, TODAY)
    return place


@contextmanager
def damaged(original: Path, change: Callable[[bytearray], object]) -> Iterator[tuple[Path, Path]]:
    """Yield a copy with a changed register, and a place for what is saved; nothing of the copy may be changed."""
    place, target = original.with_name("Kopie.nachweis"), original.with_name("Gerettet.nachweis")
    for folder in (place, target):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(original, place)
    content = bytearray((place / "register.db").read_bytes())
    change(content)
    (place / "register.db").write_bytes(content)
    before = contents(place)
    yield place, target
    assert contents(place) == before
    assert not [path for path in original.parent.iterdir() if path.name.startswith(".")]


def contents(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in place.iterdir() if path.name != "vault.lock"}


def zeroed(page: int) -> Callable[[bytearray], None]:
    def change(content: bytearray) -> None:
        content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)

    return change


def plain_pages(place: Path) -> list[bytes]:
    """Return what stands on the pages of a register, in memory only."""
    header = header_of(place)
    key = key_from(place, header, PASSPHRASE)
    with wreck(place / "register.db", key.derived(REGISTER_KEY, header.vault)) as source:
        content = source._raw.serialize()
    return [content[start : start + PAGE] for start in range(0, len(content), PAGE)]


def half_written(place: Path, scratch: Path) -> None:
    """Leave register and journal as a program leaves them that dies in the middle of a change."""
    header = header_of(place)
    key = key_from(place, header, PASSPHRASE)
    engine = connected(place / header.register, key.derived(REGISTER_KEY, header.vault), 1.0)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = 1")
        connection.exec_driver_sql("UPDATE notes SET words = words || ' half'")
        shutil.copytree(place, scratch)
        connection.rollback()
    engine.dispose()
    shutil.rmtree(place)
    scratch.rename(place)
