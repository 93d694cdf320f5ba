"""Whatever a program was doing when it was killed: all that was committed is there, and nothing by halves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.database.faults.deeds import DEEDS
from tests.database.faults.killing import kills
from tests.database.faults.performing import Performer, a_performer

KILLS = {
    "creating": 20,
    "writing": 35,
    "migrating": 25,
    "rekeying": 25,
    "passphrase": 15,
    "recovery": 10,
    "backup": 30,
    "restoring": 20,
    "exporting": 10,
    "importing": 10,
}


@pytest.fixture(scope="module")
def performer() -> Iterator[Performer]:
    """Return an interpreter that carries out deeds in children."""
    with a_performer() as performer:
        yield performer


@pytest.mark.parametrize("deed", DEEDS)
def test_a_kill_at_any_moment_loses_nothing_and_leaves_nothing_by_halves(performer: Performer, deed: str) -> None:
    assert [str(ending) for ending in kills(performer, deed, KILLS[deed], seed=0) if ending.wrong] == []


def test_every_deed_is_killed_and_all_together_two_hundred_times() -> None:
    assert set(KILLS) == set(DEEDS)
    assert sum(KILLS.values()) >= 200
