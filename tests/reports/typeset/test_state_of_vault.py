"""The state of the vault on paper: a scanner reads it, people compare it, and it stays in one piece."""

from __future__ import annotations

import subprocess
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.language import CODES, Code
from app.reports.document import Document, HistoryHead, NumberedList, Paragraph, Section, StateCode
from app.reports.typeset.boxes import Reserve
from app.reports.typeset.elements import Element
from app.reports.typeset.pages import fill
from app.reports.typeset.render import render
from app.reports.typeset.setting import Setter
from app.reports.typeset.state_setting import CodeBox
from app.reports.typeset.stationery import BOTTOM, CODE_MODULE, MM
from app.reports.typeset.voice import Voice
from tests.reports.pdf_checks import problems
from tests.reports.pdf_codes import BLACK_AND_WHITE, COLOUR, GREY, codes_on
from tests.reports.pdf_text import heard
from tests.reports.typeset.kitchen_sink import HEAD, kitchen_sink, language

LONGEST = HistoryHead(999_999_999, "f" * 64, "0123456789abcdef" * 2)


def short_paper(head: HistoryHead | None = HEAD, items: int = 1) -> Document:
    section = Section("1", "Text", (NumberedList(("item",) * items),))
    return replace(kitchen_sink(), sections=(section,), annexes=(), head=head)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("ink", [COLOUR, GREY, BLACK_AND_WHITE])
@pytest.mark.parametrize("head", [HEAD, LONGEST])
def test_a_scanner_reads_it_from_paper(head: HistoryHead, ink: tuple[str, ...], code: Code) -> None:
    assert codes_on(render(short_paper(head), language(code)), ink) == [head.content]


def test_it_can_be_scanned_from_a_poor_copy() -> None:
    assert codes_on(render(short_paper(), language("en")), GREY, resolution=100) == [HEAD.content]
    assert CODE_MODULE >= 0.4 * MM


def test_the_whole_checksum_is_read_aloud_in_groups() -> None:
    assert " ".join(["0123 4567 89ab cdef"] * 4) in [
        words.strip() for words in heard(render(short_paper(), language("en")), "P")
    ]


def test_the_code_is_a_figure_that_says_what_it_is() -> None:
    pdf = render(short_paper(), language("en"))
    assert problems(pdf) == []
    assert b"QR code with the number of the vault" in pdf


def test_the_foot_of_every_page_says_it_in_short() -> None:
    pdf = render(short_paper(items=90), language("en"))
    words = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    pages = words.split("\f")[:-1]
    assert len(pages) == 3
    assert ["entry 1,234: 0123 4567 89ab cdef" in page for page in pages] == [True] * 3


def test_a_paper_that_was_made_from_no_vault_says_nothing_of_one() -> None:
    pdf = render(short_paper(None), language("en"))
    assert codes_on(pdf) == []
    words = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "vault" not in words


def test_a_section_that_shows_it_replaces_the_block_at_the_end() -> None:
    section = Section("1", "Text", (Paragraph("Sum."), StateCode(HEAD)))
    pdf = render(replace(short_paper(), sections=(section,)), language("en"))
    assert codes_on(pdf) == [HEAD.content]
    assert problems(pdf) == []
    assert "History of the vault" not in heard(pdf, "H2")


def test_the_same_head_gives_the_same_bytes_and_another_head_others() -> None:
    made = render(short_paper(), language("de"))
    assert made == render(short_paper(), language("de"))
    assert made != render(short_paper(replace(HEAD, sequence=1235)), language("de"))
    assert made != render(short_paper(replace(HEAD, hash="0" * 64)), language("de"))
    assert made != render(short_paper(None), language("de"))


@settings(max_examples=40)
@given(st.integers(1, 120))
def test_it_stays_on_one_page_wherever_the_text_ends(items: int) -> None:
    flow = list(Setter(Voice(language("en")), Element("Document"), lambda: None).flow(short_paper(items=items)))
    block = len(flow) - max(index for index, item in enumerate(flow) if isinstance(item, Reserve)) - 1
    last = fill(flow)[-1]
    codes = [placed for placed in last if isinstance(placed.box, CodeBox)]
    assert len(last) >= block
    assert [placed.top - placed.box.depth >= BOTTOM - 0.1 for placed in codes if isinstance(placed.box, CodeBox)] == [
        True
    ]
