"""However somebody answers: the questionnaire ends, loses nothing, and says something in both languages."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.law.outcome import ORDER
from app.law.reading import read_facts
from app.law.scope import assess
from app.wizard import stored
from app.wizard.answers import Answers, answer, forget, go_to
from app.wizard.flow import (
    State,
    after,
    before,
    counted,
    current,
    is_complete,
    open_points,
    path,
    progress,
    questions,
)
from app.wizard.live import live
from app.wizard.rail import topics
from app.wizard.shapes import ROW_SHAPES, SHAPES
from app.wizard.still_possible import still_possible
from app.wizard.to_facts import facts, facts_json
from app.wizard.values import UNKNOWN
from tests.wizard.walks import TODAY, walks

calm = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@calm
@given(walks())
def test_every_walk_ends_in_a_result_and_asks_nothing_twice(walk: tuple[Answers, ...]) -> None:
    end = walk[-1]
    asked = [question.id for question in questions(end)]
    assert is_complete(end)
    assert len(asked) == len(set(asked)) == len(walk) - 1
    assert set(asked) == set(end.values)
    assert assess(facts(end, TODAY)).possible
    assert progress(end).number is None
    assert live(end, TODAY).possible


@calm
@given(walks())
def test_the_path_behind_somebody_never_changes(walk: tuple[Answers, ...]) -> None:
    for answers, more in pairwise(walk):
        done = len(answers.values)
        assert [q.id for q in questions(answers)][:done] == [q.id for q in questions(more)][:done]


@calm
@given(walks())
def test_going_back_and_forth_loses_nothing(walk: tuple[Answers, ...]) -> None:
    end = walk[-1]
    steps = path(end)
    ids = [question.id for question in questions(end)]
    for question in ids:
        seen = go_to(end, question)
        now = current(seen)
        assert now is not None
        assert now.id == question
        assert seen.values == end.values
        again = answer(seen, question, end.values[question])
        assert path(again) == steps
    assert [before(end, question) for question in [*ids[1:], None]] == ids
    assert [after(end, question) for question in ids] == [*ids[1:], None]


@calm
@given(walks(), st.data())
def test_an_answer_taken_back_leaves_the_others_and_comes_back_whole(
    walk: tuple[Answers, ...], data: st.DataObject
) -> None:
    end = walk[-1]
    question = data.draw(st.sampled_from(sorted(end.values)))
    without = forget(end, question)
    assert not is_complete(without)
    assert {**without.values, question: end.values[question]} == end.values
    assert path(answer(without, question, end.values[question])) == path(end)


@calm
@given(walks(stop=True))
def test_answers_survive_storage_unchanged(walk: tuple[Answers, ...]) -> None:
    answers = walk[-1]
    assert stored.from_json(json.loads(json.dumps(stored.to_json(answers)))) == answers


@calm
@given(walks(stop=True))
def test_the_facts_are_facts_at_every_step(walk: tuple[Answers, ...]) -> None:
    for answers in walk:
        assert read_facts(facts_json(answers), TODAY).as_of == TODAY


@calm
@given(walks())
def test_the_result_was_among_what_was_still_possible_at_every_step(walk: tuple[Answers, ...]) -> None:
    result = set(still_possible(walk[-1]))
    for answers in walk:
        shown = still_possible(answers)
        assert result <= set(shown)
        assert list(shown) == [code for code in ORDER if code in shown]


@calm
@given(walks(stop=True))
def test_every_state_of_the_rail_fits_the_path(walk: tuple[Answers, ...]) -> None:
    answers = walk[-1]
    now = [step for step in path(answers) if step.state is State.NOW]
    assert len(now) == (0 if is_complete(answers) else 1)
    assert sum(line.state is State.NOW for line in topics(answers)) == 1
    unknown = {point.question for point in open_points(answers)}
    assert {question for question, value in answers.values.items() if value is UNKNOWN} <= unknown
    assert set(counted(answers).values) == set(answers.values)


@calm
@given(walks(stop=True))
def test_a_wrong_jump_leads_to_the_first_open_question(walk: tuple[Answers, ...]) -> None:
    answers = walk[-1]
    assert current(replace(answers, current="row/1/9.9.9/reasons")) == current(replace(answers, current=None))


def test_every_question_is_reached_by_some_walk() -> None:
    reached: set[str] = set()

    @settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(walks())
    def collect(walk: tuple[Answers, ...]) -> None:
        reached.update(question.rsplit("/", 1)[-1] for question in walk[-1].values)

    collect()
    assert reached == {*SHAPES, *ROW_SHAPES}
