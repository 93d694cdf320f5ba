"""Filling pages: nothing leaves the page, nothing is lost, and what belongs together stays together."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.reports.typeset.boxes import Box, MarginHeading, NewPage, Outline, Reserve, TextBox
from app.reports.typeset.elements import Element
from app.reports.typeset.lines import Line
from app.reports.typeset.pages import Flow, PlacedBox, fill
from app.reports.typeset.stationery import BOTTOM, MARGIN_HEADING, PAGE_HEIGHT, TEXT, TEXT_HEIGHT, TEXT_LEFT, TOP

LINE = Line((), 10.0)
ON_A_PAGE = int(TEXT_HEIGHT / TEXT.leading)


def text(count: int, *, keeps_next: bool = False, is_wide: bool = False) -> TextBox:
    return TextBox(
        lines=[LINE] * count,
        style=TEXT,
        element=Element("P"),
        x=TEXT_LEFT,
        after=TEXT.after,
        keeps_next=keeps_next,
        is_wide=is_wide,
    )


def heading(count: int) -> MarginHeading:
    return MarginHeading(
        number=LINE,
        lines=[LINE] * count,
        style=MARGIN_HEADING,
        element=Element("H2"),
        outline=Outline("", 1),
        hang=0,
        first_baseline=TEXT.size,
        before=12,
    )


def line_counts(pages: list[list[PlacedBox]]) -> list[list[int]]:
    return [[round(placed.box.height / TEXT.leading) for placed in page] for page in pages]


def flows() -> st.SearchStrategy[list[Flow]]:
    boxes = st.builds(text, st.integers(1, 150), keeps_next=st.booleans(), is_wide=st.booleans())
    others = st.builds(NewPage) | st.builds(Reserve, st.floats(0, 900)) | st.builds(heading, st.integers(1, 5))
    return st.lists(boxes | others, max_size=20)


@given(flows())
def test_nothing_is_lost_and_nothing_leaves_the_page(flow: list[Flow]) -> None:
    pages = fill(flow)
    wanted = sum(len(item.lines) for item in flow if isinstance(item, TextBox))
    placed = [entry for page in pages for entry in page]
    assert sum(len(entry.box.lines) for entry in placed if isinstance(entry.box, TextBox)) == wanted
    assert all(entry.top <= PAGE_HEIGHT - TOP + 0.01 for entry in placed)
    assert all(entry.top - entry.box.height >= BOTTOM - 0.1 for entry in placed)


@given(flows())
def test_boxes_do_not_overlap_and_no_page_is_empty(flow: list[Flow]) -> None:
    for page in fill(flow):
        assert page
        for upper, lower in pairwise(page):
            assert upper.top - upper.box.height >= lower.top - 0.01


def test_a_paragraph_leaves_two_lines_on_either_side() -> None:
    assert line_counts(fill([text(ON_A_PAGE - 1), text(8)]))[1] == [8]
    assert line_counts(fill([text(ON_A_PAGE - 5), text(6)])) == [[ON_A_PAGE - 5, 4], [2]]


def test_a_heading_moves_with_the_text_it_introduces() -> None:
    pages = fill([text(ON_A_PAGE - 2), text(1, keeps_next=True), text(9)])
    assert line_counts(pages) == [[ON_A_PAGE - 2], [1, 9]]


def test_what_is_reserved_stays_on_one_page() -> None:
    kept: list[Box] = [text(3), text(3)]
    room = sum(box.height for box in kept) + TEXT.after
    assert line_counts(fill([text(ON_A_PAGE - 5), Reserve(room), *kept])) == [[ON_A_PAGE - 5], [3, 3]]


def test_more_than_a_page_cannot_be_reserved_and_does_not_leave_a_gap() -> None:
    assert line_counts(fill([text(10), Reserve(TEXT_HEIGHT + 1), text(5)])) == [[10, 5]]


def test_a_wide_box_waits_for_the_end_of_the_heading_in_the_margin() -> None:
    (page,) = fill([heading(4), text(1), text(2, is_wide=True)])
    first, _, wide = page
    assert isinstance(first.box, MarginHeading)
    assert wide.top <= first.top - first.box.depth


def test_a_new_page_on_an_empty_page_is_no_page() -> None:
    assert line_counts(fill([NewPage(), NewPage(), text(1), NewPage()])) == [[1]]
