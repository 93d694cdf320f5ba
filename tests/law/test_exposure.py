"""The fine frames of § 65 BSIG."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.law.exposure import ADDRESSEES, ENTITY_CLASSES, fine
from app.law.exposure_facts import read_fine_case
from app.law.facts import Special
from app.law.fine_frames import FRAMES
from app.law.fine_wording import arithmetic, note
from app.law.json_form import fine_json
from app.law.json_values import BadFacts
from app.system.languages import language

violations = st.sampled_from(sorted(FRAMES))
turnovers = st.none() | st.decimals(0, 10**13, places=2)


@st.composite
def fine_facts(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "entity_class": draw(st.sampled_from(ENTITY_CLASSES)),
        "violation": draw(violations | st.lists(violations, min_size=1, max_size=3)),
        "group_worldwide_turnover_eur": draw(turnovers),
        "fault": draw(st.sampled_from(["vorsatz", "fahrlaessig"])),
        "addressee": draw(st.sampled_from(ADDRESSEES)),
        "special": draw(st.lists(st.sampled_from([word.value for word in Special]), max_size=2)),
        "gdpr_fine_same_conduct": draw(st.booleans()),
    }


def frame(**facts: Any) -> Decimal | None:
    given_facts = {
        "entity_class": "WE",
        "violation": "measures",
        "group_worldwide_turnover_eur": 40_000_000,
        "fault": "vorsatz",
        "addressee": "legal_person",
    }
    return fine(read_fine_case({**given_facts, **facts})).max_fine_eur


@given(fine_facts(), st.decimals(0, 10**12, places=2))
def test_the_frame_never_falls_with_turnover(facts: dict[str, Any], more: Decimal) -> None:
    facts["group_worldwide_turnover_eur"] = facts["group_worldwide_turnover_eur"] or Decimal(0)
    low = fine(read_fine_case(facts)).max_fine_eur
    facts["group_worldwide_turnover_eur"] += more
    high = fine(read_fine_case(facts)).max_fine_eur
    assert low is not None
    assert high is not None
    assert high >= low


@given(fine_facts())
def test_every_frame_is_explained_in_both_languages(facts: dict[str, Any]) -> None:
    answer = fine(read_fine_case(facts))
    for code in ("de", "en"):
        speak = language(code)
        assert all(speak.say(arithmetic(term)) for term in answer.terms)
        assert all(speak.say(note(key)) for key in answer.notes)
    printed = fine_json(answer)
    assert set(printed) == {"max_fine_eur", "terms", "notes"}
    if answer.max_fine_eur is not None:
        exponent = answer.max_fine_eur.normalize().as_tuple().exponent
        assert isinstance(exponent, int)
        assert exponent >= -2


@given(fine_facts())
def test_acts_add_up_and_a_coercive_payment_does_not(facts: dict[str, Any]) -> None:
    answer = fine(read_fine_case(facts))
    acts = [term.amount_eur for term in answer.terms if term.violation != "zwangsgeld"]
    counted = acts or [term.amount_eur for term in answer.terms]
    known = [amount for amount in counted if amount is not None]
    assert answer.max_fine_eur == (sum(known) if len(known) == len(counted) else None)


@pytest.mark.parametrize(
    ("facts", "amount"),
    [
        ({"entity_class": "BWE"}, 10_000_000),
        ({"entity_class": "BWE", "group_worldwide_turnover_eur": 500_000_001}, Decimal("10000000.02")),
        ({"group_worldwide_turnover_eur": 2 * 10**9}, 28_000_000),
        ({"group_worldwide_turnover_eur": 2 * 10**9, "addressee": "natural_person"}, 7_000_000),
        ({"group_worldwide_turnover_eur": None}, None),
        ({"group_worldwide_turnover_eur": None, "addressee": "natural_person"}, 7_000_000),
        ({"violation": "registration", "fault": "fahrlaessig"}, 250_000),
        ({"violation": "order_16", "fault": "fahrlaessig"}, 10_000_000),
        ({"violation": "kritis_evidence_wrong"}, 10_000_000),
        ({"violation": "kritis_evidence_late", "fault": "fahrlaessig"}, 5_000_000),
        ({"violation": "kritis_evidence_late", "fault": "fahrlaessig", "addressee": "natural_person"}, 500_000),
        ({"violation": "critical_components_info", "fault": "fahrlaessig"}, 2_500_000),
        ({"violation": "training_38_3"}, 0),
        ({"violation": "change_33_5"}, 0),
        ({"violation": "zwangsgeld", "fault": "n/a"}, 100_000),
        ({"violation": ["zwangsgeld", "registration"]}, 500_000),
        ({"violation": ["registration", "registration"]}, 1_000_000),
        ({"gdpr_fine_same_conduct": True}, 0),
        ({"special": ["dora"]}, 0),
        ({"special": ["dora"], "violation": "order_61"}, 500_000),
        ({"special": ["energy_enwg"], "violation": "order_61"}, 0),
        ({"special": ["s28_8"], "violation": "registration"}, 0),
        ({"entity_class": "REGISTRAR"}, 0),
        ({"entity_class": "REGISTRAR", "violation": "policy_49_3"}, 500_000),
        ({"entity_class": "NONE", "violation": "registration"}, 0),
        ({"addressee": "authority"}, 0),
    ],
)
def test_a_frame_is_what_section_65_says(facts: dict[str, Any], amount: Decimal | None) -> None:
    assert frame(**facts) == amount


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ({"violation": []}, "violation"),
        ({"violation": ["x"]}, "violation[0]"),
        ({"violation": 3}, "violation"),
        ({"fault": "n/a"}, "fault"),
        ({"fault": "n/a", "violation": ["zwangsgeld", "report"]}, "fault"),
        ({"entity_class": "we"}, "entity_class"),
        ({"special": "dora"}, "special"),
    ],
)
def test_wrong_fine_facts_are_refused_with_their_place(facts: dict[str, Any], path: str) -> None:
    with pytest.raises(BadFacts) as refused:
        frame(**facts)
    assert refused.value.path == path


def test_every_fact_of_a_fine_is_required() -> None:
    with pytest.raises(BadFacts):
        read_fine_case({"entity_class": "WE"})


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "€40 million ≤ €500 million: fixed frame"),
        ({"group_worldwide_turnover_eur": None}, "€7,000,000, above €500 million: 1.4%"),
        ({"group_worldwide_turnover_eur": 10**9}, "1.4% of €1,000 million"),
        ({"addressee": "natural_person"}, "fixed frame"),
        ({"violation": "registration", "fault": "fahrlaessig"}, "€500,000 ÷ 2"),
    ],
)
def test_the_arithmetic_is_shown(facts: dict[str, Any], words: str) -> None:
    case = {
        "entity_class": "WE",
        "violation": "measures",
        "group_worldwide_turnover_eur": 40_000_000,
        "fault": "vorsatz",
        "addressee": "legal_person",
    }
    term = fine(read_fine_case({**case, **facts})).terms[0]
    assert language("en").say(arithmetic(term)).replace("\xa0", " ") == words
