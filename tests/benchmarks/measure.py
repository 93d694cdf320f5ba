"""What every measurement shares: a line of the table, and the fastest of several rounds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 9


@dataclass(frozen=True, slots=True)
class Line:
    """One measured thing: its name, what it is held against, the figure and the agreed limit."""

    what: str
    against: str
    figure: float
    limit: float
    unit: str = "×"

    def row(self) -> str:
        """Return the line of the table."""
        verdict = "within" if self.figure <= self.limit else "ABOVE"
        return f"{self.what:<34} {self.against:<44} {self.figure:7.3f} {self.unit:<2} limit {self.limit:g}  {verdict}"


def fastest(deed: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return how many seconds the fastest of several rounds took."""
    return min(timed(deed) for _ in range(rounds))


def timed(deed: Callable[[], object]) -> float:
    """Return how many seconds a deed took."""
    begun = time.perf_counter()
    deed()
    return time.perf_counter() - begun
