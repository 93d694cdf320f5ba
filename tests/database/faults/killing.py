"""Kills a program at a random moment of what it does, and looks at what it left.

Half of the kills come at a moment that is uniform over the time the deed took when nobody disturbed it, the other half
right after one of the things it said: where a step ends and the next begins is where mistakes like to be.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.database.faults.deeds import DEEDS, STEPS, a_folder
from tests.database.faults.ending import Ending, looked_at
from tests.database.faults.performer import ENDLESS
from tests.database.faults.performing import Performer
from tests.database.faults.told import Told, heard

_SOON = 0.0005


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: so many seconds after so many lines were said."""

    lines: int
    pause: float

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.pause * 1000:.2f} ms after {f'line {self.lines}' if self.lines else 'the start'}"


def kills(performer: Performer, deed: str, number: int, seed: int) -> Iterator[Ending]:
    """Carry out a deed and kill it, so often; one ending for each."""
    with a_folder() as folder:
        template = folder / "before"
        template.mkdir()
        DEEDS[deed].prepare(template)
        takes, lines = _undisturbed(performer, deed, Path(shutil.copytree(template, folder / "whole")))
        for this in range(seed, seed + number):
            place = Path(shutil.copytree(template, folder / f"{this}"))
            moment = _moment(Random(this), takes, lines)  # noqa: S311 - a test that can be repeated
            yield looked_at(deed, place, _killed(performer, deed, place, moment), this, str(moment))


def _undisturbed(performer: Performer, deed: str, folder: Path) -> tuple[float, int]:
    """Return how long the steps take, and how many lines are said, when nobody kills."""
    performer.begin(deed, STEPS, folder)
    begun = time.perf_counter()
    lines = performer.rest()
    takes = time.perf_counter() - begun
    told = heard(lines)
    assert len(told.done) == told.begun == STEPS, f"{deed} does not work: {lines[-1]}"
    DEEDS[deed].inspect(folder, told)
    return takes, len(lines)


def _moment(chance: Random, takes: float, lines: int) -> Moment:
    if chance.random() < 0.5:
        return Moment(0, chance.uniform(0, takes))
    return Moment(chance.randint(1, lines - 1), chance.choice([0, chance.uniform(0, _SOON)]))


def _killed(performer: Performer, deed: str, folder: Path, moment: Moment) -> Told:
    child = performer.begin(deed, ENDLESS, folder)
    said = [performer.line() for _ in range(moment.lines)]
    time.sleep(moment.pause)
    return heard(said + performer.kill(child))
