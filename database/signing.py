"""Checkpoints: this installation's Ed25519 signature over the history up to an entry.

The chain shows that nothing was changed in the middle; a checkpoint shows who vouched for it, to somebody who has
nothing but an export. The private key lies in the vault itself, encrypted like everything in it, and never leaves it:
an export carries the public one, and the installation that imports it makes a key of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from sqlalchemy import Connection, insert

from database.history import Head, head_of
from database.history_tables import CHECKPOINTS, SIGNERS
from database.images import compact

if TYPE_CHECKING:
    from database.author import Author
    from database.opened import Vault

_CONTEXT = "nachweis checkpoint 1"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A signature over the chain up to an entry."""

    head: Head
    made_at: str
    signer: str
    signature: bytes


def checkpoint(connection: Connection, vault: str, author: Author) -> None:
    """Sign the history as it stands, unless it is signed already."""
    now = head_of(connection, vault)
    signed = connection.exec_driver_sql("SELECT max(sequence) FROM checkpoints").scalar()
    if now.sequence in (0, signed):
        return
    fingerprint, private = _signer(connection, author)
    made_at = author.now().astimezone(UTC)
    signature = private.sign(_statement(vault, now, _spelled(made_at)))
    values = {"sequence": now.sequence, "made_at": made_at, "signer": fingerprint, "signature": signature}
    connection.execute(insert(CHECKPOINTS).values(values))


def fingerprint(vault: Vault) -> str:
    """Return the fingerprint of this installation's key: the SHA-256 of the public key, in hexadecimal."""
    with vault.transaction(writing=not vault.read_only) as connection:
        return _own(connection) if vault.read_only else _signer(connection, vault.author)[0]


def is_signed(vault: str, checkpoint_: Checkpoint, public_key: bytes) -> bool:
    """Tell whether a checkpoint was signed with the key it names."""
    if sha256(public_key).hexdigest() != checkpoint_.signer:
        return False
    statement = _statement(vault, checkpoint_.head, checkpoint_.made_at)
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(checkpoint_.signature, statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def _own(connection: Connection) -> str:
    query = "SELECT fingerprint FROM signers WHERE private_key IS NOT NULL ORDER BY made_at DESC, fingerprint LIMIT 1"
    return str(connection.exec_driver_sql(query).scalar() or "")


def _signer(connection: Connection, author: Author) -> tuple[str, Ed25519PrivateKey]:
    own = _own(connection)
    if own:
        query = "SELECT private_key FROM signers WHERE fingerprint = ?"
        return own, Ed25519PrivateKey.from_private_bytes(connection.exec_driver_sql(query, (own,)).scalar_one())
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    made = {
        "fingerprint": sha256(public).hexdigest(),
        "public_key": public,
        "private_key": private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()),
        "made_at": author.now(),
    }
    connection.execute(insert(SIGNERS).values(made))
    return str(made["fingerprint"]), private


def _statement(vault: str, head: Head, made_at: str) -> bytes:
    return compact([_CONTEXT, vault, head.sequence, head.hash, made_at]).encode()


def _spelled(moment: datetime) -> str:
    return f"{moment.isoformat(timespec='microseconds')[:-6]}Z"
