"""Words the glossary forbids appear in no text that a user reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.architecture.sources import ROOT, named
from workbench.catalogues import read
from workbench.places import CATALOGUES

NEVER = {
    r"(?<!richtlinien)(?<!unions)konform": "a company is not `konform`; `richtlinienkonform` is a term of the courts",
    r"\b(?<!Geld)(?<!Freiheits)Strafe": "a Bußgeld is no Strafe",
    r"\bHacker": "Angreifer",
    r"\bPasswort": "Passphrase",
    r"\bRestore-Test|\bBackup-Test": "Wiederherstellungstest",
    r"\bcompliant\b": "a company is not `compliant`",
}


def test_no_text_uses_a_word_that_the_glossary_forbids() -> None:
    found = [
        f"{where}: {match.group()} ({why})"
        for where, text in texts()
        for pattern, why in NEVER.items()
        for match in re.finditer(pattern, text)
    ]
    assert found == []


def texts() -> Iterator[tuple[str, str]]:
    """Yield every text that is shown, with the place it comes from."""
    for path in sorted(CATALOGUES.rglob("*.po")):
        for message in read(path):
            for text in (message.id, message.string) if message.id else ():
                yield f"{path.stem}.po", text if isinstance(text, str) else " | ".join(text or ())
    for path in sorted((ROOT / "resources").rglob("*")):
        if path.suffix in {".toml", ".md"} and path.parent.name != "fonts":
            yield named(path), path.read_text(encoding="utf-8")
