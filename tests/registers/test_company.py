"""A vault is about one company, which can change its name and its legal form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from app.registers.company.commands import amend, company_of, enter
from app.registers.schema import SCHEMA
from database.vault import Vault, in_memory

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def vault() -> Iterator[Vault]:
    with in_memory(SCHEMA) as made:
        yield made


def test_a_new_vault_has_no_company_yet(vault: Vault) -> None:
    assert company_of(vault) is None


@pytest.mark.parametrize("name", ["Muster Maschinenbau GmbH", "<b>Müller</b> & \u202e'Söhne' 🔧", "x" * 10_000, ""])
def test_the_company_comes_back_as_it_was_entered(vault: Vault, name: str) -> None:
    company = enter(vault, name=name, legal_form="GmbH", now=NOW)
    assert company_of(vault) == company
    assert company.name == name


def test_a_second_company_is_refused(vault: Vault) -> None:
    company = enter(vault, name="Muster", legal_form="GmbH", now=NOW)
    with pytest.raises(ValueError, match="one company"):
        enter(vault, name="Andere", legal_form="AG", now=NOW)
    assert company_of(vault) == company


def test_amending_keeps_who_it_is_and_since_when(vault: Vault) -> None:
    company = enter(vault, name="Muster", legal_form="GmbH", now=NOW)
    amended = amend(vault, company, name="Muster SE", legal_form="SE")
    assert company_of(vault) == amended
    assert (amended.id, amended.created_at) == (company.id, NOW)


def test_each_change_is_announced_by_its_name(vault: Vault) -> None:
    heard: list[str] = []
    vault.subscribe(lambda changed: heard.append(changed.name))
    amend(vault, enter(vault, name="Muster", legal_form="GmbH", now=NOW), name="Muster", legal_form="AG")
    assert heard == ["company.entered", "company.amended"]
