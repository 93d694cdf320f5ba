"""Takes an export apart and puts it together again, with a manifest that fits what a forger has made of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from pyzipper import AESZipFile  # type: ignore[import-untyped]  # it ships no types

from database.chain import beginning, linked
from database.exporting import export
from database.importing import import_export
from database.vault import create
from tests.database.notes import CHEAP, PASSPHRASE
from tests.database.papers import SCHEMA, Paper, everything, keep

PASSWORD = "Riegel"  # noqa: S105 - the tests' own

Parts = dict[str, bytes]


def unpacked(path: Path, password: str | None = None) -> Parts:
    """Return every file in an archive."""
    with AESZipFile(path) as archive:
        archive.setpassword(None if password is None else password.encode())
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, parts: Mapping[str, bytes], *, mend: bool = True) -> Path:
    """Write an archive without a password; its manifest is made to fit, where it still is one."""
    found = dict(parts)
    if mend:
        manifest = json.loads(found["manifest.json"])
        manifest["files"] = {
            name: {"bytes": len(content), "sha256": sha256(content).hexdigest()}
            for name, content in found.items()
            if name != "manifest.json"
        }
        found["manifest.json"] = json.dumps(manifest).encode()
    path.unlink(missing_ok=True)
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return path


def exports_of(folder: Path) -> dict[str | None, bytes]:
    """Return the exports of a small vault: one with a password and one without."""
    found: dict[str | None, bytes] = {}
    with create(folder / "Muster.nachweis", PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        keep(vault, *(Paper(f"{number}", "name " * number, bytes([number]) * number * 9) for number in range(1, 6)))
        for password in (PASSWORD, None):
            found[password] = export(vault, folder / "x.zip", password).path.read_bytes()
            (folder / "x.zip").unlink()
    return found


def imported(path: Path, password: str | None = None) -> dict[str, list[tuple[Any, ...]]]:
    """Return everything in the vault that an export gives, which is thrown away; nothing is left if there is none."""
    target = path.with_name("Wieder.nachweis")
    try:
        with import_export(path, password, target, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
            found = everything(vault)
    except BaseException:
        assert not target.exists()
        assert not [one for one in path.parent.iterdir() if one.name.startswith(".")]
        raise
    for one in target.iterdir():
        one.unlink()
    target.rmdir()
    return found


def compact(value: object) -> str:
    """Return JSON in its one spelling."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def replaced(parts: Parts, name: str, old: str, new: str) -> None:
    """Put other words into a file."""
    assert old.encode() in parts[name]
    parts[name] = parts[name].replace(old.encode(), new.encode())


def in_manifest(parts: Parts, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the manifest."""
    manifest = json.loads(parts["manifest.json"])
    change(manifest)
    parts["manifest.json"] = json.dumps(manifest).encode()


def record(parts: Parts, table: str, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the first record of a table, and let a new and sound history say that it always was so."""
    rows = [json.loads(line.rstrip(",")) for line in parts[f"tables/{table}.json"].decode().split("\n")[1:-2]]
    change(rows[0])
    lines = [compact(row) for row in rows]
    parts[f"tables/{table}.json"] = ("[\n" + ",\n".join(lines) + "\n]\n").encode()
    items = [
        [table, row.get("id"), None, sha256(line.encode()).hexdigest()] for row, line in zip(rows, lines, strict=True)
    ]
    history(parts, [{"at": "2026-11-25T09:30:00.000000Z", "items": items, "name": "n", "sequence": 1, "user": "u"}])


def history(parts: Parts, entries: list[Any]) -> None:
    """Write a history anew, soundly chained, without any signature."""
    manifest = json.loads(parts["manifest.json"])
    hash_, lines, befores = beginning(manifest["vault"]), [], []
    for sequence, entry in enumerate(entries, 1):
        text = entry if isinstance(entry, str) else compact(entry)
        hash_ = linked(hash_, text)
        lines.append(compact([sequence, text, hash_.hex()]) + "\n")
        items = [] if isinstance(entry, str) else entry["items"]
        befores += [
            compact([sequence, place, str(item[0]), str(item[1]), None]) + "\n" for place, item in enumerate(items)
        ]
    parts["history.jsonl"], parts["history_items.jsonl"] = "".join(lines).encode(), "".join(befores).encode()
    parts["checkpoints.json"] = parts["signers.json"] = b"[\n]\n"
    in_manifest(parts, lambda found: found.update(head={"hash": hash_.hex(), "sequence": len(entries)}))
