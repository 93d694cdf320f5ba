"""Head and foot: counted in the paper's language, shortened where a name is too long, never read aloud."""

from __future__ import annotations

import re
from dataclasses import replace
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # brings no types
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.core.language import Language
from app.reports.typeset.render import render
from tests.reports.pdf_text import heard
from tests.reports.typeset.kitchen_sink import ENDLESS_WORD, figures, kitchen_sink, language

CATALOGUE = Path(__file__).resolve().parents[3] / "translations" / "de" / "LC_MESSAGES" / "reports.po"


def german() -> Language:
    compiled = BytesIO()
    with CATALOGUE.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale="de"))
    compiled.seek(0)
    return Language("de", GNUTranslations(compiled))


def page_texts(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


@pytest.mark.parametrize(("speaker", "pattern"), [(german(), "Seite {} von {}"), (language("en"), "Page {} of {}")])
def test_every_page_says_which_of_how_many_it_is(speaker: Language, pattern: str) -> None:
    texts = page_texts(render(kitchen_sink(), speaker))
    assert [pattern.format(number, len(texts)) in text for number, text in enumerate(texts, 1)] == [True] * len(texts)


def test_the_first_page_has_no_head() -> None:
    texts = page_texts(render(kitchen_sink(), language("en")))
    assert ["Demo data" in text for text in texts] == [False] + [True] * (len(texts) - 1)


def test_head_and_foot_are_not_read_aloud() -> None:
    pdf = render(kitchen_sink(), language("en"))
    spoken = " ".join(heard(pdf, "Document"))
    assert "Demo data" not in spoken
    assert not re.search(r"Page \d+ of", spoken)


def test_an_endless_name_is_shortened_in_the_foot() -> None:
    paper = replace(kitchen_sink(), footer=(ENDLESS_WORD,), sections=(figures(),), annexes=())
    text = page_texts(render(paper, language("en")))[0]
    assert "…" in text
    assert "Page 1 of 2" in text
