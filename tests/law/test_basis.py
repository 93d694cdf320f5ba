"""A class stands somewhere in § 28 BSIG, and the paper says where."""

from __future__ import annotations

from typing import Any

import pytest

from app.law.basis import legal_basis
from app.law.outcome import Class
from app.law.scope import assess
from tests.law.strategies import read

BIG = {"headcount_awu": 300, "turnover_eur": 80_000_000, "balance_sheet_eur": 60_000_000}
SMALL = {"headcount_awu": 20, "turnover_eur": 2_000_000, "balance_sheet_eur": 1_000_000}


@pytest.mark.parametrize(
    ("facts", "citation", "row"),
    [
        ({"activities": [{"annex": 2, "no": "5.4.1"}], "own": BIG}, "§ 28 Abs. 2 Satz 1 Nr. 3 BSIG", (2, "5.4.1")),
        ({"activities": [{"annex": 1, "no": "6.1.4"}], "own": BIG}, "§ 28 Abs. 1 Satz 1 Nr. 4 BSIG", (1, "6.1.4")),
        ({"special": ["dns"], "own": SMALL}, "§ 28 Abs. 1 Satz 1 Nr. 2 BSIG", (1, "6.1.2")),
        ({"special": ["qualified_trust"], "own": SMALL}, "§ 28 Abs. 1 Satz 1 Nr. 2 BSIG", (1, "6.1.7")),
        ({"special": ["trust"], "own": SMALL}, "§ 28 Abs. 2 Satz 1 Nr. 1 BSIG", (1, "6.1.7")),
        ({"special": ["trust"], "own": BIG}, "§ 28 Abs. 1 Satz 1 Nr. 4 BSIG", (1, "6.1.7")),
        ({"special": ["telecom"], "own": SMALL}, "§ 28 Abs. 2 Satz 1 Nr. 2 BSIG", (1, "6.1.9")),
        ({"special": ["telecom"], "own": BIG}, "§ 28 Abs. 1 Satz 1 Nr. 3 BSIG", (1, "6.1.9")),
        ({"special": ["kritis_operator"]}, "§ 28 Abs. 1 Satz 1 Nr. 1 BSIG", None),
        ({"special": ["s28_8"]}, "§ 28 Abs. 8 BSIG", None),
        ({"special": ["municipality"]}, "§§ 28, 29 BSIG", None),
        ({"special": ["federal_admin"]}, "§ 29 BSIG", None),
        ({"special": ["registrar"], "own": SMALL}, "§§ 33, 60 BSIG", None),
        ({"own": BIG}, "§ 28 Abs. 1 und 2 BSIG", None),
    ],
)
def test_the_provision_and_the_row_are_named(facts: dict[str, Any], citation: str, row: object) -> None:
    company = read(facts)
    code = assess(company).code
    assert code is not None
    assert (legal_basis(company, code)[0].de, legal_basis(company, code)[1]) == (citation, row)


def test_the_lower_class_of_an_open_question_has_its_own_row() -> None:
    both = [{"annex": 1, "no": "6.1.10", "doubtful": True}, {"annex": 2, "no": "5.4.1"}]
    assert legal_basis(read({"activities": both, "own": BIG}), Class.WE)[1] == (2, "5.4.1")


def test_a_partner_without_a_share_hides_no_unknown_figure() -> None:
    related = [{"relation": "partner", "share": 0}, {"relation": "linked", "headcount_awu": 1}]
    found = assess(read({"activities": [{"annex": 2, "no": "5.4.1"}], "related": related, "it_independent": False}))
    assert not any(path.startswith("related[0]") for path in found.missing)


def test_a_certain_activity_is_named_before_a_doubtful_one() -> None:
    both = [{"annex": 1, "no": "6.1.10", "doubtful": True}, {"annex": 2, "no": "5.4.1"}]
    medium = {"headcount_awu": 87, "turnover_eur": 14_600_000, "balance_sheet_eur": 9_700_000}
    assert legal_basis(read({"activities": both, "own": medium}), Class.WE)[1] == (2, "5.4.1")
