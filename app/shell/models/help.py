"""The help page as values: the manual, related law with its dates, and the open legal questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.language import Language
from app.core.text import Text
from app.law.help_pages import TOPICS, help_page, help_title
from app.law.open_questions import OpenQuestion, open_questions, questions_for
from app.law.related_law import NoteOn, notes_on
from app.shell.models.standing import Standing

RELATED, OPEN = "related-law", "open-questions"


@dataclass(frozen=True, slots=True)
class HelpModel:
    """Every topic with its title; the manual's pages as Markdown, the other two as values."""

    topics: tuple[tuple[str, str], ...]
    pages: dict[str, str]
    related: tuple[NoteOn, ...]
    questions: tuple[OpenQuestion, ...]
    yours: frozenset[str]


def help_model(now: Standing | None, today: date, language: Language) -> HelpModel:
    """Return the help page; `yours` are the open questions that matter for this company, as far as it has answered."""
    titles = tuple((topic, help_title(topic, language)) for topic in TOPICS)
    extra = (
        (RELATED, language.say(Text("Related law for machine builders"))),
        (OPEN, language.say(Text("Open legal questions"))),
    )
    mine = tuple(one.id for one in questions_for(now.facts, now.assessment)) if now else ()
    ordered = sorted(open_questions(), key=lambda one: one.id not in mine)
    return HelpModel(
        topics=(*titles, *extra),
        pages={topic: help_page(topic, language) for topic in TOPICS},
        related=notes_on(today),
        questions=tuple(ordered),
        yours=frozenset(mine),
    )
