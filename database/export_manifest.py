"""What an export says of itself: which vault, what it holds, and size and digest of every other file in the archive."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from database.backup_file import Part
from database.chain import Head

README, MANIFEST = "README.txt", "manifest.json"
HISTORY, ITEMS = "history.jsonl", "history_items.jsonl"
CHECKPOINTS, SIGNERS = "checkpoints.json", "signers.json"

_FORMAT = 1
_ALWAYS = frozenset({README, HISTORY, ITEMS, CHECKPOINTS, SIGNERS})
_MEMBERS = {"counts", "files", "format", "head", "made_at", "schema", "vault"}
_TABLE = re.compile(r"[a-z][a-z0-9_]{0,99}", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_VAULT = re.compile(r"[0-9a-f]{32}", re.ASCII)
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z", re.ASCII)
_HIGHEST = 1 << 62
_HIGHEST_SCHEMA = 9999
_MOST_IN_FILE = 1 << 30


class NewerFormat(Exception):
    """The archive is of a format that a later program invented."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in an export: the records of every table, the end of the history, every file but this one."""

    vault: str
    schema: int
    made_at: str
    head: Head
    counts: Mapping[str, int]
    files: Mapping[str, Part]

    @property
    def records(self) -> int:
        """Return how many records there are altogether."""
        return sum(self.counts.values())

    def written(self) -> bytes:
        """Return the content of `manifest.json`."""
        members = {
            "counts": dict(self.counts),
            "files": {name: {"bytes": part.bytes, "sha256": part.sha256} for name, part in self.files.items()},
            "format": _FORMAT,
            "head": {"hash": self.head.hash, "sequence": self.head.sequence},
            "made_at": self.made_at,
            "schema": self.schema,
            "vault": self.vault,
        }
        return json.dumps(members, indent=2, sort_keys=True, ensure_ascii=False).encode() + b"\n"


def table_file(table: str) -> str:
    """Return the name of the file of a table. ValueError for a name that could be more than a name."""
    if not _TABLE.fullmatch(table):
        raise ValueError("not the name of a table")
    return f"tables/{table}.json"


def kept_file(digest: str) -> str:
    """Return the name of a file that a record keeps."""
    return f"files/{digest}"


def manifest_from(content: bytes) -> Manifest:
    """Return the manifest in the content of `manifest.json`. NewerFormat, or ValueError if it has another form."""
    try:
        members = json.loads(content)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(members, dict):
        raise ValueError("not an object")  # noqa: TRY004 - all that is wrong with a manifest is one error
    if type(members.get("format")) is int and members["format"] > _FORMAT:
        raise NewerFormat(f"export format {members['format']}")
    if set(members) != _MEMBERS or type(members["format"]) is not int or members["format"] != _FORMAT:
        raise ValueError("not the members of this format")
    counts = {name: _whole(count) for name, count in _object(members["counts"]).items()}
    files = {name: _part(name, part) for name, part in _object(members["files"]).items()}
    tables = {table_file(name) for name in counts}
    if not _ALWAYS | tables <= set(files) or not all(_is_kept(files, name) for name in set(files) - _ALWAYS - tables):
        raise ValueError("not the files of an export")
    schema, head = _whole(members["schema"]), _object(members["head"], {"hash", "sequence"})
    if not 1 <= schema <= _HIGHEST_SCHEMA:
        raise ValueError("no such schema")
    vault, made_at = _like(_VAULT, members["vault"]), _like(_MOMENT, members["made_at"])
    return Manifest(vault, schema, made_at, Head(_whole(head["sequence"]), _like(_DIGEST, head["hash"])), counts, files)


def _is_kept(files: Mapping[str, Part], name: str) -> bool:
    return name == kept_file(files[name].sha256) and files[name].bytes <= _MOST_IN_FILE


def _part(name: str, part: object) -> Part:
    members = _object(part, {"bytes", "sha256"})
    if not name.isascii():
        raise ValueError("no name of a file")
    return Part(_whole(members["bytes"]), _like(_DIGEST, members["sha256"]))


def _object(value: object, names: set[str] | None = None) -> Mapping[str, Any]:
    if not isinstance(value, dict) or (names is not None and set(value) != names):
        raise ValueError("not an object with these members")
    return value


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _HIGHEST:
        raise ValueError("not a whole number")
    return value


def _like(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("not of this form")
    return value
