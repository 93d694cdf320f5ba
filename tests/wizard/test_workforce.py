"""Heads become full-time positions, exactly."""

from __future__ import annotations

from decimal import Decimal

from app.wizard.workforce import GROUPS, Line, positions, total


def test_the_example_of_the_picture_comes_to_sixty_positions() -> None:
    heads = (50, 14, 4, 1)
    lines = [Line(Decimal(n), group.usual_share) for n, group in zip(heads, GROUPS, strict=True)]
    assert [positions(line) for line in lines] == [50, 7, 2, 1]
    assert total(lines) == 60


def test_nobody_makes_no_position() -> None:
    assert total([]) == 0
