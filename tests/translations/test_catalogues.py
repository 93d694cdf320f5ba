"""The catalogues say everything the code says, with the same values in it, and nothing the code no longer says."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from string import Formatter

from babel.messages.catalog import Message

from tests.architecture.sources import files, named, tree
from workbench.catalogues import LANGUAGES, Key, catalogue_file, extracted, read
from workbench.places import CATALOGUES

Found = tuple[str, str, Message]
"""An area, a language, a message in it."""


def test_every_sentence_of_the_code_is_in_the_catalogue_of_its_area() -> None:
    in_catalogues = {(language, area, key_of(message)) for area, language, message in messages()}
    missing = [
        f"{area}.po: {key} ({', '.join(sorted(places))})"
        for language in LANGUAGES
        for area, keys in extracted().items()
        for key, places in keys.items()
        if (language, area, key) not in in_catalogues
    ]
    assert missing == []


def test_no_sentence_is_kept_that_the_code_no_longer_says() -> None:
    said = {(area, key) for area, keys in extracted().items() for key in keys}
    assert [f"{area}.po: {key_of(m)}" for area, _, m in messages() if (area, key_of(m)) not in said] == []


def test_every_sentence_is_translated() -> None:
    assert [(area, m.id) for area, _, m in messages() if m.fuzzy or not all(strings(m))] == []


def test_a_translation_holds_the_same_values_as_its_sentence() -> None:
    wrong = [
        (area, m.id, text)
        for area, _, m in messages()
        for source, text in zip(sources(m), strings(m), strict=True)
        if text and not same_values(source, text, plural=isinstance(m.id, tuple))
    ]
    assert wrong == []


def test_the_same_sentence_is_translated_the_same_way_everywhere() -> None:
    ways: dict[tuple[str, Key], dict[object, str]] = defaultdict(dict)
    for area, language, message in messages():
        ways[language, key_of(message)][message.string] = area
    assert {key: said for key, said in ways.items() if len(said) > 1} == {}


def test_blanks_at_the_ends_are_the_same() -> None:
    wrong = [
        (area, text)
        for area, _, m in messages()
        for source, text in zip(sources(m), strings(m), strict=True)
        if text and (source[:1].isspace() != text[:1].isspace() or source[-1:].isspace() != text[-1:].isspace())
    ]
    assert wrong == []


def test_no_catalogue_lies_where_no_code_belongs_to_it() -> None:
    known = {catalogue_file(language, area) for language in LANGUAGES for area in extracted()}
    assert [named(path) for path in CATALOGUES.rglob("*.po") if path not in known] == []


def test_sentences_are_written_where_they_are_said_so_that_they_can_be_found() -> None:
    computed = [f"{named(f)}:{call.lineno}" for f in files() for call in calls(tree(f)) if not is_literal(call)]
    assert [place for place in computed if place.startswith("app/")] == []


def messages() -> Iterator[Found]:
    """Yield every message of every catalogue."""
    for language in LANGUAGES:
        for path in sorted((CATALOGUES / language / "LC_MESSAGES").glob("*.po")):
            for message in read(path):
                if message.id:
                    yield path.stem, language, message


def key_of(message: Message) -> Key:
    """Return what a message is looked up by: its text, or its singular and plural."""
    words = sources(message)
    return words if len(words) > 1 else words[0]


def strings(message: Message) -> tuple[str, ...]:
    """Return the translations of a message: one, or one per plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def sources(message: Message) -> tuple[str, ...]:
    """Return the English sentence for each translation."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def same_values(source: str, translation: str, *, plural: bool) -> bool:
    """Tell whether both name the same `{values}`; a plural form may say its number in words."""
    wanted, found = values(source), values(translation)
    return found - wanted <= {"n"} and wanted - found <= {"n"} if plural else wanted == found


def values(text: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def calls(module: ast.Module) -> Iterator[ast.Call]:
    """Yield every call that makes a sentence."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Text", "Plural"}:
            yield node


def is_literal(call: ast.Call) -> bool:
    """Tell whether a sentence stands in the code letter by letter."""
    count = 1 if isinstance(call.func, ast.Name) and call.func.id == "Text" else 2
    words = call.args[:count]
    return len(words) == count and all(isinstance(w, ast.Constant) and isinstance(w.value, str) for w in words)
