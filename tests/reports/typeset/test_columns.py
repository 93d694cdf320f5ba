"""Columns: together they fill the table, and none breaks a word that has room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.document import Column, Kind, Table
from app.reports.typeset.columns import paddings, widths
from app.reports.typeset.elements import Element
from app.reports.typeset.stationery import AMOUNT_TO_WORDS, CELL_RIGHT, FULL_WIDTH
from app.reports.typeset.table_setting import table_box
from app.reports.typeset.tables import TableBox
from app.reports.typeset.voice import Voice
from tests.reports.typeset.kitchen_sink import language, tables

LONGEST_HEADS = (
    "Wiederherstellungsziel",
    "Sicherungsverantwortung",
    "Multi-Faktor-Authentifizierung",
    "Geschäftsleitungsbeschluss",
    "nachgewiesen",
)


def needs_and_shares() -> st.SearchStrategy[list[tuple[float, float]]]:
    return st.lists(st.tuples(st.floats(0, 200), st.floats(0.01, 100)), min_size=1, max_size=9)


@given(needs_and_shares())
def test_columns_fill_the_table_exactly(wishes: list[tuple[float, float]]) -> None:
    columns = [Column("", share) for _, share in wishes]
    found = widths(columns, [need for need, _ in wishes], FULL_WIDTH)
    assert sum(found) == pytest.approx(FULL_WIDTH)
    assert min(found) >= 0


@given(needs_and_shares())
def test_every_column_gets_what_its_longest_word_needs_if_all_can(wishes: list[tuple[float, float]]) -> None:
    needs = [min(need, FULL_WIDTH * 0.3) for need, _ in wishes]
    found = widths([Column("", share) for _, share in wishes], needs, FULL_WIDTH)
    if sum(needs) < FULL_WIDTH:
        assert all(width >= need - 0.01 for width, need in zip(found, needs, strict=True))


def test_shares_decide_where_words_leave_room() -> None:
    assert widths([Column("", 1), Column("", 3)], [10, 10], 400) == [100, 300]


def test_an_amount_keeps_its_distance_from_the_words_after_it_and_ends_at_the_edge() -> None:
    columns = (Column(""), Column("", kind=Kind.AMOUNT), Column("", kind=Kind.AMOUNT), Column(""), Column(""))
    assert paddings(columns) == [CELL_RIGHT, CELL_RIGHT, AMOUNT_TO_WORDS, CELL_RIGHT, 0]


@pytest.mark.parametrize("share", [0.01, 1, 20])
def test_the_longest_german_heads_are_not_broken(share: float) -> None:
    columns = (Column(LONGEST_HEADS[0], share), *(Column(head) for head in LONGEST_HEADS[1:]))
    table = Table(columns=columns, rows=(("x",) * 5,), summary="")
    box = table_box(table, Voice(language("de")), Element("Table"))
    assert {cell.setting.height for cell in box.head.cells} <= {10.0, 20.0}
    assert head_words(box) == [head.replace("-", "-|") for head in LONGEST_HEADS]


def head_words(box: TableBox) -> list[str]:
    """Return the heads with a bar where a line ends, unless the whole head stands on one line."""
    heads = []
    for cell, head in zip(box.head.cells, LONGEST_HEADS, strict=True):
        lines = ["".join(stretch.typed for stretch in line.stretches) for line in getattr(cell.setting, "lines", ())]
        assert "".join(lines) == head
        heads.append(head.replace("-", "-|") if all(part.endswith("-") for part in lines[:-1]) else "|".join(lines))
    return heads


def test_a_table_knows_whether_it_is_wide() -> None:
    blocks = [block for block in tables().blocks if isinstance(block, Table)]
    made = [table_box(block, Voice(language("de")), Element("Table")) for block in blocks]
    assert [box.is_wide for box in made] == [False, True, False, False, False]
