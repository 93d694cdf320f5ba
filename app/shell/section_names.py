"""The pages by name, in their order; light enough for the menu of the first window."""

from __future__ import annotations

from app.core.text import Text

SECTIONS: dict[str, Text] = {
    "scope": Text("Scope"),
    "exposure": Text("Liability and fines"),
    "duties": Text("Duties"),
    "reports": Text("Papers and reports"),
    "earlier": Text("Earlier assessments"),
    "vault": Text("Vault and backups"),
    "history": Text("History"),
    "help": Text("Help"),
}
"""Key and title of every page; a page that does not exist yet is not listed."""

_WITHOUT_A_RESULT = ("vault", "history", "help")

QUESTIONS = "wizard"
"""The place of the questions, which are no page."""


def pages_for(*, has_result: bool) -> tuple[str, ...]:
    """Return the pages that can be looked at; before the questions have been answered, those that need no result."""
    return tuple(SECTIONS) if has_result else _WITHOUT_A_RESULT
