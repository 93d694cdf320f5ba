"""What a change has changed is said field by field: in words where we have them, to the letter where not."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.core.canonical import canonical
from app.shell.models.history_answers import answer_changes
from app.shell.models.history_fields import FieldChange, field_changes, title_of
from app.shell.models.sizes import size
from app.shell.session import Session
from app.system.languages import language
from app.wizard.answers import Answers, Task, answer, assign, go_to
from app.wizard.stored import to_json
from app.wizard.values import UNKNOWN

ENGLISH, GERMAN = language("en"), language("de")
BEGUN = Answers(begun=date(2026, 11, 22))
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=20)
ROWS = st.none() | st.dictionaries(st.text(max_size=12), SCALARS, max_size=6)


def column(answers: Answers) -> str:
    return canonical(to_json(answers))  # type: ignore[arg-type] # what the register writes


def said(changes: tuple[FieldChange, ...]) -> list[tuple[str, str, str]]:
    return [(ENGLISH.say(one.name), ENGLISH.say(one.before), ENGLISH.say(one.after)) for one in changes]


def test_only_fields_that_differ_are_shown_in_the_order_of_the_form() -> None:
    before = {"id": "a", "name": "Alt GmbH", "legal_form": "GmbH", "created_at": "2026-11-22T09:30:00.000000Z"}
    after = before | {"name": "Neu SE", "legal_form": "SE"}
    assert said(field_changes("companies", before, after)) == [
        ("Name", "Alt GmbH", "Neu SE"),
        ("Legal form", "GmbH", "SE"),
    ]


def test_a_new_record_shows_all_its_fields_and_a_removed_one_too() -> None:
    row = {"id": "a", "name": "<b>Neu</b>", "legal_form": "", "created_at": "2026-11-22T12:00:00.000000Z"}
    names = [change.name for change in field_changes("companies", None, row)]
    assert [ENGLISH.say(name) for name in names] == ["Name", "Legal form", "Entered"]
    assert said(field_changes("companies", row, None))[0] == ("Name", "<b>Neu</b>", "")
    assert said(field_changes("companies", None, row))[1] == ("Legal form", "", "–")


@given(st.text(max_size=12) | st.sampled_from(["companies", "drafts", "assessments", "backup_proofs"]), ROWS, ROWS)
def test_whatever_a_vault_holds_is_said_somehow(
    table: str, before: dict[str, object] | None, after: dict[str, object] | None
) -> None:
    for speak in (ENGLISH, GERMAN):
        for change in field_changes(table, before, after):
            assert all(isinstance(speak.say(part), str) for part in (change.name, change.before, change.after))
        assert isinstance(speak.say(title_of(table, after)), str)


@given(st.sampled_from(["held_at", "backup_made_at", "seconds", "failure", "opened_with", "head"]), SCALARS)
def test_a_value_in_another_form_than_ours_is_shown_to_the_letter(name: str, value: object) -> None:
    [change] = field_changes("backup_proofs", None, {name: value})
    assert isinstance(ENGLISH.say(change.after), str)


def test_a_file_is_said_by_its_size() -> None:
    row = {"content": {"bytes": 1_200_000, "sha256": "a" * 64}}
    assert said(field_changes("files", None, row)) == [("content", "", "a file of 1.2 MB")]


def test_an_answer_is_said_in_the_words_of_its_question() -> None:
    before = answer(BEGUN, "company", "Muster GmbH")
    after = answer(before, "legal_form", "GmbH")
    [change] = answer_changes(column(before), column(after))
    assert [ENGLISH.say(part) for part in change][1:] == ["", "GmbH"]
    [renamed] = answer_changes(column(before), column(answer(before, "company", "Neu <i>SE</i>")))
    assert [ENGLISH.say(part) for part in renamed][1:] == ["Muster GmbH", "Neu <i>SE</i>"]


def test_an_answer_that_is_not_known_and_who_settles_it_are_said() -> None:
    before = answer(BEGUN, "company", "Muster GmbH")
    after = assign(answer(before, "legal_form", UNKNOWN), "legal_form", Task("A. Weber", date(2026, 12, 4)))
    changes = [[ENGLISH.say(part) for part in one] for one in answer_changes(column(before), column(after))]
    assert [one[1:] for one in changes] == [["", "I don’t know"], ["", "A. Weber, 4 Dec 2026"]]
    assert changes[1][0].endswith("settled by")


def test_all_answers_of_the_demo_company_are_said_in_questions(demo: Session) -> None:
    changes = answer_changes(None, column(demo.answers))
    assert len(changes) >= len(demo.answers.values)
    assert not [name for name, _, _ in changes if isinstance(name, str)]


def test_a_question_on_no_path_is_shown_to_the_letter() -> None:
    after = answer(BEGUN, "hospital", UNKNOWN)
    [change] = answer_changes(column(BEGUN), column(after))
    assert change == ("hospital", "", "null")


def test_moving_through_the_questions_is_said_as_that() -> None:
    before = answer(BEGUN, "company", "Muster GmbH")
    [change] = answer_changes(column(before), column(go_to(before, "company")))
    assert ENGLISH.say(change[0]) == "Place in the questions"


@given(st.text(max_size=40) | st.just(json.dumps({"version": 99})) | st.just("[" * 5000))
def test_answers_that_cannot_be_read_are_said_to_be_so(content: str) -> None:
    [change] = answer_changes(content, column(answer(BEGUN, "company", "x")))
    assert "not readable" in ENGLISH.say(change[1])


@given(st.integers(0, 10**13))
def test_a_size_is_short_and_names_its_unit(count: int) -> None:
    words = GERMAN.say(size(count))
    assert words.endswith(("kB", "MB", "GB"))
    assert len(words) <= 12
    if count:
        assert not words.startswith("0\u00a0") or count < 100


def test_sizes_are_said_as_a_file_manager_says_them() -> None:
    said = [ENGLISH.say(size(count)).replace("\u00a0", " ") for count in (0, 420, 83_642, 1_234_567, 4_560_000_000)]
    assert said == ["0 kB", "0.4 kB", "84 kB", "1.2 MB", "4.6 GB"]
