"""Words the glossary forbids appear in no text that a user reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tests.architecture.sources import ROOT, named
from workbench.catalogues import read
from workbench.places import CATALOGUES


class Forbidden(NamedTuple):
    """A word that is not used, what is said instead, and longer words that only look like it."""

    word: str
    instead: str
    allowed: frozenset[str]

    def found_in(self, text: str) -> list[str]:
        """Return the words of a text that hold the forbidden one."""
        words = re.findall(rf"[\w-]*{re.escape(self.word)}[\w-]*", text, re.IGNORECASE)
        return [word for word in words if not any(word.lower().startswith(longer) for longer in self.allowed)]


def test_no_text_uses_a_word_that_the_glossary_forbids() -> None:
    found = [
        f"{where}: {word} (say: {entry.instead})"
        for where, text in texts()
        for entry in forbidden()
        for word in entry.found_in(text)
    ]
    assert found == []


def test_the_glossary_is_read() -> None:
    konform = next(entry for entry in forbidden() if entry.word == "konform")
    assert konform.found_in("Sie sind NIS2-konform, in richtlinienkonformer Auslegung.") == ["NIS2-konform"]


def forbidden() -> list[Forbidden]:
    """Return the last table of the glossary."""
    table = (CATALOGUES / "glossary.md").read_text(encoding="utf-8").partition("## Never")[2]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("| ")
    ]
    return [
        Forbidden(word, instead, frozenset(part.strip().lower() for part in allowed.split(",") if part.strip()))
        for word, instead, _why, allowed in rows[1:]
    ]


def texts() -> Iterator[tuple[str, str]]:
    """Yield every text that is shown, with the place it comes from."""
    for path in sorted(CATALOGUES.rglob("*.po")):
        for message in read(path):
            for text in (message.id, message.string) if message.id else ():
                yield f"{path.stem}.po", text if isinstance(text, str) else " | ".join(text or ())
    for path in sorted((ROOT / "resources").rglob("*")):
        if path.suffix in {".toml", ".md"} and path.name != "README.md":
            yield named(path), path.read_text(encoding="utf-8")
