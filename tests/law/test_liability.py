"""Liability follows the legal form, and a form that is not listed is told so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.law.liability import legal_forms, liability_note, liability_notes, rule

FORMS = (
    "GmbH UG AG KGaA SE eG OHG KG GbR e.K. e.V. Stiftung AöR".split(),
    ["GmbH & Co. KG"],
)


def test_exactly_the_forms_of_the_facts_are_listed() -> None:
    assert set(legal_forms()) == {form for group in FORMS for form in group}


@pytest.mark.parametrize(
    ("form", "basis"),
    [
        ("GmbH", "§ 43 Abs. 1 und 2 GmbHG"),
        ("AG", "§ 93 Abs. 1 und 2 AktG"),
        ("eG", "§ 34 GenG"),
        ("Stiftung", "§ 84a BGB"),
        ("AöR", "§ 38 Abs. 2 Satz 2 BSIG"),
    ],
)
def test_each_form_has_the_basis_of_its_own_law(form: str, basis: str) -> None:
    assert rule(form).basis.de == basis
    assert rule(form).listed


def test_the_limited_partnership_with_a_company_is_led_by_the_directors_of_the_company() -> None:
    assert "§ 43" in rule("GmbH & Co. KG").basis.de
    assert "KG" in rule("GmbH & Co. KG").paragraphs[0].de


@given(st.text(max_size=40))
def test_any_other_text_is_a_form_not_listed(form: str) -> None:
    found = rule(form)
    assert found.listed == (form.strip() in legal_forms())
    assert found.form == form.strip()


def test_what_is_not_listed_says_so_and_names_no_other_law() -> None:
    assert "keine Regel" in rule("Ltd").paragraphs[0].de
    assert rule("Ltd").uncertainty is not None


@pytest.mark.parametrize("form", [*legal_forms(), "B.V."])
def test_the_paragraphs_of_a_form_fit_the_board_paper(form: str) -> None:
    for language in ("de", "en"):
        sentences = [getattr(paragraph, language) for paragraph in rule(form).paragraphs]
        assert sum(map(len, sentences)) <= 540


def test_what_is_sure_has_no_uncertainty_and_the_rest_says_why() -> None:
    assert all(rule(form).uncertainty is None for form in legal_forms() if rule(form).confidence == "high")


def test_recourse_is_shown_as_open() -> None:
    assert "umstritten" in liability_note("recourse").plain.de


def test_the_notes_say_what_section_38_does_not_create_and_what_insurance_covers() -> None:
    assert {"not_created", "owig", "d_and_o", "amount"} <= {one.id for one in liability_notes()}
