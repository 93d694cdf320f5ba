"""Stored answers come back to the letter, and what the program did not write is refused with its place."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.law.facts import Figures
from app.wizard.answers import Task, assign, go_to
from app.wizard.json_answers import BadAnswer
from app.wizard.stored import from_json, to_json
from app.wizard.values import UNKNOWN, Enterprises, Related
from tests.wizard.companies import answers

HOLDING = Related(
    name="<b>Holding</b> & Söhne 🙂",
    control=True,
    share=Decimal("0.6"),
    figures=Figures(Decimal("1.5"), None, Decimal(3)),
    new_since_accounts=True,
    via="natural persons",
)
FULL = go_to(
    assign(
        answers(
            related=True,
            related_list=Enterprises((HOLDING,)),
            kritis=UNKNOWN,
            since_start=False,
            since=date(2026, 2, 1),
        ),
        "kritis",
        Task("A. Weber", date(2026, 12, 4)),
    ),
    "headcount",
)


def written() -> Any:
    return copy.deepcopy(json.loads(json.dumps(to_json(FULL))))


def test_every_kind_of_answer_comes_back_as_it_was() -> None:
    assert from_json(written()) == FULL
    undated = assign(FULL, "kritis", Task("A. Weber"))
    assert from_json(to_json(undated)) == undated


def spoil(path: str, value: object) -> Callable[[Any], None]:
    def change(stored: Any) -> None:
        *parts, last = path.split("|")
        for part in parts:
            stored = stored[int(part) if part.isdigit() else part]
        stored[last] = value

    return change


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("version", 2, "version"),
        ("extra", 1, ""),
        ("begun", "22.11.2026", "begun"),
        ("begun", "20261122", "begun"),
        ("begun", 5, "begun"),
        ("answers", [], "answers"),
        ("answers|colour", "red", "answers.colour"),
        ("answers|company", "", "answers.company"),
        ("answers|company", 5, "answers.company"),
        ("answers|kritis", "no", "answers.kritis"),
        ("answers|rows", "2/5.4.1", "answers.rows"),
        ("answers|headcount", [], "answers.headcount"),
        ("answers|headcount|2025", 60, "answers.headcount.2025"),
        ("answers|headcount|2025", "6e1", "answers.headcount.2025"),
        ("answers|since", "2026-02-30", "answers.since"),
        ("answers|related_list", {}, "answers.related_list"),
        ("answers|related_list|0|colour", "red", "answers.related_list[0]"),
        ("answers|related_list|0|control", "yes", "answers.related_list[0].control"),
        ("tasks", [], "tasks"),
        ("tasks|kritis|owner", 5, "tasks.kritis.owner"),
        ("tasks|kritis|due", "soon", "tasks.kritis.due"),
        ("tasks|kritis|colour", "red", "tasks.kritis"),
        ("tasks|colour", {"owner": "", "due": None}, "tasks.colour"),
        ("current", 5, "current"),
        ("current", "colour", "current"),
    ],
)
def test_what_the_program_does_not_write_is_refused_with_its_place(path: str, value: object, place: str) -> None:
    stored = written()
    spoil(path, value)(stored)
    with pytest.raises(BadAnswer) as refused:
        from_json(stored)
    assert refused.value.path == place
    assert refused.value.reason.message


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.sampled_from([f"answers|{question}" for question in FULL.values] + ["answers", "tasks", "begun"]), json_values
)
def test_no_value_at_any_place_is_more_than_refused(path: str, value: object) -> None:
    stored = written()
    spoil(path, value)(stored)
    try:
        read = from_json(stored)
    except BadAnswer:
        return
    assert from_json(to_json(read)) == read


@given(json_values)
def test_no_json_at_all_is_more_than_refused(value: object) -> None:
    with pytest.raises(BadAnswer):
        from_json(value)
