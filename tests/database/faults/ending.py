"""How one try ended: when a deed was cut short, what had been told by then, and what was wrong afterwards."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.database.faults.deeds import DEEDS
from tests.database.faults.told import Told


@dataclass(frozen=True, slots=True)
class Ending:
    """One try. `seed` repeats it; `wrong` is what was found, if anything."""

    deed: str
    seed: int
    moment: str
    told: Told
    wrong: Exception | None = None

    def __str__(self) -> str:
        """Return the try in one line."""
        found = f"{type(self.wrong).__name__}: {self.wrong}" if self.wrong else "nothing lost"
        return f"{self.deed}, seed {self.seed}, {self.moment}, {self.told}: {found}"


def looked_at(deed: str, folder: Path, told: Told, seed: int, moment: str) -> Ending:
    """Look at what a deed left when it was cut short, and throw it away."""
    try:
        DEEDS[deed].inspect(folder, told)
    except Exception as wrong:  # noqa: BLE001 - whatever is wrong is a finding
        return Ending(deed, seed, moment, told, wrong)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Ending(deed, seed, moment, told)
