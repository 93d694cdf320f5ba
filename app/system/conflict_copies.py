"""What a synchronising service leaves when two computers have changed a vault at the same time, and what it means.

A service cannot bring two encrypted registers together. It keeps one and lays the other beside it, under a name of its
own making. Nobody who finds such a file knows what it is, and whoever removes it may remove somebody's work. So it is
recognised by its name and explained; nothing is ever done to it. One name is beyond telling: `register-2.db` is the
register after a new key, and would also be the copy from a computer that is called `2`.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from pathlib import Path

from app.core.text import Text
from database.files import SUFFIX

_KEYS = "vault.json"
_OURS = re.compile(r"vault\.json|vault\.lock|register(-[0-9]{1,9})?\.db(-journal)?", re.ASCII)
_COPY = re.compile(
    r"(?P<before>(copy of|kopie von) )?"
    r"(?P<stem>vault|register(-[0-9]{1,9})?)"
    r"(?P<mark>([\W_].*)?)"
    r"(?P<ending>\.json|\.lock|\.db|\.db-journal)"
    r"(?P<after>( ?[(\[].*)?)",
    re.IGNORECASE | re.DOTALL,
)
"""Such as `register (1).db`, `register-PC7.db`, `register.sync-conflict-20261125.db`, `register.db (SFConflict …)`."""

_CONFLICT = re.compile(r"conflict|konflikt", re.IGNORECASE)
_MOST_BYTES = 1 << 20


def conflict_copies(vault: Path) -> tuple[Path, ...]:
    """Return the copies of the vault's files inside its folder, and those of the whole folder beside it."""
    inside = [vault / name for name in _names(vault) if original_of(name)]
    return (*inside, *(vault.parent / name for name in _names(vault.parent) if _is_beside(vault, name)))


def original_of(name: str) -> str | None:
    """Return the name of the file in a vault of which a file of this name looks like a copy; None if it does not."""
    found = None if _OURS.fullmatch(name) else _COPY.fullmatch(name)
    if found is None or not (found["before"] or found["mark"] or found["after"]):
        return None
    original = (found["stem"] + found["ending"]).lower()
    return original if _OURS.fullmatch(original) else None


def explanation(copy: Path, vault: Path) -> Text:
    """Return what a copy is, and what to do."""
    original = original_of(copy.name) if copy.parent == vault else None
    if original is not None:
        return _inside(copy.name, original)
    return Text(
        "Beside this vault lies a copy of it: {copy}. A service that synchronises the folder may have made it, or "
        "somebody by hand. Nothing is lost: Nachweis works with {vault}. To see what is in the copy, open it with "
        "its passphrase. Enter here what is missing, then move the copy to another place, so that nobody goes on "
        "working in it.",
        copy=copy.name,
        vault=vault.name,
    )


def _inside(copy: str, original: str) -> Text:
    if not original.endswith((".db", ".json")):
        return Text(
            "A service that synchronises this vault has left the file {copy} in it. It holds nothing that you have "
            "entered. Move it out of the vault.",
            copy=copy,
        )
    return Text(
        "In this vault lies a second version of the file {original}: {copy}. A service that synchronises the folder "
        "makes such a copy when two computers have changed the vault at the same time. Nothing is lost: Nachweis works "
        "with {original}, and the copy holds what was changed on the other computer. To see it, copy the whole vault "
        "to another place, put the copy there in the place of {original}, and open that vault with its passphrase. "
        "Enter here what is missing, then move the copy out of the vault.",
        copy=copy,
        original=original,
    )


def _names(folder: Path) -> list[str]:
    with suppress(OSError, ValueError):
        return sorted(os.listdir(folder))  # noqa: PTH208 - names, not paths
    return []


def _is_beside(vault: Path, name: str) -> bool:
    """Tell whether something beside the vault is a copy of it: by its name, and by the id that the two share.

    A second vault of the same company has a name like a copy's, `Company 2.nachweis`, and an id of its own. Only where
    there is no id to compare does a word in the name decide.
    """
    stem, suffix = re.escape(vault.name.removesuffix(SUFFIX)), re.escape(SUFFIX)
    marked = rf"(?:(copy of|kopie von) )?{stem}([\W_].*)?{suffix}( ?[-(\[ ].*)?"
    found = re.fullmatch(marked, name, re.IGNORECASE | re.DOTALL)
    mark = "".join(filter(None, found.groups())) if found else ""
    place = vault.parent / name
    with suppress(OSError, ValueError):
        if mark and place.is_dir() and not place.samefile(vault):
            ids = _id(vault), _id(place)
            return ids[0] == ids[1] if all(ids) else bool(_CONFLICT.search(mark))
    return False


def _id(vault: Path) -> str | None:
    """Return which vault this is; it stands in the clear, so no key is needed."""
    keys = vault / _KEYS
    with suppress(OSError, ValueError, RecursionError):
        if keys.is_file():
            with keys.open("rb") as stream:
                members = json.loads(stream.read(_MOST_BYTES))
            if isinstance(members, dict) and isinstance(found := members.get("vault"), str):
                return found
    return None
