"""The list of vaults: the newest first, each once, and a bad entry costs only itself."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.system.known_vaults import MOST, KnownVault, Vaults, amended, entry_of, forgotten, opened, read, written

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TEXTS = st.text(st.characters(exclude_characters="\0"), max_size=30)
ENTRIES = st.builds(
    KnownVault,
    place=TEXTS.filter(bool),
    opened_at=st.none() | st.datetimes(timezones=st.just(UTC)),
    second_place=TEXTS,
    device=st.text("0123456789abcdef", max_size=64),
)
LISTS = st.lists(ENTRIES, max_size=5, unique_by=lambda entry: entry.place).map(tuple)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3))
BAD = JSON.filter(lambda value: not isinstance(value, dict)) | st.sampled_from(
    [
        {},
        {"place": ""},
        {"place": 3},
        {"place": "/a\0b"},
        {"place": "x" * 40_000},
        {"place": "/a", "opened_at": "yesterday"},
        {"place": "/a", "opened_at": "2026-11-22T12:00:00"},
        {"place": "/a", "opened_at": 7},
        {"place": "/a", "second_place": None},
        {"place": "/a", "device": "../etc"},
        {"place": "/a", "device": ["ab"]},
    ]
)


def known(*places: str) -> Vaults:
    return tuple(KnownVault(place=place) for place in places)


def test_the_vault_opened_last_comes_first_and_stands_there_once() -> None:
    vaults = opened(opened(opened((), "/a.nachweis", NOON), "/b.nachweis", NOON), Path("/a.nachweis"), NOON)
    assert [entry.name for entry in vaults] == ["a", "b"]


def test_opening_again_keeps_what_is_known_of_a_vault() -> None:
    vaults = amended(known("/a", "/b"), "/b", second_place="/media/stick", device="ab12")
    later = opened(vaults, "/b", NOON + timedelta(days=1))[0]
    assert (later.second_place, later.device) == ("/media/stick", "ab12")
    assert later.opened_at == NOON + timedelta(days=1)


def test_one_thing_can_change_without_the_other() -> None:
    vaults = amended(known("/a"), "/a", second_place="/media/stick")
    assert amended(vaults, "/a", device="ab")[0] == KnownVault(place="/a", second_place="/media/stick", device="ab")
    assert amended(vaults, "/a", second_place="")[0] == KnownVault(place="/a")


def test_a_vault_that_is_not_in_the_list_is_neither_amended_nor_forgotten() -> None:
    assert amended(known("/a"), "/b", device="ab") == known("/a")
    assert forgotten(known("/a"), "/b") == known("/a")
    assert entry_of(known("/a"), "/b") is None


def test_the_list_has_an_end() -> None:
    vaults: Vaults = ()
    for number in range(MOST + 3):
        vaults = opened(vaults, f"/{number}", NOON)
    assert len(vaults) == MOST
    assert (vaults[0].place, vaults[-1].place) == (f"/{MOST + 2}", "/3")


def test_what_the_first_version_remembered_becomes_the_one_entry() -> None:
    assert read({"last_vault": "/a.nachweis"}) == (known("/a.nachweis"), True)
    assert read({"last_vault": ""}) == ((), True)
    assert read({"last_vault": 4}) == ((), False)
    assert read({"last_vault": "/old", "vaults": [{"place": "/new"}]}) == (known("/new"), True)
    assert read({}) == ((), True)


def test_parts_of_a_later_version_are_ignored() -> None:
    assert read({"vaults": [{"place": "/a", "colour": 3}]}) == (known("/a"), True)


@given(LISTS)
def test_a_list_comes_back_as_it_was_written(vaults: Vaults) -> None:
    assert read({"vaults": json.loads(json.dumps(written(vaults)))}) == (vaults, True)


@given(LISTS, BAD, st.integers(0, 5))
def test_a_bad_entry_costs_only_itself(vaults: Vaults, bad: object, position: int) -> None:
    listed: list[object] = list(written(vaults))
    listed.insert(position, bad)
    assert read({"vaults": listed}) == (vaults, False)


@given(JSON)
def test_anything_in_the_place_of_the_list_is_survived(value: object) -> None:
    vaults, sound = read({"vaults": value})
    assert len(vaults) <= MOST
    assert not sound or isinstance(value, list)
    for entry in vaults:
        assert entry.name is not None
        assert isinstance(entry.path.exists(), bool)
