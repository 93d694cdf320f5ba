"""The tables that every vault has beside those of the program: its history, and who vouches for it.

The database itself refuses to change a row of the history. Whoever gets around that is found out by the chain.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

from database.tables import Moment, unchangeable

METADATA = MetaData()

HISTORY = unchangeable(
    Table(
        "history",
        METADATA,
        Column("sequence", Integer, primary_key=True),
        Column("entry", Text, nullable=False),
        Column("hash", LargeBinary, nullable=False),
    )
)
"""One row per committed change. `hash` is SHA-256 over the hash before it and the text of the entry."""

HISTORY_ITEMS = unchangeable(
    Table(
        "history_items",
        METADATA,
        Column("sequence", Integer, primary_key=True),
        Column("place", Integer, primary_key=True),
        Column("record_table", Text, nullable=False),
        Column("record_id", Text, nullable=False),
        Column("before", Text),
        Index("history_items_by_record", "record_table", "record_id", "sequence"),
    )
)
"""One row per record that a change touched, with the record as it was before; empty if it was not there."""

CHECKPOINTS = unchangeable(
    Table(
        "checkpoints",
        METADATA,
        Column("sequence", Integer, primary_key=True),
        Column("made_at", Moment, nullable=False),
        Column("signer", Text, nullable=False),
        Column("signature", LargeBinary, nullable=False),
    )
)
"""A signature of this installation over the chain up to an entry."""

SIGNERS = unchangeable(
    Table(
        "signers",
        METADATA,
        Column("fingerprint", Text, primary_key=True),
        Column("public_key", LargeBinary, nullable=False),
        Column("private_key", LargeBinary),
        Column("made_at", Moment, nullable=False),
    )
)
"""Ed25519 keys of the installations this vault has lived in; the private one of the present installation only."""

NAMES = frozenset(METADATA.tables)
