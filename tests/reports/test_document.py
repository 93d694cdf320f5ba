"""The document model refuses what could not be set well, and knows how wide its tables are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.reports.document import Bar, Cite, Column, Paragraph, Plain, Section, Strong, Table, parts

COLUMNS = tuple(Column(f"Column {n}") for n in range(4))


def a_table(*, columns: tuple[Column, ...] = COLUMNS, full_width: bool | None = None, row_header: int = 0) -> Table:
    row = tuple("x" for _ in columns)
    return Table(columns=columns, rows=(row,), summary="All", full_width=full_width, row_header=row_header)


def a_bar(measured: Decimal | None) -> Bar:
    return Bar(name="ERP", target=Decimal(8), measured=measured, label="", verdict="")


def test_a_bare_sentence_is_one_plain_part() -> None:
    assert parts("Yes") == (Plain("Yes"),)


def test_a_single_part_is_a_line() -> None:
    assert parts(Strong("Yes")) == (Strong("Yes"),)


def test_several_parts_stay_as_they_are() -> None:
    line = (Strong("Yes:"), Cite("§ 1 BSIG"))
    assert parts(line) is line


def test_four_columns_stand_in_the_text_column_and_five_take_the_full_width() -> None:
    assert not a_table().is_wide
    assert a_table(columns=(*COLUMNS, Column("Fifth"))).is_wide


def test_a_table_may_decide_its_width_itself() -> None:
    assert a_table(full_width=True).is_wide
    assert not a_table(columns=COLUMNS * 2, full_width=False).is_wide


def test_a_row_must_fit_under_the_head() -> None:
    with pytest.raises(ValueError, match="more or fewer cells"):
        Table(columns=COLUMNS, rows=(("x",),), summary="All")


def test_the_naming_column_must_exist() -> None:
    with pytest.raises(ValueError, match="naming column"):
        a_table(row_header=4)


def test_a_section_must_begin_with_text() -> None:
    with pytest.raises(ValueError, match="section 1"):
        Section("1", "Result", (a_table(),))
    with pytest.raises(ValueError, match="section 2"):
        Section("2", "Empty", ())
    assert Section("3", "Result", (Paragraph("A sentence."), a_table())).number == "3"


def test_only_a_measured_value_beyond_the_target_misses_it() -> None:
    assert a_bar(Decimal(9)).misses
    assert not a_bar(Decimal(8)).misses
    assert not a_bar(None).misses
