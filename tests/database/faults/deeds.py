"""Every deed that may be ended at any moment, one line each."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.database.faults.deed import Deed, a_vault, nothing
from tests.database.faults.saving import a_backup, are_backed_up, are_restored, restore_repeatedly, write_backups
from tests.database.faults.taking_out import (
    an_export,
    are_exported,
    are_imported,
    export_repeatedly,
    import_repeatedly,
)
from tests.database.faults.upgrading import are_migrated, migrate_all, old_vaults
from tests.database.faults.ways_in import (
    a_vault_with_a_sheet,
    change_passphrases,
    last_recovery_key_opens,
    one_passphrase_opens,
    rekey_repeatedly,
    renew_recovery_keys,
)
from tests.database.faults.writing import are_created, are_written, create_vaults, write_batches

STEPS = 2
"""How many steps of a deed are taken when nobody disturbs it."""

_MEMORY = Path("/dev/shm")  # noqa: S108 - only as the place of a temporary folder

DEEDS: Mapping[str, Deed] = {
    "creating": Deed(nothing, create_vaults, are_created),
    "writing": Deed(a_vault, write_batches, are_written),
    "migrating": Deed(old_vaults, migrate_all, are_migrated),
    "rekeying": Deed(a_vault_with_a_sheet, rekey_repeatedly, last_recovery_key_opens),
    "passphrase": Deed(a_vault, change_passphrases, one_passphrase_opens),
    "recovery": Deed(a_vault_with_a_sheet, renew_recovery_keys, last_recovery_key_opens),
    "backup": Deed(a_vault, write_backups, are_backed_up),
    "restoring": Deed(a_backup, restore_repeatedly, are_restored),
    "exporting": Deed(a_vault, export_repeatedly, are_exported),
    "importing": Deed(an_export, import_repeatedly, are_imported),
}


@contextmanager
def a_folder() -> Iterator[Path]:
    """Return a folder for deeds, in memory where there is one: two hundred kills are not to wait for a disk."""
    in_memory = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    with tempfile.TemporaryDirectory(dir=_MEMORY if in_memory else None) as folder:
        yield Path(folder).resolve()
