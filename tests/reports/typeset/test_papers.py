"""A whole paper, set in both languages, stands up to every check that can be made here."""

from __future__ import annotations

import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pypdfium2  # type: ignore[import-untyped]  # brings no types
import pytest

from app.core.language import CODES, Code
from app.reports.typeset.lines import stretches
from app.reports.typeset.render import Cancelled, render
from app.reports.typeset.shaping import shape
from tests.reports.pdf_checks import problems
from tests.reports.pdf_text import heard
from tests.reports.typeset.kitchen_sink import ENDLESS_WORD, HOSTILE, kitchen_sink, language

DIRECTION_MARKS = re.compile(r"[\s\u202a-\u202e\u200e\u200f\u2066-\u2069]")


@pytest.fixture(scope="module", params=CODES)
def pdf(request: pytest.FixtureRequest) -> bytes:
    return render(kitchen_sink(), language(request.param))


@pytest.fixture
def file(pdf: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    return path


def run(*command: str | Path) -> str:
    return subprocess.run([*command], capture_output=True, text=True, check=True, encoding="utf-8").stdout  # noqa: S603


def squashed(text: str) -> str:
    return DIRECTION_MARKS.sub("", normalize("NFC", text))


def test_nothing_is_wrong_with_it(pdf: bytes) -> None:
    assert problems(pdf) == []


def test_its_syntax_is_right(file: Path) -> None:
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", file)


def test_every_font_is_embedded_cut_and_leads_back_to_text(file: Path) -> None:
    rows = run("pdffonts", file).splitlines()[2:]
    assert len(rows) >= 10
    assert [row for row in rows if row.split()[-5:-2] != ["yes", "yes", "yes"]] == []


BEYOND_POPPLER = {"hebrew", "vowels"}
"""A number inside Hebrew and Arabic with vowels: poppler gives them back in another order."""


@pytest.mark.parametrize("kind", sorted(HOSTILE.keys() - BEYOND_POPPLER))
def test_whatever_was_typed_can_be_copied_from_it(file: Path, kind: str) -> None:
    assert squashed(HOSTILE[kind]) in squashed(run("pdftotext", file, "-"))


def test_numbers_in_hebrew_are_copied_in_their_place(pdf: bytes) -> None:
    pages = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert squashed(HOSTILE["hebrew"]) in squashed(text)


def test_whatever_was_typed_is_read_aloud_to_the_letter(pdf: bytes) -> None:
    cells = heard(pdf, "TD")
    assert [text for text in HOSTILE.values() if text not in cells] == []


def test_a_word_without_end_is_broken_and_complete(pdf: bytes) -> None:
    assert ENDLESS_WORD in heard(pdf, "P")


def test_words_are_read_in_the_order_of_the_document(file: Path) -> None:
    text = run("pdfinfo", "-struct-text", file)
    found = [
        text.index(f'"{word}"') for word in ("Muster & Söhne GmbH", "Item 1", "Item 11", "Pflicht 1", "Pflicht 90")
    ]
    assert found == sorted(found)


def test_a_repeated_head_is_read_once(pdf: bytes) -> None:
    assert heard(pdf, "TH").count("nachgewiesen") == 1


def test_another_engine_finds_the_structure(pdf: bytes) -> None:
    page = pypdfium2.PdfDocument(pdf)[0]
    tree = pypdfium2.raw.FPDF_StructTree_GetForPage(page.raw)
    assert pypdfium2.raw.FPDF_StructTree_CountChildren(tree) > 0
    pypdfium2.raw.FPDF_StructTree_Close(tree)


def test_the_bookmarks_lead_to_the_headings(pdf: bytes) -> None:
    entries = [(item.level, item.get_title(), item.get_dest()) for item in pypdfium2.PdfDocument(pdf).get_toc()]
    found = {title: destination.get_index() for _, title, destination in entries}
    assert [level for level, _, _ in entries][:3] == [0, 1, 2]
    assert found["Bars"] > found["3 <Hostile> & שלום 🙂"] > 0


@pytest.mark.parametrize("code", CODES)
def test_equal_papers_are_equal_files_in_any_thread(code: Code) -> None:
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda _: render(kitchen_sink(), language(code)), range(4)))
    assert len({*made, render(kitchen_sink(), language(code))}) == 1


def test_a_paper_of_another_time_is_another_file() -> None:
    later = replace(kitchen_sink(), created=kitchen_sink().created.replace(hour=10))
    assert render(later, language("en")) != render(kitchen_sink(), language("en"))


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    made = render(kitchen_sink(), language("en"), on_progress=lambda page, pages: told.append((page, pages)))
    pages = len(pypdfium2.PdfDocument(BytesIO(made)))
    assert told == [(page, pages) for page in range(1, pages + 1)]


def test_no_word_of_a_paper_is_remembered_once_it_is_made() -> None:
    render(kitchen_sink(), language("en"))
    assert (stretches.cache_info().currsize, shape.cache_info().currsize) == (0, 0)


@pytest.mark.parametrize("asked", [0, 1, 5, 12])
def test_a_paper_nobody_wants_any_more_is_given_up(asked: int) -> None:
    answers = iter([False] * asked)
    with pytest.raises(Cancelled):
        render(kitchen_sink(), language("en"), cancelled=lambda: next(answers, True))
