"""What nobody knows yet is never shown as a decision, on the screen or on paper, today or reprinted later."""

from __future__ import annotations

from datetime import UTC, datetime

from app.core.text import Bilingual, Text
from app.law.headline import headline
from app.law.outcome import Class
from app.registers.schema import SCHEMA
from app.reports.board_paper import compose
from app.shell.paper_desk import _paper
from app.shell.session import Session
from app.system.languages import language
from app.wizard.answers import Answers, answer
from app.wizard.flow import current, is_complete
from app.wizard.values import UNKNOWN
from database.vault import in_memory

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def all_unknown() -> Answers:
    answers = Answers(begun=NOW.date())
    for _ in range(60):
        question = current(answers)
        if is_complete(answers) or question is None:
            return answers
        answers = answer(answers, question.id, UNKNOWN)
    raise AssertionError("the questions never end")


def test_a_company_that_knows_nothing_is_not_told_that_it_is_out_of_scope() -> None:
    session = Session(in_memory(SCHEMA), lambda: NOW)
    session.keep(all_unknown())
    session.record()
    for now in (session.standing(), session.standing_of(session.records[0])):
        assert now.assessment.code is None
        assert {Class.BWE, Class.WE, Class.NONE} <= set(now.assessment.possible)
        assert language("de").say(headline(now.assessment)).startswith("Noch offen")
        document = compose(_paper(now, session))
        words = [language("de").say(what) for what in _said(document)]
        assert any("Zu klären" in sentence for sentence in words)
    session.close()


def _said(value: object) -> list[Text | Bilingual]:
    if isinstance(value, Text | Bilingual):
        return [value]
    if isinstance(value, tuple | list):
        return [text for entry in value for text in _said(entry)]
    names = getattr(type(value), "__dataclass_fields__", {})
    return [text for name in names for text in _said(getattr(value, name))]
