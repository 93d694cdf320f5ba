"""Whoever types what the business is called in everyday life finds its row, or why there is none."""

from __future__ import annotations

import string
import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.language import Code
from app.law.entity_types import EntityType, NearMiss, all_types, near_misses
from app.law.search import Hit, search

Found = EntityType | NearMiss
EVERYTHING: tuple[Found, ...] = (*all_types(), *near_misses())
LANGUAGES: tuple[Code, ...] = ("de", "en")
DIVISIONS = [f"{n:02}" for n in range(1, 97) if n not in {4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89}]

typed = st.one_of(
    st.text(),
    st.text(alphabet=string.ascii_letters + "äöüßÄÖÜ -./&0123456789", max_size=60),
    st.sampled_from([one.synonyms_de[0] for one in EVERYTHING]).flatmap(
        lambda word: st.integers(0, len(word)).map(lambda cut: word[:cut])
    ),
)
language = st.sampled_from(LANGUAGES)


def named(found: Found) -> str:
    return f"{found.annex}:{found.no}" if isinstance(found, EntityType) else found.id


def names(query: str, code: Code = "de") -> list[str]:
    return [named(hit.found) for hit in search(query, code)]


def underlined(hit: Hit) -> list[str]:
    return [hit.line[start:end] for start, end in hit.spans]


@settings(max_examples=300, deadline=None)
@given(typed, language)
def test_any_text_gives_an_answer_with_spans_inside_it(query: str, code: Code) -> None:
    hits = search(query, code)
    assert len({named(hit.found) for hit in hits}) == len(hits)
    for hit in hits:
        for text, spans in ((hit.line, hit.spans), (hit.title, hit.title_spans)):
            ends = [0, *(place for span in spans for place in span), len(text)]
            assert ends == sorted(ends)
            assert all(start < end for start, end in spans)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("one", EVERYTHING, ids=named)
def test_everything_is_found_first_by_its_own_name(one: Found, code: Literal["de", "en"]) -> None:
    label = one.type if isinstance(one, EntityType) else one.label
    assert search(getattr(label, code), code)[0].found is one


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("one", EVERYTHING, ids=named)
def test_every_synonym_finds_its_own_among_the_first_five(one: Found, code: Literal["de", "en"]) -> None:
    for synonym in getattr(one, f"synonyms_{code}"):
        for written in (synonym, synonym.upper(), unicodedata.normalize("NFD", synonym)):
            assert named(one) in names(written, code)[:5], written


@settings(deadline=None)
@given(st.sampled_from(all_types()), language)
def test_a_name_is_found_while_it_is_being_typed(one: EntityType, code: Code) -> None:
    short = getattr(one.short, code)
    for cut in range(4, len(short) + 1):
        assert named(one) in names(short[:cut], code), short[:cut]


@pytest.mark.parametrize(
    "query", ["Bäckerei", "baeckerei", "backerei", "BÄCKEREI", "Ba\u0308ckerei", "Bäckrei", "Grossbäckerei"]
)
def test_a_bakery_is_found_however_it_is_written(query: str) -> None:
    assert names(query)[0] == "2:4.1.1"


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("5.4.1", "2:5.4.1"),
        ("Nr. 5.4.1", "2:5.4.1"),
        ("Anlage 2 Nr. 5.4.1", "2:5.4.1"),
        ("annex 2 no. 5.4.1", "2:5.4.1"),
        ("28", "2:5.4.1"),
        ("C28", "2:5.4.1"),
        ("Abteilung 28", "2:5.4.1"),
        ("WZ 28.12", "2:5.4.1"),
        ("WZ 2008: 28.12.0", "2:5.4.1"),
        ("NACE Rev. 2 28", "2:5.4.1"),
        ("26", "2:5.2.1"),
        ("62.02", "1:6.1.10"),
    ],
)
def test_numbers_of_the_law_and_of_the_industry_are_understood(query: str, row: str) -> None:
    assert names(query)[0] == row


def test_a_number_of_the_law_is_underlined_where_it_stands() -> None:
    (hit,) = search("Anlage 2 Nr. 5.4", "en")
    assert hit.line == "Annex 2 no. 5.4.1 BSIG"
    assert underlined(hit) == ["5.4"]


def test_an_annex_alone_lists_its_rows() -> None:
    assert names("Anlage 2") == [named(one) for one in all_types() if one.annex == 2]
    assert all(hit.spans == () for hit in search("Annex 2", "en"))


def test_an_industry_code_is_shown_as_what_it_is() -> None:
    german, english = search("32.50", "de")[0], search("32.50", "en")[0]
    assert german.line == "WZ 2008: 26.60, 32.50"
    assert english.line == "NACE Rev. 2: 26.60, 32.50"
    assert underlined(german) == underlined(english) == ["32.50"]


@pytest.mark.parametrize("division", DIVISIONS)
def test_every_division_of_the_industry_codes_gets_an_answer(division: str) -> None:
    assert search(division, "de")


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("Spedition", "road_transport"),
        ("Lkw", "road_transport"),
        ("Einzelhandel", "retail"),
        ("Bauunternehmen", "construction"),
        ("Metallbau", "metal_products"),
        ("25", "metal_products"),
        ("33", "repair_installation"),
        ("Spritzguss", "plastics_rubber"),
        ("Möbel", "furniture"),
        ("Hotel", "hospitality"),
        ("Pflegeheim", "nursing_home"),
        ("Steuerberater", "tax_law"),
        ("Versicherung", "insurance"),
        ("Universität", "university"),
        ("Zerspanungsteile", "metal_products"),
        ("Speditionsunternehmen", "road_transport"),
    ],
)
def test_a_trade_that_is_no_entity_type_gets_an_honest_answer(query: str, answer: str) -> None:
    assert names(query)[0] == answer


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("Systemhaus", "1:6.1.10"),
        ("Serverhosting", "1:6.1.5"),
        ("Rechenzentrum", "1:6.1.5"),
        ("Brauerei", "2:4.1.1"),
        ("Fernwartung", "1:6.1.10"),
        ("wir betreiben ein Rechenzentrum", "1:6.1.5"),
        ("ich baue Maschinen für Kunden", "2:5.4.1"),
        ("Käsemaschinen", "2:5.4.1"),
        ("Großmolkerei", "2:4.1.1"),
        ("maschienenbau", "2:5.4.1"),
        ("Mashcinenbau", "2:5.4.1"),
        ("cloudcomputing", "1:6.1.4"),
        ("Photovoltaik auf dem Dach", "1:1.1.4"),
        ("Wir sind ein mittelständischer Hersteller von Gelenkwellen für Landmaschinen", "2:5.4.1"),
        ("IT-Dienstleister für Kommunen", "1:6.1.10"),
        ("Schaltschränke", "2:5.3.1"),
    ],
)
def test_everyday_words_lead_to_the_row(query: str, row: str) -> None:
    assert names(query)[0] == row


@pytest.mark.parametrize("query", ["und", "für Kunden", "and"])
def test_words_that_tell_nothing_are_looked_for_when_nothing_else_was_typed(query: str) -> None:
    assert search(query, "de")


def test_a_few_letters_are_not_looked_for_inside_words() -> None:
    assert "2:4.1.1" not in names("rei")
    assert names("bau")[0] == "construction"


def test_a_short_word_is_not_mistaken_for_a_long_one() -> None:
    assert names("Brto") == names("Brot")


def test_a_part_of_a_word_is_found_inside_a_german_compound() -> None:
    hits = search("maschinenbau", "de")
    assert "Sondermaschinenbau" in hits[0].line


def test_remote_service_shows_why_each_row_was_found() -> None:
    hits = {named(hit.found): hit for hit in search("fernw", "de")}
    assert set(hits) == {"1:1.2.1", "1:6.1.4", "1:6.1.10", "1:6.1.11"}
    assert hits["1:6.1.10"].line == "Sie betreuen IT oder Anlagen Ihrer Kunden laufend, auch per Fernwartung."
    assert underlined(hits["1:6.1.10"]) == ["Fernw"]
    assert hits["1:1.2.1"].line.startswith("Fernwärmenetz, ")


def test_a_word_of_the_other_language_is_understood() -> None:
    (hit,) = search("Molkerei", "en")
    assert named(hit.found) == "2:4.1.1"
    assert hit.title.startswith("Food businesses")
    assert underlined(hit) == ["Molkerei"]


def test_when_not_every_word_fits_the_best_few_are_shown() -> None:
    found = names("Kunststoff Automotive Weihnachtsmarkt")
    assert set(found[:2]) == {"plastics_rubber", "2:5.5.1"}
    assert len(found) <= 8


@pytest.mark.parametrize("query", ["", "   ", "-", "…", "\u0000", "xyzzy", "ß" * 10_000, "🙂"])
def test_what_means_nothing_finds_nothing(query: str) -> None:
    assert search(query, "de") == ()


def test_the_order_is_stable() -> None:
    assert names("Stadtwerke")[:5] == ["1:1.1.1", "1:1.1.2", "1:1.2.1", "1:1.4.5", "1:5.1.1"]
