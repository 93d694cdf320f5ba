"""An export holds everything as files that anybody can read, is sealed unless asked otherwise, and keeps the key."""

from __future__ import annotations

import json
import os
import stat
import tracemalloc
from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from pyzipper import AESZipFile  # type: ignore[import-untyped]  # it ships no types

from database.author import Author
from database.errors import NoSpace, PathProblem, WrongPassphrase
from database.export_file import is_encrypted
from database.exporting import export
from database.history import entries, head
from database.vault import Vault, create, in_memory, unlock
from database.verifying import verify
from database.verifying_export import verify_export
from tests.database import papers
from tests.database.faults.small_disk import small_disk
from tests.database.forging import unpacked
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words, write
from tests.database.papers import Paper, keep

PASSWORD = "Größer als 7-Zip"  # noqa: S105 - the tests' own
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "exports" / "Alles.zip"


@pytest.fixture(autouse=True)
def _folder(target: Path) -> None:
    target.parent.mkdir()


def test_an_export_is_one_file_of_its_owner_that_says_nothing_of_the_company(vault: Vault, target: Path) -> None:
    write(vault, "Kanarienvogel" * 50)
    made = export(vault, target, PASSWORD)
    assert list(target.parent.iterdir()) == [made.path] == [target]
    assert made.bytes == target.stat().st_size
    assert made.encrypted
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    content = target.read_bytes()
    for word in (b"Kanarienvogel", b"Muster", vault.id.encode(), b"vault.created", PASSWORD.encode()):
        assert word not in content


def test_every_file_in_it_is_sealed_with_the_aes_of_256_bits_that_archive_programs_know(
    vault: Vault, target: Path
) -> None:
    write(vault, "a")
    export(vault, target, PASSWORD)
    assert is_encrypted(target)
    with ZipFile(target) as archive:
        for one in archive.infolist():
            assert one.compress_type == 99
            assert one.extra[-11:-2] == b"\x01\x99\x07\x00\x02\x00AE\x03"
            assert one.CRC == 0
            with pytest.raises((NotImplementedError, RuntimeError)):
                archive.read(one, PASSWORD.encode())
    with AESZipFile(target) as archive:
        archive.setpassword(PASSWORD.encode())
        assert archive.testzip() is None
    for wrong in ("wrong", PASSWORD.lower(), None, "", "\udc80"):
        with pytest.raises(WrongPassphrase):
            verify_export(target, wrong)
    assert verify_export(target, PASSWORD.replace("ö", "o\u0308")).broken is None


def test_everybody_can_read_an_export_only_if_that_was_asked_for(vault: Vault, target: Path) -> None:
    write(vault, "Kanarienvogel")
    with pytest.raises(ValueError, match="empty"):
        export(vault, target, "")
    assert not list(target.parent.iterdir())
    assert not export(vault, target, None).encrypted
    assert not is_encrypted(target)
    with ZipFile(target) as archive:
        assert b"Kanarienvogel" in archive.read("tables/notes.json")


def test_the_files_are_those_that_the_readme_names_and_say_the_same_as_the_vault(vault: Vault, target: Path) -> None:
    write(vault, "z", "ä", "a")
    then, made = head(vault), export(vault, target, PASSWORD)
    parts = unpacked(target, PASSWORD)
    assert set(parts) == {*made.manifest.files, "manifest.json"}
    assert [row["id"] for row in json.loads(parts["tables/notes.json"])] == ["a", "z", "ä"]
    assert json.loads(parts["tables/marks.json"]) == []
    manifest = json.loads(parts["manifest.json"])
    assert manifest["head"] == {"hash": then.hash, "sequence": then.sequence}
    assert manifest["counts"] == {"marks": 0, "notes": 3}
    assert (manifest["vault"], manifest["schema"], manifest["format"]) == (vault.id, SCHEMA.version, 1)
    for name, part in manifest["files"].items():
        assert part == {"bytes": len(parts[name]), "sha256": sha256(parts[name]).hexdigest()}
    for name in ("tables/", "files/", "history", "checkpoints", "signers", "SHA-256"):
        assert name in parts["README.txt"].decode()


def test_a_line_is_the_text_whose_digest_the_history_names(vault: Vault, target: Path) -> None:
    write(vault, "a", "b")
    export(vault, target, None)
    parts = unpacked(target)
    lines = [line.rstrip(b",") for line in parts["tables/notes.json"].splitlines()[1:-1]]
    _, entry, _ = json.loads(parts["history.jsonl"].splitlines()[-1])
    assert [item[3] for item in json.loads(entry)["items"]] == [sha256(line).hexdigest() for line in lines]


def test_a_file_lies_beside_the_tables_once_however_many_records_keep_it(tmp_path: Path, target: Path) -> None:
    with create(tmp_path / "p.nachweis", PASSPHRASE, papers.SCHEMA, cost=CHEAP) as vault:
        keep(vault, Paper("a", "A", b"%PDF-1"), Paper("b", "B", b"%PDF-1"), Paper("c", "C", b""), Paper("d", "D"))
        export(vault, target, PASSWORD)
    parts = unpacked(target, PASSWORD)
    digests = {sha256(content).hexdigest(): content for content in (b"%PDF-1", b"")}
    assert {name: parts[name] for name in parts if name.startswith("files/")} == {
        f"files/{digest}": content for digest, content in digests.items()
    }
    marks = [row["content"] for row in json.loads(parts["tables/papers.json"])]
    assert marks[0] == marks[1] == {"bytes": 6, "sha256": sha256(b"%PDF-1").hexdigest()}
    assert marks[3] is None
    assert verify_export(target, PASSWORD).records == 4


def test_the_private_key_never_leaves_the_vault(vault: Vault, target: Path) -> None:
    write(vault, "a")
    vault.checkpoint()
    with vault.transaction(writing=False) as connection:
        [key] = connection.exec_driver_sql("SELECT private_key FROM signers").scalars()
    export(vault, target, PASSWORD)
    for content in unpacked(target, PASSWORD).values():
        for secret in (key, key.hex().encode(), b64encode(key), b"private_key"):
            assert secret not in content


def test_an_export_is_signed_and_noted_when_it_is_complete_and_does_not_hold_its_own_note(
    vault: Vault, target: Path
) -> None:
    write(vault, "a")
    then = head(vault)
    export(vault, target, PASSWORD)
    found = verify_export(target, PASSWORD)
    assert (found.head, found.broken, found.records, found.checkpoints) == (then, None, 1, 1)
    assert [one.name for one in entries(vault, limit=2)] == ["vault.exported", "notes.written"]
    assert verify(vault).broken is None


def test_a_disk_without_room_leaves_neither_an_export_nor_a_note(vault: Vault, tmp_path: Path) -> None:
    write(vault, *(os.urandom(500).hex() for _ in range(300)))
    then = head(vault)
    with small_disk(tmp_path / "small", "1m") as disk:
        for pages in (0, 1, 5, 30):
            with disk.full_after(pages if disk.mounted else 0):
                with pytest.raises(NoSpace):
                    export(vault, disk.folder / "Alles.zip", PASSWORD)
                assert [one.name for one in disk.folder.iterdir() if one.name.startswith((".", "Alles"))] == []
    assert head(vault) == then


def test_what_cannot_be_noted_has_not_been_exported(
    vault: Vault, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_name: str) -> None:
        raise NoSpace(vault.path)

    monkeypatch.setattr(vault, "note", full)
    with pytest.raises(NoSpace):
        export(vault, target, PASSWORD)
    assert not list(target.parent.iterdir())


def test_an_export_goes_over_nothing_and_needs_a_folder(vault: Vault, target: Path) -> None:
    target.write_bytes(b"precious")
    for path, reason in (
        (target, "exists"),
        (target / "x.zip", "missing"),
        (target.parent / "no" / "x.zip", "missing"),
    ):
        with pytest.raises(PathProblem) as caught:
            export(vault, path, PASSWORD)
        assert caught.value.reason == reason
    assert target.read_bytes() == b"precious"
    assert [one.name for one in entries(vault)] == ["vault.created"]


def test_a_vault_in_memory_and_one_to_read_only_are_exported_as_well(
    vault: Vault, place: Path, target: Path, tmp_path: Path
) -> None:
    write(vault, "a")
    then = head(vault)
    with unlock(place, PASSPHRASE, SCHEMA, read_only=True) as reader:
        export(reader, target, PASSWORD)
    assert (verify_export(target, PASSWORD).head, head(vault)) == (then, then)
    with in_memory(SCHEMA) as demo:
        write(demo, "b")
        export(demo, tmp_path / "demo.zip", PASSWORD)
        assert words(demo) == {"b"}
    assert verify_export(tmp_path / "demo.zip", PASSWORD).broken is None


def test_a_clock_before_archives_were_invented_keeps_nobody_from_exporting(vault: Vault, target: Path) -> None:
    vault.author = Author("a", lambda: NOON.replace(year=1970))
    assert export(vault, target, PASSWORD).manifest.made_at == "1970-11-25T12:00:00.000000Z"
    assert verify_export(target, PASSWORD).broken is None


def test_files_are_taken_one_at_a_time(tmp_path: Path, target: Path) -> None:
    size = 2 << 20
    with create(tmp_path / "p.nachweis", PASSPHRASE, papers.SCHEMA, cost=CHEAP) as vault:
        for number in range(12):
            keep(vault, Paper(str(number), "a film", os.urandom(size)))
        export(vault, target.with_name("first.zip"), PASSWORD)
        tracemalloc.start()
        try:
            export(vault, target, PASSWORD)
            assert tracemalloc.get_traced_memory()[1] < 6 * size
        finally:
            tracemalloc.stop()
