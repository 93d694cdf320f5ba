"""The walk along a history takes many entries at a time, and still names the first one that is broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.chain import Entry, Item, beginning, linked, spelled
from database.images import digest
from database.verifying import SALVAGED, Before, Broken, Link, Walk

VAULT = "0" * 32
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
ENTRIES = 1200
MARKED = {1, 512, 513, 1200}


def _image(sequence: int) -> str | None:
    return f'{{"id":"a","words":"{sequence}"}}' if sequence else None


def _entry(sequence: int, name: str = "note.written") -> str:
    item = Item("notes", "a", digest(_image(sequence - 1)), digest(_image(sequence)))
    return spelled(Entry(sequence, NOON, "anna", name, (item,)))


def _chained(texts: Sequence[str]) -> list[Link]:
    hash_, links = beginning(VAULT), list[Link]()
    for sequence, text in enumerate(texts, start=1):
        hash_ = linked(hash_, text)
        links.append((sequence, text, hash_))
    return links


LINKS = _chained([_entry(sequence) for sequence in range(1, ENTRIES + 1)])
BEFORES: list[Before] = [(sequence, _image(sequence - 1)) for sequence in range(1, ENTRIES + 1)]


def _walked(links: Sequence[Link], befores: Sequence[Before]) -> tuple[Walk, Broken | None]:
    walk = Walk(VAULT)
    return walk, walk.along(links, befores, MARKED)


def _replaced(links: list[Link], sequence: int, *link: Link) -> list[Link]:
    return [*links[: sequence - 1], *link, *links[sequence:]]


def test_a_whole_history_is_followed_to_its_end_with_the_heads_that_checkpoints_name() -> None:
    walk, broken = _walked(LINKS, BEFORES)
    assert broken is None
    assert (walk.sequence, walk.hash) == (ENTRIES, LINKS[-1][2])
    assert walk.heads == {sequence: LINKS[sequence - 1][2].hex() for sequence in MARKED}
    assert walk.now == {("notes", "a"): (ENTRIES, digest(_image(ENTRIES)))}


def test_a_history_without_entries_is_whole() -> None:
    walk, broken = _walked([], [])
    assert (broken, walk.sequence, walk.hash) == (None, 0, beginning(VAULT))


def _forgeries(sequence: int) -> Iterator[tuple[list[Link], list[Before], str]]:
    """Yield what can be done to one entry, and how it is found."""
    number, text, hash_ = LINKS[sequence - 1]
    yield _replaced(LINKS, sequence, (number, text.replace("anna", "otto"), hash_)), BEFORES, "hash"
    yield _replaced(LINKS, sequence, (number, text, bytes(32))), BEFORES, "hash"
    yield _replaced(LINKS, sequence, (number + ENTRIES, text, hash_)), BEFORES, "gap"
    yield LINKS, [*BEFORES[: sequence - 1], (sequence, "{}"), *BEFORES[sequence:]], "image"
    yield LINKS, [*BEFORES[: sequence - 1], *BEFORES[sequence:]], "image"
    texts = [text for _, text, _ in LINKS]
    yield _chained([*texts[: sequence - 1], "{}", *texts[sequence:]]), BEFORES, "form"
    yield _chained([*texts[: sequence - 1], '{"items":[1', *texts[sequence:]]), BEFORES, "form"


@given(st.integers(1, ENTRIES) | st.sampled_from([1, 511, 512, 513, 1024, 1025, ENTRIES]))
def test_the_first_broken_entry_is_named_wherever_it_stands(sequence: int) -> None:
    for links, befores, reason in _forgeries(sequence):
        walk, broken = _walked(links, befores)
        assert broken is not None
        assert (broken.sequence, broken.reason) == (sequence, reason)
        assert {marked for marked in MARKED if marked < sequence} <= walk.heads.keys()


@given(st.integers(1, ENTRIES), st.integers(1, ENTRIES))
def test_of_a_broken_image_and_a_broken_hash_the_earlier_is_named(image: int, hash_: int) -> None:
    links = _replaced(LINKS, hash_, (*LINKS[hash_ - 1][:2], bytes(32)))
    _, broken = _walked(links, [*BEFORES[: image - 1], (image, "{}"), *BEFORES[image:]])
    assert broken == (Broken(hash_, "hash") if hash_ <= image else Broken(image, "image", "notes", "a"))


def test_an_image_that_belongs_to_no_entry_is_found() -> None:
    assert _walked(LINKS, [*BEFORES, (ENTRIES, None)])[1] == Broken(ENTRIES, "image")


@pytest.mark.parametrize(("name", "whole"), [(SALVAGED, True), ("note.written", False)])
def test_only_the_entry_of_a_salvage_may_have_lost_the_image_it_replaces(name: str, *, whole: bool) -> None:
    links = _chained([_entry(1), _entry(2), _entry(3, name)])
    broken = None if whole else Broken(3, "image", "notes", "a")
    assert _walked(links, [*BEFORES[:2], (3, None)])[1] == broken


def test_the_entry_of_a_salvage_still_begins_with_what_was_known() -> None:
    links = _chained([_entry(1), _entry(3, SALVAGED).replace('"sequence":3', '"sequence":2')])
    assert _walked(links, [BEFORES[0], (2, None)])[1] == Broken(2, "record", "notes", "a")
