"""What can be done with the company: enter it, amend it, look it up."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.registers.company.record import Company
from app.registers.company.table import COMPANIES
from database.repository import new_id
from database.vault import Vault


def enter(vault: Vault, *, name: str, legal_form: str, now: datetime) -> Company:
    """Put the company on record, once; ValueError if the vault already has one."""
    company = Company(id=new_id(), name=name, legal_form=legal_form, created_at=now)
    with vault.change("company.entered") as tx:
        if tx.count(COMPANIES):
            raise ValueError("a vault is about one company")
        tx.add(COMPANIES, company)
    return company


def amend(vault: Vault, company: Company, *, name: str, legal_form: str) -> Company:
    """Change the name or the legal form."""
    amended = replace(company, name=name, legal_form=legal_form)
    with vault.change("company.amended") as tx:
        tx.replace(COMPANIES, amended)
    return amended


def company_of(vault: Vault) -> Company | None:
    """Return the company, once it has been entered."""
    with vault.reading() as view:
        return next(iter(view.all(COMPANIES)), None)
