"""What a vault is asked to hold: the tables, and the number of their version.

The vault knows no register, so the program hands it a schema. The tables are behind a callable because they need
SQLAlchemy, and the first window is on the screen before that is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import MetaData


@dataclass(frozen=True, slots=True)
class Schema:
    """The version is stored in every vault; one that is newer than ours is refused, one that is older is migrated.

    `migrations` is the folder with Alembic's revisions, each named by the version it leads to, such as `0002`.
    """

    version: int
    tables: Callable[[], MetaData]
    migrations: Path | None = None
