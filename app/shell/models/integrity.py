"""What is known of the whole file of a vault: whether every page is as it was written, and since when that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from database.errors import VaultError

State = Literal["waiting", "running", "sound", "damaged", "unknown"]


@dataclass(frozen=True, slots=True)
class Integrity:
    """How the last check went; while one is running, `at` is that of the one before."""

    state: State = "waiting"
    at: datetime | None = None
    trouble: VaultError | None = None
