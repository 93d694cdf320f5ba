"""What to say of a trouble beside the vault: with a backup, a copy, an export. What is in the vault is still there."""

from __future__ import annotations

from app.core.text import Text
from app.shell.gate import shown_path
from app.system.vault_troubles import sentence
from database.errors import NoSpace, VaultError


def beside_the_vault(error: VaultError) -> Text:
    """Return what is the matter and what helps; of a full disk also that nothing in the vault is lost."""
    if isinstance(error, NoSpace):
        place = shown_path(error.path) if error.path else ""
        return Text("The disk is full, nothing in the vault is lost. Free some space: {place}", place=place)
    return sentence(error)
