"""A scale in equal parts between thresholds: 0–50, 50–250, 250 and more each take a third.

On a line true to scale all that decides would be crowded into its first fifth. Pure; the number line and the
what-if slider place and read their values with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def place(value: float, stops: Sequence[float]) -> float:
    """Return where a value lies on a line from 0 to 1 with evenly spread stops; outside values stay at the ends."""
    parts = len(stops) - 1
    for number, (low, high) in enumerate(pairwise(stops)):
        if value < high:
            return (number + max(0.0, value - low) / (high - low)) / parts
    return 1.0


def value_at(position: float, stops: Sequence[float]) -> float:
    """Return the value at a place on the line, the reverse of `place`."""
    parts = len(stops) - 1
    number = min(int(position * parts), parts - 1)
    low, high = stops[number], stops[number + 1]
    return low + (position * parts - number) * (high - low)
