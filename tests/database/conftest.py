"""A vault in a real file, for every test that wants one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from database.vault import Vault, create
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where a vault may be made."""
    return tmp_path / "Muster.nachweis"


@pytest.fixture
def vault(place: Path) -> Iterator[Vault]:
    """Return a new vault in a real file."""
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP, patience=0.1) as made:
        yield made
