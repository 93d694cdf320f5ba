"""Every sentence of the content on duties, fines and liability: in both languages, cited, in the project's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from app.core.citation import in_english
from app.core.text import Bilingual, Citation
from app.law import (
    dates,
    duty_rules,
    fines_catalogue,
    guide_errors,
    law_version,
    liability,
    measures,
    open_questions,
    orders,
    related_law,
)

COLUMN = 34
"""Characters of a duty's short name that fit the first column of the board paper."""

RECORDS: tuple[Any, ...] = (
    *measures.measures(),
    *measures.principles(),
    *duty_rules.duty_rules(),
    *orders.powers(),
    *fines_catalogue.tiers(),
    *fines_catalogue.offences(),
    *fines_catalogue.absences(),
    *fines_catalogue.general_rules(),
    *fines_catalogue.dangling_references(),
    *(liability.rule(form) for form in (*liability.legal_forms(), "Ltd")),
    *liability.liability_notes(),
    *open_questions.open_questions(),
    *related_law.related_law(),
    *guide_errors.guide_errors(),
    *guide_errors.guide_sources(),
    law_version.law_version(),
    *law_version.amendments(),
    *dates.periods(),
    *dates.fixed_days(),
)

GERMAN_LEFT_OVER = re.compile(r"§|\b(Abs|Satz|Nr|Buchst|Anhang|Anlage|und|oder|bis|mit|Verordnung|Richtlinie)\b")
UNWANTED_DE = re.compile(r"\b(Strafe|strafbar|Hacker|konform|compliant|Restore-Test|Backup-Test)\b", re.IGNORECASE)
UNWANTED_EN = re.compile(r"\b(hacker|penalty|compliant|exempt)\b", re.IGNORECASE)
AMERICAN = re.compile(r"\b(organiz|authoriz|recogniz|license plate|program manager)\w*", re.IGNORECASE)


def texts(value: object) -> Iterator[Bilingual]:
    if isinstance(value, Bilingual):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def citations(value: object) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from citations(getattr(value, field.name))


ALL_TEXTS = [text for record in RECORDS for text in texts(record)]
ALL_CITATIONS = [citation.de for record in RECORDS for citation in citations(record)]


def test_there_is_something_to_look_at() -> None:
    assert len(ALL_TEXTS) > 700
    assert len(ALL_CITATIONS) > 150


def test_every_text_is_written_in_both_languages() -> None:
    same = {text.de for text in ALL_TEXTS if text.de == text.en}
    assert same <= {"Cyber Resilience Act (CRA)", "Data Act", "Rev. 2", "Rev. 2.1"}


def test_german_speaks_of_paragraphs_and_english_of_sections() -> None:
    wrong = [text for text in ALL_TEXTS if "§" in text.en or re.search(r"\bsection \d|\bsentence \d", text.de)]
    assert wrong == []


def test_german_counts_with_commas_and_english_with_points() -> None:
    wrong = [
        text
        for text in ALL_TEXTS
        if re.search(r"€\d|\d%|\d,\d{3} €", text.de) or re.search(r"\d €|\d+,\d+ million|\d %", text.en)
    ]
    assert wrong == []


def test_every_sum_of_money_is_the_same_in_both_languages() -> None:
    def german(text: str) -> list[str]:
        return sorted(re.sub(r"\D", "", n) for n in re.findall(r"(\d[\d.,]*)(?= (?:Mio\. )?€)", text))

    def english(text: str) -> list[str]:
        return sorted(re.sub(r"\D", "", n) for n in re.findall(r"€(\d[\d.,]*\d|\d)", text))

    quoted = {error.claim for error in guide_errors.guide_errors()}
    assert [text for text in ALL_TEXTS if german(text.de) != english(text.en) and text not in quoted] == []


def test_words_are_those_of_the_glossary() -> None:
    assert [text for text in ALL_TEXTS if UNWANTED_DE.search(text.de)] == []
    assert [text for text in ALL_TEXTS if UNWANTED_EN.search(text.en) or AMERICAN.search(text.en)] == []


@pytest.mark.parametrize("citation", sorted(set(ALL_CITATIONS)))
def test_every_citation_has_a_complete_english_form(citation: str) -> None:
    assert re.match(r"§|Art\. |Anlage |VO |RL |BGBl\. |BGH |COM\(|KRITISDachG|MITRE ", citation)
    assert "  " not in citation
    assert not GERMAN_LEFT_OVER.search(in_english(citation)), in_english(citation)


def test_the_short_name_of_every_duty_fits_its_column() -> None:
    long = [r.id for r in duty_rules.duty_rules() if len(r.short.de) > COLUMN or len(r.short.en) > COLUMN]
    assert long == []


def test_every_id_is_given_once() -> None:
    for several in (
        duty_rules.duty_rules(),
        orders.powers(),
        fines_catalogue.offences(),
        fines_catalogue.absences(),
        open_questions.open_questions(),
        related_law.related_law(),
        dates.periods(),
        dates.fixed_days(),
    ):
        ids = [one.id for one in several]
        assert len(ids) == len(set(ids))


def test_every_rule_with_dates_begins_before_it_ends() -> None:
    rules = [record for record in RECORDS if hasattr(record, "in_force_to")]
    assert [one.id for one in rules if one.in_force_to and one.in_force_to < one.in_force_from] == []
