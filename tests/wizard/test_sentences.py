"""Whatever the wizard says, it says in both languages."""

from __future__ import annotations

from gettext import NullTranslations

from hypothesis import HealthCheck, given, settings

from app.core.language import Language
from app.core.text import Sayable
from app.system.languages import language
from app.wizard.answers import Answers
from app.wizard.flow import open_points, path, questions
from app.wizard.in_words import in_words
from app.wizard.live import live
from app.wizard.question import Choice, Numbers, Several
from app.wizard.rail import topics
from app.wizard.values import UNKNOWN
from tests.wizard.companies import answers
from tests.wizard.walks import TODAY, walks

ENGLISH = Language("en", NullTranslations())
GERMAN = language("de")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(walks(stop=True))
def test_everything_is_said_in_both_languages(walk: tuple[Answers, ...]) -> None:
    end = walk[-1]
    for speaks in (GERMAN, ENGLISH):
        for sentence in sentences(end):
            assert speaks.say(sentence).strip()


def sentences(given: Answers) -> list[Sayable]:
    now = live(given, TODAY)
    said: list[Sayable] = [now.headline, *now.open_questions, *(change.text for change in now.changes)]
    said += [line.title for line in topics(given)] + [point.text for point in open_points(given)]
    said += [step.reason for step in path(given) if step.reason]
    for question in questions(given):
        said += [question.title, question.explanation, question.why, question.source, question.task]
        match question.form:
            case Choice(options) | Several(options):
                said += [option.label for option in options]
            case Numbers(items):
                said += [part for item in items for part in (item.label, item.unit)]
        if question.id in given.values:
            said.append(in_words(question, given.values[question.id]))
    return said


def test_unknown_reads_as_the_user_said_it() -> None:
    question = questions(answers())[0]
    assert ENGLISH.say(in_words(question, UNKNOWN)) == "I don’t know"


def test_each_kind_of_question_has_one_help_page() -> None:
    keys = {question.id: question.help_key for question in questions(answers())}
    assert keys["row/2/5.4.1/role"] == "wizard/role"
    assert keys["kritis"] == "wizard/kritis"
