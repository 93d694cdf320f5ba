"""Who is meant by an entity type, and who is not: shown with the question that asks how it fits the company."""

from __future__ import annotations

from app.core.language import Language
from app.core.text import Sayable
from app.law.entity_types import EntityType, by_key
from app.ui.boxes import Box, quiet_box
from app.ui.text import Prose, label
from app.wizard.question import Question
from app.wizard.row_names import row_of

_ROW, _ROLE = "row/", "/role"


def meaning(question: Question, language: Language) -> Box | None:
    """Return the box for a question about one entity type, `None` for every other question."""
    if not (question.id.startswith(_ROW) and question.id.endswith(_ROLE)):
        return None
    row = by_key(*row_of(question.id.removeprefix(_ROW).removesuffix(_ROLE)))
    box = quiet_box()
    box.add(label(language.say(row.type), "strong"))
    for said in _sentences(row):
        box.add(Prose(language.say(said), tone="ink2"))
    sources = (row.citation, *(reference.citation for reference in row.references))
    return box.add(label(" · ".join(language.say(source) for source in sources), "small", "ink2"))


def _sentences(row: EntityType) -> list[Sayable]:
    return [said for said in (row.plain, row.not_meant, row.trap) if said]
