"""The axis of a bar chart: from zero, in four equal steps of a number that people count in."""

from __future__ import annotations

from decimal import Decimal

_STEPS = 4
_ROUND = tuple(map(Decimal, ("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10")))
_DAY_STEPS = tuple(map(Decimal, (6, 8, 12, 18, 24, 36, 48)))


def ticks(largest: Decimal) -> tuple[Decimal, ...]:
    """Return zero and four steps that reach the largest value: round numbers, or hours that divide a day."""
    wanted = largest / _STEPS if largest > 0 else Decimal(1)
    hours = [step for step in _DAY_STEPS if step >= wanted]
    step = min([_round_step(wanted), *hours])
    return tuple(step * count for count in range(_STEPS + 1))


def _round_step(wanted: Decimal) -> Decimal:
    power = Decimal(10) ** wanted.adjusted()
    return next(power * factor for factor in _ROUND if power * factor >= wanted)
