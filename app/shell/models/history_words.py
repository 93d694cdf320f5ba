"""The words of the history page: a sentence for every kind of change, a name for every register, reasons why not.

A test collects the names of all changes in the code and fails for one without a sentence. A name that a later program
has written is shown to the letter.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.core.text import Sayable, Text

NAMES: Mapping[str, Text] = {
    "assessment.recorded": Text("Assessment recorded"),
    "backup.proven": Text("Backup proven"),
    "company.amended": Text("Company amended"),
    "company.entered": Text("Company entered"),
    "device.removed": Text("A device may no longer open the vault"),
    "device.trusted": Text("A device may open the vault"),
    "draft.begun": Text("Questions begun"),
    "draft.discarded": Text("Answers discarded"),
    "draft.saved": Text("Answers saved"),
    "passphrase.changed": Text("Passphrase changed"),
    "record.undone": Text("Change taken back"),
    "recovery_key.removed": Text("Recovery key removed"),
    "recovery_key.renewed": Text("Recovery sheet made"),
    "recovery_key.used": Text("Opened with the recovery sheet"),
    "recovery_sheet.checked": Text("Recovery sheet checked"),
    "schema.migrated": Text("Brought up to a new version of the program"),
    "vault.created": Text("Vault created"),
    "vault.exported": Text("Everything exported"),
    "vault.rekeyed": Text("Encrypted anew under a new key"),
    "vault.salvaged": Text("Saved from a damaged vault"),
}

REGISTERS: Mapping[str, Text] = {
    "companies": Text("Company"),
    "drafts": Text("Answers"),
    "assessments": Text("Assessments"),
    "backup_proofs": Text("Proofs of backups"),
    "sheet_checks": Text("Checks of the recovery sheet"),
}
"""By the names of their tables, in the order in which one can choose them."""

_WHY_NOT: Mapping[str, Text] = {
    "never_changed": Text("There is nothing to take back."),
    "unchangeable": Text("It is on record as a fact of its day, and stays."),
    "other_form": Text("It was entered with an earlier version of the program and had another form then."),
    "file_gone": Text("The file that belonged to it is no longer there."),
    "needed": Text("Another entry refers to it."),
    "read_only": Text("The vault is open to read only."),
    "superseded": Text("It has been changed again since. Only the last change can be taken back."),
}


def change_name(name: str) -> Sayable:
    """Return what a change is called."""
    return NAMES.get(name, name)


def register_name(table: str) -> Sayable:
    """Return what a register is called."""
    return REGISTERS.get(table, table)


def why_not(reason: str) -> Text:
    """Return why a change cannot be taken back."""
    return _WHY_NOT[reason]


def broken(reason: str, number: int) -> Text:
    """Return what does not agree at the first entry that is broken."""
    entry = str(number)
    return {
        "gap": Text("Entry {number} is missing.", number=entry),
        "hash": Text(
            "Entry {number} is not as it was written: its checksum does not fit the entry before it.", number=entry
        ),
        "form": Text("Entry {number} has no form that this program knows.", number=entry),
        "image": Text("What entry {number} keeps of a record as it was before is not as it was written.", number=entry),
        "record": Text("A record is not as entry {number} left it: it was changed past the history.", number=entry),
        "signature": Text("The signature under entry {number} does not fit.", number=entry),
    }[reason]
