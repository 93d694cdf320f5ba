"""Forged exports: in each, the manifest fits what the forger made of the files; the forgery is found all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from database.errors import DamagedVault, NewerVault
from database.verifying_export import verify_export
from tests.database import forging
from tests.database.faults.deeds import a_folder
from tests.database.forging import Parts, exports_of, imported, in_manifest, packed, record, replaced, unpacked

DEEP = "[" * 100_000 + "]" * 100_000
ENTRY: dict[str, Any] = {"at": "2026-11-25T09:30:00.000000Z", "items": [], "name": "n", "sequence": 1, "user": "u"}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with a_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def whole(folder: Path) -> Path:
    """Return an export that anybody can read."""
    path = folder / "whole.zip"
    path.write_bytes(exports_of(folder)[None])
    return path


@pytest.fixture
def parts(whole: Path) -> Parts:
    """Return what is in an export, to be changed."""
    return unpacked(whole)


Forgery = Callable[[Parts], Any]


def _first_line(name: str, line: str) -> Forgery:
    """Put another line into the place of the first one of a file."""

    def forge(parts: Parts) -> None:
        lines = parts[name].decode().split("\n")
        place = 1 if name.endswith(".json") else 0
        lines[place] = line + ("," if lines[place].endswith(",") else "")
        parts[name] = "\n".join(lines).encode()

    return forge


def _history(**changed: object) -> Forgery:
    return lambda parts: forging.history(parts, [ENTRY | changed])


def _column(**changed: object) -> Forgery:
    return lambda parts: record(parts, "papers", lambda row: row.update(changed))


def _manifest(**changed: object) -> Forgery:
    return lambda parts: in_manifest(parts, lambda manifest: manifest.update(changed))


def _another_table(parts: Parts) -> None:
    parts["tables/evil.json"] = b"[\n]\n"
    in_manifest(parts, lambda found: found["counts"].update(evil=0))


PAPERS = "tables/papers.json"
NO_FILE = {"bytes": 3, "sha256": "0" * 64}
BROKEN: dict[str, Forgery] = {
    "another word in a record": lambda parts: replaced(parts, PAPERS, "name name", "mane name"),
    "a record less": lambda parts: parts.update({PAPERS: b"[\n]\n"}),
    "another word in the history": lambda parts: replaced(parts, "history.jsonl", "papers.kept", "papers.lost"),
    "no history": lambda parts: parts.update({"history.jsonl": b"", "history_items.jsonl": b""}),
    "another signature": lambda parts: replaced(parts, "checkpoints.json", '"signature":"', '"signature":"00'),
    "another moment of signing": lambda parts: replaced(parts, "checkpoints.json", '"made_at":"2', '"made_at":"1'),
    "no signers": lambda parts: parts.update({"signers.json": b"[\n]\n"}),
    "another vault": _manifest(vault="0" * 32),
    "an entry of numbers": _history(user=7),
    "an entry of no day": _history(at="2026-02-31T09:30:00.000000Z"),
    "an entry with another number": _history(sequence=2),
    "an entry with more in it": _history(more="x"),
    "items that are no texts": _history(items=[[1, "a", None, "d"], ["b", "b", None, "d"]]),
    "an id that is a number": _column(id=1),
    "an entry of brackets": lambda parts: forging.history(parts, [DEEP]),
    "an item of brackets": lambda parts: forging.history(parts, [f'{{"items":{DEEP}}}']),
}
DAMAGED: dict[str, Forgery] = {
    "a table less": lambda parts: parts.pop(PAPERS),
    "a file less": lambda parts: parts.pop(next(name for name in parts if name.startswith("files/"))),
    "no readme": lambda parts: parts.pop("README.txt"),
    "no manifest": lambda parts: parts.pop("manifest.json"),
    "a way out of the folder": lambda parts: parts.update({"../../evil": b"x"}),
    "a way out of the table": lambda parts: in_manifest(parts, lambda found: found["counts"].update({"../x": 0})),
    "an absolute name": lambda parts: parts.update({"/etc/passwd": b"x"}),
    "a file under another name": lambda parts: parts.update({"files/" + "0" * 64: b"x"}),
    "a file that no record keeps under a wrong name": lambda parts: parts.update({"files/x": b"x"}),
    "a count that is wrong": _manifest(counts={"papers": 4}),
    "a count that is no number": _manifest(counts={"papers": True}),
    "another head": _manifest(head={"hash": "0" * 64, "sequence": 2}),
    "a head of numbers": _manifest(head={"hash": 0, "sequence": "2"}),
    "schema 0": _manifest(schema=0),
    "schema text": _manifest(schema="1"),
    "a manifest of brackets": lambda parts: parts.update({"manifest.json": DEEP.encode()}),
    "a manifest of nothing": lambda parts: parts.update({"manifest.json": b"null"}),
    "a manifest with more in it": _manifest(more=1),
    "a number of a million digits": lambda parts: parts.update({"manifest.json": b"9" * 1_000_000}),
    "no array": lambda parts: parts.update({PAPERS: b"{}\n"}),
    "an array without an end": lambda parts: parts.update({PAPERS: parts[PAPERS][:-2]}),
    "more after the end": lambda parts: parts.update({PAPERS: parts[PAPERS] + b"{}\n"}),
    "a line without an end": lambda parts: parts.update({PAPERS: parts[PAPERS][:-1]}),
    "no UTF-8": lambda parts: parts.update({PAPERS: b"[\n\xff\n]\n"}),
    "a record of brackets": _first_line(PAPERS, DEEP),
    "a record of nothing": _first_line(PAPERS, "null"),
    "a record without an id": _first_line(PAPERS, '{"name":"x"}'),
    "half a surrogate": _first_line(PAPERS, '{"id":"\\ud800"}'),
    "a member that stands twice": _first_line(PAPERS, '{"id":"1","id":"1"}'),
    "a link of numbers": _first_line("history.jsonl", "[1,2,3]"),
    "a link too far": _first_line("history.jsonl", f'[{1 << 70},"x","{"0" * 64}"]'),
    "an item of too much": _first_line("history_items.jsonl", "[1,2,3,4,5,6]"),
    "a signature of texts": _first_line("checkpoints.json", '{"made_at":"x"}'),
    "a key under another's name": lambda parts: replaced(parts, "signers.json", '"public_key":"', '"public_key":"00'),
    "a signer of no day": lambda parts: replaced(parts, "signers.json", '"made_at":"2', '"made_at":"x'),
    "a file that is not there": _column(content=NO_FILE),
    "a file of another size": _column(content={"bytes": -1, "sha256": "0" * 64}),
    "no mark of a file": _column(content={"bytes": 1}),
    "a list in a column": _column(pages=[1]),
    "true in a column": _column(pages=True),
    "a number that is too large": _column(pages=1 << 63),
}
REFUSED: dict[str, Forgery] = {
    "a column more": _column(evil="x"),
    "a column with a quotation mark": _column(**{'id") --': "x"}),
    "a column less": lambda parts: record(parts, "papers", lambda row: row.pop("pages")),
    "nothing where there must be something": _column(name=None),
    "a reference to nothing": _column(replaces="nobody"),
    "a text where a number belongs": _column(weight="heavy"),
    "a number where a text belongs": _column(name=1),
    "not a number": _column(weight=float("nan")),
    "another id": _column(id="2"),
    "another table": _another_table,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_forgery_of_the_history_is_a_finding_and_is_not_taken_in(folder: Path, parts: Parts, name: str) -> None:
    BROKEN[name](parts)
    path = packed(folder / "forged.zip", parts)
    assert verify_export(path, None).broken is not None
    with pytest.raises(DamagedVault):
        imported(path)


@pytest.mark.parametrize("name", DAMAGED)
def test_what_no_program_of_ours_wrote_is_damaged(folder: Path, parts: Parts, name: str) -> None:
    DAMAGED[name](parts)
    path = packed(folder / "forged.zip", parts, mend="manifest" not in name and "digits" not in name)
    for read in (lambda: verify_export(path, None), lambda: imported(path)):
        with pytest.raises(DamagedVault) as caught:
            read()
        assert (caught.value.part, caught.value.path) == ("export", path)


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_sound_history_vouches_for_must_still_fit_into_the_tables(folder: Path, parts: Parts, name: str) -> None:
    REFUSED[name](parts)
    path = packed(folder / "forged.zip", parts)
    with pytest.raises(DamagedVault) as caught:
        imported(path)
    assert (caught.value.part, caught.value.path) == ("export", path)


def test_a_forger_who_writes_everything_anew_makes_another_vault_that_nobody_has_signed(
    folder: Path, parts: Parts
) -> None:
    _column(name="forged")(parts)
    path = packed(folder / "forged.zip", parts)
    assert verify_export(path, None).signers == ()
    assert imported(path)["papers"][0][1] == "forged"


def test_an_export_of_a_newer_format_is_called_that(folder: Path, parts: Parts) -> None:
    _manifest(format=2)(parts)
    path = packed(folder / "forged.zip", parts)
    for read in (lambda: verify_export(path, None), lambda: imported(path)):
        with pytest.raises(NewerVault):
            read()
