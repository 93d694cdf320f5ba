"""A locked program has no key in its memory any more."""

from __future__ import annotations

from collections import Counter

import pytest

from database.folder import header_of
from tests.journeys.conftest import SetOut
from tests.journeys.locking import BACKWARDS
from tests.journeys.world import World
from tests.leaks.memory import occurrences

pytestmark = pytest.mark.journey

PURPOSES = ("register", "header", "backup")


@pytest.fixture(scope="module")
def stages(set_out: SetOut, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[str]]:
    """Return how often each key stands in the memory at each stage."""
    world = World(tmp_path_factory.mktemp("machine"))
    with set_out(world, "locking") as underway:
        found = {stage.name: occurrences(stage.pid, _keys(world)) for stage in underway.stages()}
        assert underway.end() == 0, underway.said
    return found


def _keys(world: World) -> dict[str, bytes]:
    """Return the keys of the vault, as they are and as they are written for the database."""
    header = header_of(next(world.home.rglob("*.nachweis")))
    key = header.opened_by(BACKWARDS["passphrase"][::-1])
    assert key
    derived = {purpose: bytes(key.derived(purpose, header.vault)) for purpose in PURPOSES}
    written = {f"{purpose}, written": raw.hex().encode() for purpose, raw in derived.items()}
    return {"data key": bytes(key._secret), **derived, **written}


def test_the_key_is_in_the_memory_while_the_vault_is_open(stages: dict[str, Counter[str]]) -> None:
    assert stages["open"]["data key"] > 0


def test_no_key_is_in_the_memory_after_locking(stages: dict[str, Counter[str]]) -> None:
    assert {name: count for name, count in stages["locked"].items() if count} == {}
