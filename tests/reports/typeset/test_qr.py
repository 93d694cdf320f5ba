"""QR codes are drawn as a standard decoder expects them, whatever they say."""

from __future__ import annotations

import re

import pytest

from app.reports.typeset.qr import drawn, modules


@pytest.mark.parametrize(("length", "side"), [(1, 21), (115, 45), (2000, 169)])
def test_a_code_is_as_large_as_its_content_needs(length: int, side: int) -> None:
    code = modules("x" * length)
    assert {len(code), *map(len, code)} == {side}


def test_the_drawing_covers_the_dark_modules_and_nothing_else() -> None:
    code = modules("nachweis:1")
    covered = set()
    for x, y, width in re.findall(r"(\d+) (\d+) (\d+) 1 re", drawn(code, 0, 0, 1)):
        covered |= {(int(y), column) for column in range(int(x), int(x) + int(width))}
    assert covered == {(y, x) for y, row in enumerate(code) for x, dark in enumerate(row) if dark}


def test_the_drawing_is_one_path_and_leaves_nothing_behind() -> None:
    operators = drawn(modules("nachweis:1"), 10, 20, 1.5).split()
    assert (operators[0], operators[-2:]) == ("q", ["f", "Q"])
    assert operators.count("f") == 1


def test_the_same_content_is_drawn_the_same_way() -> None:
    assert drawn(modules("same"), 1, 2, 3) == drawn(modules("same"), 1, 2, 3)
