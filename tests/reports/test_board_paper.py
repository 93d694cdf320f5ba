"""The board paper says the whole answer, in two languages, on two pages and an annex."""

from __future__ import annotations

import dataclasses
import re
import subprocess
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.language import CODES, Code
from app.law.liability import legal_forms
from app.law.obligations import duties
from app.law.outcome import Class, left_open
from app.law.reading import read_facts
from app.law.scope import assess
from app.reports.board.facts import BoardPaperFacts, OpenPoint
from app.reports.board.meaning import meaning
from app.reports.board_paper import compose
from app.reports.history_head import HistoryHead
from app.reports.typeset.render import render
from app.system.languages import language
from tests.law.strategies import companies
from tests.reports.board_companies import DAY, DEMO, GROUP, KINDS, LONG_NAME, paper
from tests.reports.pdf_checks import problems
from tests.reports.pdf_codes import BLACK_AND_WHITE, COLOUR, GREY, codes_on

HEAD = HistoryHead(1234, "0123456789abcdef" * 4, "fedcba98" * 4)
FOOT = {
    "de": "Verlauf des Tresors, Eintrag 1.234: 0123 4567 89ab cdef",
    "en": "History of the vault, entry 1,234: 0123 4567 89ab cdef",
}


def sealed(**facts: Any) -> BoardPaperFacts:
    return dataclasses.replace(paper(**facts), head=HEAD)


def pdf(snapshot: BoardPaperFacts, code: Code) -> bytes:
    return render(compose(snapshot), language(code))


def pages(raw: bytes) -> list[str]:
    words = subprocess.run(["pdftotext", "-layout", "-", "-"], input=raw, capture_output=True, check=True)
    return [page.replace("\xa0", " ") for page in words.stdout.decode().split("\f")]


def flat(raw: bytes) -> str:
    words = subprocess.run(["pdftotext", "-", "-"], input=raw, capture_output=True, check=True).stdout.decode()
    return " ".join(words.split())


def above_foot(page: str) -> str:
    return re.split(r"(?:Seite|Page) \d (?:von|of) \d", page)[0]


def annex_page(raw: bytes) -> int:
    heads = ("Anlage", "Annex")
    return next(i for i, page in enumerate(pages(raw), 1) if any(line.strip() in heads for line in page.splitlines()))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", list(KINDS))
def test_the_annex_begins_on_page_three_at_the_latest(kind: str, code: Code) -> None:
    page = annex_page(pdf(sealed(**KINDS[kind], company=LONG_NAME), code))
    assert page <= 3


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", ["demo", "huge"])
def test_the_state_of_the_vault_changes_nothing_on_the_two_pages_but_their_foot(kind: str, code: Code) -> None:
    with_head, without = (pages(pdf(make(**KINDS[kind]), code))[:2] for make in (sealed, paper))
    assert [above_foot(page) for page in with_head] == [above_foot(page) for page in without]
    assert all(FOOT[code] in page for page in with_head)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("ink", [COLOUR, GREY, BLACK_AND_WHITE])
def test_the_head_of_the_history_can_be_scanned_from_it(ink: tuple[str, ...], code: Code) -> None:
    assert codes_on(pdf(sealed(), code), ink) == [HEAD.content]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("form", [*legal_forms(), "Ltd"])
def test_two_pages_are_enough_for_every_legal_form(form: str, code: Code) -> None:
    page = annex_page(pdf(paper(legal_form=form, periods=KINDS["huge"]["periods"]), code))
    assert page <= 3


GERMAN = [
    "Mindestens wichtige Einrichtung",
    "300 Mitarbeiter ≥ 50",
    "besonders wichtige Einrichtung (300 Mitarbeiter ≥ 250)",
    "Managed Services Provider",
    "Registrierung beim BSI",
    "seit 261 Tagen überfällig",
    "7.000.000 €",
    "10.000.000 €",
    "80 Mio. € ≤ 500 Mio. €",
    "500.000 € ÷ 2",
    "§ 43 Abs. 1 und 2 GmbHG",
    "§ 30 Abs. 2 Nr. 10",
    "Erbetene Beschlüsse",
    "Seite 1 von",
]
ENGLISH = [
    "At least important entity",
    "300 employees ≥ 50",
    "particularly important entity (300 employees ≥ 250)",
    "overdue for 261 days",
    "€7,000,000",
    "€10,000,000",
    "€80 million ≤ €500 million",
    "€500,000 ÷ 2",
    "section 43(1) and (2) GmbHG",
    "section 30(2) no. 10",
    "Decisions requested",
    "Page 1 of",
]


@pytest.mark.parametrize(("code", "expected"), [("de", GERMAN), ("en", ENGLISH)])
def test_the_paper_of_the_demo_company_says_the_whole_answer(code: Code, expected: list[str]) -> None:
    words = flat(pdf(paper(), code)).replace("\xa0", " ")
    assert [one for one in expected if one not in words] == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", ["demo", "huge", "not listed", "nothing known", "two questions"])
def test_the_paper_is_tagged_and_archivable(kind: str, code: Code) -> None:
    assert problems(pdf(paper(**KINDS[kind]), code)) == []
    assert problems(pdf(sealed(**KINDS[kind]), code)) == []


def test_the_same_facts_give_the_same_bytes() -> None:
    assert pdf(paper(), "de") == pdf(paper(), "de")
    assert pdf(paper(), "de") != pdf(paper(), "en")


def test_the_same_head_gives_the_same_bytes_and_the_next_entry_others() -> None:
    later = dataclasses.replace(paper(), head=dataclasses.replace(HEAD, sequence=HEAD.sequence + 1))
    assert pdf(sealed(), "de") == pdf(sealed(), "de")
    assert len({pdf(one, "de") for one in (sealed(), later, paper())}) == 3


@given(companies())
def test_every_company_gets_a_paper(facts: dict[str, Any]) -> None:
    facts = {**facts, "periods": facts["periods"]} if "periods" in facts else {**facts, "periods": [{"fy": 2025}]}
    facts.pop("own", None)
    document = compose(paper(**facts))
    assert len(document.sections) == 4


@settings(max_examples=12)
@given(companies(), st.text(max_size=40), st.sampled_from(CODES))
def test_every_company_s_paper_can_be_printed(facts: dict[str, Any], name: str, code: Code) -> None:
    facts.pop("own", None)
    facts = {"periods": [{"fy": 2025}], **facts, "company": "".join(c for c in name if not "\ud800" <= c <= "\udfff")}
    assert pdf(paper(**facts), code).startswith(b"%PDF-1.7")


def test_somebody_s_own_words_appear_to_the_letter() -> None:
    reasons = ('Nur <b>0,2 %</b> & "kaum" Personal', "x" * 10_000)
    snapshot = dataclasses.replace(paper(**KINDS["negligible"], company="A<i>&lt;</i> GmbH"), reasons=reasons)
    words = flat(pdf(snapshot, "de"))
    assert "A<i>&lt;</i> GmbH" in words
    assert 'Nur <b>0,2 %</b> & "kaum" Personal' in words
    assert words.replace(" ", "").count("x") >= 10_000


def test_demo_data_are_marked_as_such() -> None:
    assert flat(pdf(dataclasses.replace(paper(), demo=True), "de")).count("Demodaten") >= 2


def test_figures_without_a_year_are_those_of_the_last_accounts() -> None:
    company = read_facts({"own": {"headcount_awu": 60}, "activities": [DEMO["activities"][0]]}, DAY)
    snapshot = dataclasses.replace(paper(), facts=company, assessment=assess(company))
    assert "letzter Jahresabschluss" in flat(pdf(snapshot, "de"))


def test_duties_without_a_day_need_no_table_of_days() -> None:
    snapshot = paper()
    measures = [duty for duty in duties(snapshot.facts, snapshot.assessment, DAY) if duty.measure]
    assert len(meaning(snapshot, measures).blocks) == 2


def test_an_open_class_without_a_named_fact_is_said_all_the_same() -> None:
    snapshot = paper(activities=[])
    open_class = left_open(snapshot.assessment, (Class.WE, Class.NONE))
    words = flat(pdf(dataclasses.replace(snapshot, assessment=open_class), "de"))
    assert "Noch offen: wichtige Einrichtung oder nicht erfasst" in words
    assert "Zu klären" not in words


def test_what_was_left_open_is_to_be_found_out() -> None:
    snapshot = paper(activities=[])
    open_class = left_open(snapshot.assessment, (Class.WE, Class.NONE))
    asked = dataclasses.replace(
        snapshot,
        assessment=open_class,
        open_points=(
            OpenPoint("Tätigkeiten klären", "Frau Berger", DAY),
            OpenPoint("Sitz klären", "", DAY),
            OpenPoint("Frist klären", "Herr Ö"),
        ),
    )
    words = flat(pdf(asked, "de"))
    assert words.count("Tätigkeiten klären") == 2
    assert "(Frau Berger, bis 22.11.2026)" in words
    assert "Sitz klären (bis 22.11.2026)" in words
    assert "Frist klären (Herr Ö)" in words


def test_a_name_that_is_missing_leaves_a_dash() -> None:
    assert paper(company="  ").company == "–"


def test_the_group_rule_is_applied_above_500_million() -> None:
    words = flat(pdf(paper(activities=[DEMO["activities"][0]], group_worldwide_turnover_eur=600_000_000), "de"))
    assert "8.400.000 €" in words
    assert "600 Mio. € > 500 Mio. €" in words.replace("\xa0", " ")


def test_an_unknown_turnover_leaves_the_percentage_open() -> None:
    related = [{**GROUP, "turnover_eur": None}]
    words = flat(pdf(paper(related=related, it_independent=True), "de"))
    assert "Dieser Umsatz ist noch nicht bekannt" in words
    assert str(DAY.year) in words
