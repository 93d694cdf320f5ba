"""From votes, share and investor to the relation that the Recommendation knows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from app.law.facts import Figures, Relation
from app.wizard.related import is_open, relation, relation_said
from app.wizard.values import Related
from tests.wizard.walks import related

KNOWN = Figures(Decimal(1), Decimal(2), Decimal(3))


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (Related(name="A", control=True), Relation.LINKED),
        (Related(name="A", control=True, share=Decimal("0.1")), Relation.LINKED),
        (Related(name="A", control=True, exempt_investor=True), Relation.LINKED),
        (Related(name="A", control=False, share=Decimal("0.25")), Relation.PARTNER),
        (Related(name="A", control=False, share=Decimal("0.5")), Relation.PARTNER),
        (Related(name="A", control=False, share=Decimal("0.25"), exempt_investor=True), Relation.EXEMPT_INVESTOR),
        (Related(name="A", control=False, share=Decimal("0.249")), Relation.MINORITY),
        (Related(name="A", control=False), None),
        (Related(name="A", share=Decimal("0.3")), None),
    ],
)
def test_control_makes_linked_and_the_share_decides_the_rest(row: Related, found: Relation | None) -> None:
    assert relation(row) is found
    assert relation_said(row).message


@given(related)
def test_every_row_says_what_follows_from_it(row: Related) -> None:
    assert relation_said(row).message


def test_a_row_is_open_while_something_is_unknown_that_could_count() -> None:
    assert is_open(Related(name="A"))
    assert is_open(Related(name="A", control=True, figures=Figures(Decimal(1))))
    assert not is_open(Related(name="A", control=True, figures=KNOWN))
    assert not is_open(Related(name="A", control=False, share=Decimal("0.1")))
