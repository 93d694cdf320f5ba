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
