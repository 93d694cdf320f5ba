"""A schema with every kind of raw column, files and references among them, and what there is to compare of a vault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

from database.repository import Kept
from database.schema import Schema
from database.vault import Vault

METADATA = MetaData()


@dataclass(frozen=True, slots=True)
class Paper:
    """A record that keeps a file."""

    id: str
    name: str
    content: bytes | None = None
    pages: int | None = None
    weight: float | None = None
    replaces: str | None = None


PAPERS = Kept(
    Paper,
    Table(
        "papers",
        METADATA,
        Column("id", Text, primary_key=True),
        Column("name", Text, nullable=False),
        Column("content", LargeBinary),
        Column("pages", Integer),
        Column("weight", Float),
        Column("replaces", Text, ForeignKey("papers.id")),
    ),
)
SCHEMA = Schema(version=1, tables=lambda: METADATA)

_FIRST = '''
"""Papers as the first program kept them."""
import sqlalchemy as sa
from alembic import op
from database.history_tables import METADATA

revision, down_revision = "0001", None

def upgrade():
    METADATA.create_all(op.get_bind(), checkfirst=False)
    op.create_table("papers", sa.Column("id", sa.Text, primary_key=True), sa.Column("name", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary), sa.Column("pages", sa.Integer), sa.Column("weight", sa.Float),
        sa.Column("replaces", sa.Text, sa.ForeignKey("papers.id")))
'''
_SECOND = '''
"""Papers have a place."""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"

def upgrade():
    op.add_column("papers", sa.Column("place", sa.Text, nullable=False, server_default="shelf"))
'''


def later_schema(folder: Path) -> Schema:
    """Return the schema of a later program, with its revisions in a folder."""
    versions = folder / "versions"
    versions.mkdir(parents=True)
    (versions / "revision_0001.py").write_text(_FIRST)
    (versions / "revision_0002.py").write_text(_SECOND)
    later = MetaData()
    PAPERS.table.to_metadata(later).append_column(Column("place", Text, nullable=False, server_default="shelf"))
    return Schema(version=2, tables=lambda: later, migrations=folder)


def keep(vault: Vault, *papers: Paper) -> None:
    """Put papers into the vault, in one transaction."""
    with vault.change("papers.kept") as tx:
        for paper in papers:
            tx.add(PAPERS, paper)


def everything(vault: Vault) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, but no private key."""
    with vault.transaction(writing=False) as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
        found = {name: connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY 1, 2").all() for name in names}  # noqa: S608 - the tests' own
    return {
        name: [(row[0], row[1], row[3]) if name == "signers" else tuple(row) for row in rows]
        for name, rows in found.items()
    }
