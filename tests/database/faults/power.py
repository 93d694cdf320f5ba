"""Cuts the power: lets a program carry out a deed, and builds the disks that a cut at some moment could have left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.database.faults.deeds import DEEDS, STEPS, a_folder
from tests.database.faults.disk import Tree, lay, seen
from tests.database.faults.ending import Ending, looked_at
from tests.database.faults.recording import Call, recorded
from tests.database.faults.replaying import Replay
from tests.database.faults.told import BEGIN, heard


@dataclass(frozen=True, slots=True)
class Recording:
    """A deed that nobody disturbed: where it was done, what lay there before, every call that may have changed it."""

    deed: str
    folder: Path
    start: Tree
    calls: tuple[Call, ...]


def recording(deed: str) -> Recording:
    """Carry out a deed and record it."""
    with a_folder() as folder:
        DEEDS[deed].prepare(folder)
        start = seen(folder)
        return Recording(deed, folder, start, recorded(deed, STEPS, folder))


def cuts(record: Recording, number: int, seed: int) -> Iterator[Ending]:
    """Cut the power so often while a deed is carried out; one ending for each, in the order of the moments."""
    moments = _moments(record)
    chosen = sorted((Random(one).choice(moments), one) for one in range(seed, seed + number))  # noqa: S311 - repeatable
    with a_folder() as folder:
        yield from _ended(record, chosen, folder)


def _moments(record: Recording) -> Sequence[int]:
    """Return the calls after which a cut may leave something else than before them, from the first step on."""
    rehearsal = Replay(record.folder, record.start)
    moments = [place for place, call in enumerate(record.calls) if rehearsal.then(call) and BEGIN in rehearsal.lines]
    told = heard(rehearsal.lines)
    assert len(told.done) == told.begun == STEPS, f"{record.deed} does not work"
    return moments


def _ended(record: Recording, chosen: Sequence[tuple[int, int]], folder: Path) -> Iterator[Ending]:
    replay = Replay(record.folder, record.start)
    done = 0
    for moment, seed in chosen:
        for call in record.calls[done : moment + 1]:
            replay.then(call)
        done = moment + 1
        left = folder / f"{seed}"
        lay(replay.disk.after_a_cut(Random(seed)), left)  # noqa: S311 - a test that can be repeated
        when = f"after call {moment}, {record.calls[moment].name}"
        yield looked_at(record.deed, left, heard(replay.lines), seed, when)
