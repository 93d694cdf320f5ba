"""The message catalogues: one file per area and language, extracted from the code and compiled with Babel.

An area is a folder below `app/`; what lies in `app/` itself belongs to the area `cli`. A catalogue keeps no line
numbers and no unused entries, so that it changes only when a sentence does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from workbench.places import CATALOGUES, ROOT

KEYWORDS = {"Text": None, "Plural": (1, 2)}
"""The names that carry a message in the code."""

LANGUAGES = ("de",)
"""English needs no catalogue: it is what the code says."""

_HEADER = r"""# The area "{area}": written, not translated. The words are decided in translations/glossary.md.
msgid ""
msgstr ""
"Project-Id-Version: Nachweis\n"
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plural}\n"

"""

Key = str | tuple[str, ...]


def area_of(source: Path) -> str:
    """Return the catalogue that holds the messages of one source file."""
    parts = source.relative_to(ROOT / "app").parts
    return parts[0] if len(parts) > 1 else "cli"


def extracted() -> dict[str, dict[Key, set[str]]]:
    """Return the messages in the code: per area, each with the files it stands in."""
    found: dict[str, dict[Key, set[str]]] = {}
    for source in sorted((ROOT / "app").rglob("*.py")):
        for message in messages_in(source):
            places = found.setdefault(area_of(source), {}).setdefault(message, set())
            places.add(source.relative_to(ROOT).as_posix())
    return found


def messages_in(source: Path) -> Iterator[Key]:
    """Yield the messages of one source file, singular and plural as a pair."""
    for _line, message, _comments, _context in extract_from_file("python", source, keywords=KEYWORDS):
        yield tuple(message) if isinstance(message, list | tuple) else message


def catalogue_file(language: str, area: str) -> Path:
    """Return where the messages of one area lie in one language."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{area}.po"


def read(path: Path) -> Catalog:
    """Read one catalogue."""
    with path.open("rb") as stream:
        return read_po(stream, abort_invalid=True)


def update(language: str) -> int:
    """Write every area's catalogue anew: what is translated stays, what is new is empty, what is unused goes."""
    open_messages = 0
    for area, messages in sorted(extracted().items()):
        path = catalogue_file(language, area)
        old = read(path) if path.exists() else Catalog(locale=language)
        fresh = Catalog(locale=language, project="Nachweis", charset="utf-8", fuzzy=False)
        for key, places in messages.items():
            known = old.get(key if isinstance(key, str) else key[0])
            string = known.string if known is not None and known.id == key else ""
            comments = known.user_comments if known is not None else ()
            fresh.add(key, string, locations=[(place, 0) for place in sorted(places)], user_comments=comments)
            open_messages += not (string if isinstance(string, str) else all(string or ("",)))
        _write(path, fresh)
    return open_messages


def compile_changed() -> None:
    """Compile every catalogue that is newer than its compiled form, and drop compiled forms without a source."""
    for folder in CATALOGUES.glob("*/LC_MESSAGES"):
        for compiled in folder.glob("*.mo"):
            if not compiled.with_suffix(".po").exists():
                compiled.unlink()
        for source in folder.glob("*.po"):
            target = source.with_suffix(".mo")
            if not target.exists() or target.stat().st_mtime_ns <= source.stat().st_mtime_ns:
                stream = BytesIO()
                write_mo(stream, read(source))
                target.write_bytes(stream.getvalue())


def _write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue under a header without dates or names, so that two writers never disagree about it."""
    stream = BytesIO()
    write_po(stream, catalogue, width=120, include_lineno=False, ignore_obsolete=True, omit_header=True)
    head = _HEADER.format(area=path.stem, language=catalogue.locale_identifier, plural=catalogue.plural_forms)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head.encode() + stream.getvalue())


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        for wanted in LANGUAGES:
            sys.stdout.write(f"{wanted}: {update(wanted)} messages are not translated\n")
    compile_changed()
