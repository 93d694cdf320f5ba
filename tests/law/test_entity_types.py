"""The list of entity types is complete, dated, cited and says the same as the engine."""

from __future__ import annotations

import re
from datetime import date

import pytest

from app.core.citation import in_english
from app.core.text import Bilingual
from app.law import entity_types, regimes
from app.law.entity_types import EntityType, NearMiss

KEYS_1 = (
    "1.1.1 1.1.2 1.1.3 1.1.4 1.1.5 1.1.6 1.1.7 1.1.8 1.1.9 1.2.1 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.6"
    " 1.4.7 1.4.8 2.1.1 2.1.2 2.1.3 2.2.1 2.2.2 2.3.1 2.3.2 2.3.3 2.4.1 2.4.2 3.1.1 3.2.1 3.2.2 4.1.1 4.1.2 4.1.3 4.1.4"
    " 4.1.5 5.1.1 5.2.1 6.1.1 6.1.2 6.1.3 6.1.4 6.1.5 6.1.6 6.1.7 6.1.8 6.1.9 6.1.10 6.1.11 7.1.1"
)
KEYS_2 = "1.1.1 2.1.1 3.1.1 4.1.1 5.1.1 5.2.1 5.3.1 5.4.1 5.5.1 5.6.1 6.1.1 6.1.2 6.1.3 7.1.1"
KEYS = [(1, no) for no in KEYS_1.split()] + [(2, no) for no in KEYS_2.split()]
IN_FORCE = date(2025, 12, 6)
READ_ON = date(2026, 7, 28)

every_type = pytest.mark.parametrize("one", entity_types.all_types(), ids=lambda one: f"{one.annex}-{one.no}")
every_near_miss = pytest.mark.parametrize("one", entity_types.near_misses(), ids=lambda one: one.id)


def texts(one: EntityType | NearMiss) -> list[Bilingual]:
    named = (getattr(one, name) for name in one.__slots__)
    return [text for text in named if isinstance(text, Bilingual)]


def synonyms(one: EntityType | NearMiss) -> list[str]:
    return [*one.synonyms_de, *one.synonyms_en]


def test_all_67_rows_are_there_in_the_order_of_the_law() -> None:
    assert [one.key for one in entity_types.all_types()] == KEYS
    assert len(KEYS) == 67


def test_the_engine_knows_the_same_rows() -> None:
    assert set(KEYS) == regimes.ENTITY_TYPES


@every_type
def test_a_row_says_the_same_as_the_engine(one: EntityType) -> None:
    rules = {regimes.DNS: "always_bwe", regimes.TLD: "always_bwe", regimes.TRUST: "trust"}
    rules |= dict.fromkeys(regimes.TELECOM, "telecom")
    places = dict.fromkeys(regimes.SECTION_60_1, "main_establishment") | dict.fromkeys(regimes.TELECOM, "service_place")
    assert one.size_rule == rules.get(one.key, "size")
    assert one.territory == places.get(one.key, "germany")
    assert one.implementing_regulation == (one.key in regimes.IR_2024_2690)
    assert one.main_activity_only == (one.key in regimes.MAIN_ACTIVITY_ONLY)
    assert one.section_28_3_excluded == (one.key in regimes.SIZE_INDEPENDENT)


@every_type
def test_a_row_is_found_by_its_key(one: EntityType) -> None:
    assert entity_types.by_key(one.annex, one.no) is one


def test_a_row_that_is_not_in_the_law_is_not_found() -> None:
    with pytest.raises(KeyError):
        entity_types.by_key(2, "9.9.9")


@every_type
def test_a_row_cites_itself_in_both_languages(one: EntityType) -> None:
    assert one.citation.de == f"Anlage {one.annex} Nr. {one.no} BSIG"
    assert in_english(one.citation.de) == f"Annex {one.annex} no. {one.no} BSIG"


@every_type
def test_every_citation_of_a_row_can_be_read_in_english(one: EntityType) -> None:
    german = re.compile(r"§|\b(?:Abs|Abschn|Abschnitt|Abteilung|Anhang|Anlage|Buchst|Nr|oder|RL|und|VO)\b")
    for citation in (one.directive, *(reference.citation for reference in one.references)):
        assert not german.search(in_english(citation.de))


@every_type
def test_a_row_is_in_force_since_the_first_day_of_the_law(one: EntityType) -> None:
    assert one.in_force_from == IN_FORCE
    assert all(reference.in_force_from >= IN_FORCE for reference in one.references)


@every_type
def test_a_row_points_to_the_directive(one: EntityType) -> None:
    number = "I" if one.annex == 1 else "II"
    assert re.fullmatch(rf"RL \(EU\) 2022/2555 Anhang {number} Nr\. \d+(?: Buchst\. [a-f])?", one.directive.de)


@every_type
def test_a_row_has_a_reference_on_every_day_or_none_at_all(one: EntityType) -> None:
    per_day = {len(one.references_on(day)) for day in (IN_FORCE, READ_ON.replace(day=27), READ_ON, date(2030, 1, 1))}
    assert len(per_day) == 1
    assert not (one.defined_in_row and one.references)


def test_district_heating_pointed_to_another_act_until_july_2026() -> None:
    row = entity_types.by_key(1, "1.2.1")
    assert [one.citation.de for one in row.references_on(date(2026, 7, 1))] == ["§ 3 Nr. 19 oder 20 GEG"]
    assert [one.citation.de for one in row.references_on(READ_ON)] == ["§ 3 Nr. 19 oder 20 GModG"]
    assert row.references_on(date(2025, 12, 5)) == ()


@every_type
def test_every_text_fits_its_place(one: EntityType) -> None:
    for language in ("de", "en"):
        assert len(getattr(one.short, language)) <= 40
        assert len(getattr(one.type, language)) <= 105
        assert len(getattr(one.plain, language)) <= 130
    assert one.plain.de.endswith(".")
    assert one.plain.en.endswith(".")


@pytest.mark.parametrize("one", [*entity_types.all_types(), *entity_types.near_misses()])
def test_texts_are_typeset_with_care(one: EntityType | NearMiss) -> None:
    said = [text for pair in texts(one) for text in (pair.de, pair.en)] + synonyms(one)
    for text in said:
        assert "  " not in text
        assert '"' not in text
        assert " - " not in text


@every_type
def test_english_texts_name_paragraphs_in_english(one: EntityType) -> None:
    assert not any("§" in text.en or "Abs." in text.en for text in texts(one))


@pytest.mark.parametrize("one", [*entity_types.all_types(), *entity_types.near_misses()])
def test_a_synonym_is_given_once_per_language(one: EntityType | NearMiss) -> None:
    for words in (one.synonyms_de, one.synonyms_en):
        folded = [word.casefold() for word in words]
        assert len(set(folded)) == len(folded)


@pytest.mark.parametrize("one", [*entity_types.all_types(), *entity_types.near_misses()])
def test_industry_codes_are_codes_of_nace_rev_2(one: EntityType | NearMiss) -> None:
    assert all(re.fullmatch(r"\d\d(?:\.\d{1,2})?", code) for code in one.nace)


def test_an_industry_code_decides_only_where_the_row_names_it() -> None:
    deciding = {one.key: one.nace for one in entity_types.all_types() if one.nace_decides}
    assert deciding == {
        (1, "4.1.4"): ("21",),
        (2, "3.1.1"): ("20",),
        (2, "5.2.1"): ("26",),
        (2, "5.3.1"): ("27",),
        (2, "5.4.1"): ("28",),
        (2, "5.5.1"): ("29",),
        (2, "5.6.1"): ("30",),
    }
    assert entity_types.nace_note(entity_types.by_key(2, "5.4.1")) == entity_types.notes().nace_decides
    assert entity_types.nace_note(entity_types.by_key(1, "6.1.4")) == entity_types.notes().nace_suggests


@every_type
def test_a_deciding_industry_code_is_cited(one: EntityType) -> None:
    cited = any(reference.citation.de.startswith("NACE Rev. 2") for reference in one.references)
    assert cited == one.nace_decides


@every_near_miss
def test_a_near_miss_points_to_rows_of_the_law(one: NearMiss) -> None:
    assert one.types
    assert {row.key for row in one.types} <= set(KEYS)


def test_near_misses_have_names_of_their_own() -> None:
    ids = [one.id for one in entity_types.near_misses()]
    assert len(set(ids)) == len(ids)


def test_the_other_version_of_the_industry_codes_is_explained() -> None:
    assert "WZ 2025" in entity_types.notes().wz_2025.de
