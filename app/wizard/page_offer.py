"""What each chosen entity type can lead to, shown while somebody chooses."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.language import Language
from app.core.text import Citation, Text
from app.law.entity_types import EntityType, by_key
from app.ui.boxes import warning
from app.ui.chip import Chip, ChipLabel
from app.ui.text import label, rule
from app.wizard.row_names import row_of

_REACH: dict[str, tuple[Text, Text]] = {
    "always_bwe": (Text("Particularly important, whatever the size."), Text("particularly important")),
    "telecom": (
        Text("Important when small, particularly important from medium size."),
        Text("particularly important possible"),
    ),
    "trust": (
        Text("Important whatever the size, particularly important if qualified."),
        Text("particularly important possible"),
    ),
}
_ANNEX_1 = (
    Text("Important from medium size, particularly important when large."),
    Text("particularly important possible"),
)
_ANNEX_2 = (Text("Important from medium size, never higher."), Text("at most important entity"))


def row_consequences(words: tuple[str, ...], language: Language) -> Iterator[QWidget]:
    """Yield one part per chosen entity type, and once what may be left out."""
    for word in words:
        yield rule()
        yield _row(by_key(*row_of(word)), language)
    yield warning(
        language.say(Text("Only on the side?")),
        language.say(
            Text(
                "Activities that are negligible may be left out. The law names no figure, and the rule is disputed. "
                "We put your reasons on record."
            )
        ),
        language.say(Citation("§ 28 Abs. 3 BSIG")),
    )


def _row(row: EntityType, language: Language) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    reach, chip = _reach(row)
    said = Text("{place}. {reach}", place=row.citation, reach=reach)
    tone = "accent" if chip is _ANNEX_2[1] else "due"
    line = QHBoxLayout()
    line.addWidget(ChipLabel(Chip(language.say(chip), "accent" if tone == "accent" else "due")))
    line.addStretch(1)
    column.addWidget(label(language.say(row.short), "strong"))
    column.addWidget(label(language.say(said), "body", "ink2"))
    column.addLayout(line)
    return part


def _reach(row: EntityType) -> tuple[Text, Text]:
    usual = _ANNEX_1 if row.annex == 1 else _ANNEX_2
    return _REACH.get(row.size_rule, usual)
