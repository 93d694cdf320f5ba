"""An open vault while somebody works in it: the answers, the recorded assessments, and what the pages need of them.

It imports SQLAlchemy, so it is itself imported in a worker while the passphrase is being typed. Locking ends the
session and nothing of it stays behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar, cast

from app.core.canonical import Json, canonical, digest
from app.law.json_form import assessment_json, loads
from app.law.law_version import law_version
from app.registers.assessments.commands import assessments, begin_draft, drafts, record_assessment, save_answers
from app.registers.assessments.record import AssessmentRecord, Draft
from app.registers.company.commands import amend, company_of, enter
from app.registers.schema import SCHEMA
from app.reports.history_head import HistoryHead
from app.shell.models.recorded import answers_of, possible_of, reasons_in
from app.shell.models.standing import Standing, standing
from app.system.shipped import resource
from app.ui.task import Cancelled
from app.wizard.answers import Answers
from app.wizard.flow import is_complete, open_points
from app.wizard.still_possible import still_possible
from app.wizard.stored import from_json, to_json
from app.wizard.to_facts import facts_json
from database.author import Author, system_user
from database.credentials import Credential
from database.history import head
from database.undoing import undo
from database.vault import Vault, create, in_memory, unlock

if TYPE_CHECKING:
    from app.shell.care import Care

T = TypeVar("T")
Clock = Callable[[], datetime]


class Session:
    """One open vault and the answers in it."""

    def __init__(self, vault: Vault, now: Clock, *, demo: bool = False) -> None:
        self.demo = demo
        self._vault, self._now = vault, now
        self._turn, self._leaves = RLock(), False
        self.before_closing: list[Callable[[], None]] = []
        """What is still to be done with the open vault when the session ends, such as a last backup."""
        self.care: Care | None = None
        self.typed: dict[str, object] = {}
        """What somebody has typed that is no answer yet; it survives a change of language, not the lock."""
        self.read_again()

    def read_again(self) -> None:
        """Read answers and records from the vault, because they were changed past this session."""
        kept = drafts(self._vault)
        self._draft: Draft | None = kept[0] if kept else None
        self.answers = from_json(self._draft.answers) if self._draft else Answers(begun=self._now().date())
        self.records: tuple[AssessmentRecord, ...] = assessments(self._vault)

    @property
    def vault(self) -> Vault:
        """Return the vault, for what the shell does with it beside the registers."""
        return self._vault

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be saved, because the vault was opened only to be read."""
        return self._vault.read_only

    @contextmanager
    def undisturbed(self) -> Iterator[Vault]:
        """Keep the vault open while a worker changes it in more than one step. Cancelled if it is closed by now."""
        with self._turn:
            if not self._vault.is_open:
                raise Cancelled
            yield self._vault

    def apart(self, work: Callable[[Vault], T]) -> T:
        """Do what takes long and only reads, in a worker. Cancelled if the vault is closed before it has begun."""
        try:
            return work(self._vault)
        except RuntimeError:
            if self._vault.is_open:
                raise
            raise Cancelled from None

    def take_back(self, table: str, record: str) -> None:
        """Take back the last change of a record. NotUndoable or VaultError if that cannot be."""
        undo(self._vault, table, record)
        self.typed.clear()
        self.read_again()

    @property
    def place(self) -> Path | None:
        """Return where the vault lies; the demo company lies nowhere."""
        return self._vault.path

    @property
    def head(self) -> HistoryHead | None:
        """Return the state of the vault, which every paper carries; the demo company's is gone with the window."""
        if self.demo:
            return None
        now = head(self._vault)
        return HistoryHead(now.sequence, now.hash, self._vault.id)

    @property
    def company(self) -> str:
        """Return the name of the company, as far as it has been given."""
        return self.answers.word("company")

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return the recorded reasons for leaving out negligible activities, in the order of the activities."""
        return reasons_in(self.answers)

    def reasons_of(self, record: AssessmentRecord) -> tuple[str, ...]:
        """Return the reasons that were recorded with an old assessment."""
        return reasons_in(answers_of(record))

    @property
    def saved_at(self) -> datetime | None:
        """Return when the answers were last on the disk."""
        return self._draft.saved_at if self._draft else None

    @property
    def has_result(self) -> bool:
        """Tell whether there is an assessment to show."""
        return bool(self.records) or is_complete(self.answers)

    def standing(self) -> Standing:
        """Return where the company stands today: by its answers, or by the last record while they are incomplete."""
        if not is_complete(self.answers):
            return self.standing_of(self.records[0])
        given, possible = facts_json(self.answers), still_possible(self.answers)
        return standing(given, open_points(self.answers), self._now().date(), possible)

    def keep(self, answers: Answers) -> None:
        """Keep the answers, in memory first and then on the disk. VaultError if that fails."""
        self.answers = answers
        given = _json(to_json(answers))
        title = answers.word("company")
        if self._draft is None:
            self._draft = begin_draft(self._vault, title=title, answers=given, now=self._now())
        else:
            self._draft = save_answers(self._vault, self._draft, answers=given, now=self._now(), title=title)

    def record(self) -> None:
        """Put the assessment on record if something is different from the last one. VaultError if that fails."""
        if not is_complete(self.answers):
            return
        given, found = _json(facts_json(self.answers)), _json(assessment_json(self.standing().assessment))
        if self.records and self._is_on_record(self.records[0], given, found):
            return
        self._name_company()
        now = self._now()
        made = record_assessment(
            self._vault,
            title=self.company,
            as_of=now.date(),
            law_version=law_version().id,
            facts=given,
            result={**found, "answers": _json(to_json(self.answers))},
            now=now,
        )
        self.records = (made, *self.records)

    def _is_on_record(self, last: AssessmentRecord, given: Mapping[str, Json], found: Mapping[str, Json]) -> bool:
        """Tell whether facts, result and reasons are those of the last record: some answers are in the result only."""
        result = {name: value for name, value in last.result.items() if name != "answers"}
        same = digest(last.facts) == digest(given) and digest(result) == digest(found)
        return same and self.reasons_of(last) == self.reasons

    def standing_of(self, record: AssessmentRecord) -> Standing:
        """Return where the company stood by an old record, on the day it speaks of."""
        answers = answers_of(record)
        return standing(record.facts, open_points(answers), record.as_of, possible_of(record))

    def close(self) -> None:
        """Close the vault once whoever works in it has finished; forget the key and what was typed."""
        if self._leaves:
            return
        self._leaves = True
        try:
            for deed in self.before_closing:
                deed()
        finally:
            with self._turn:
                self._vault.close()
            self.typed.clear()

    def _name_company(self) -> None:
        known = company_of(self._vault)
        name, form = self.company, self.answers.word("legal_form")
        if known is None:
            enter(self._vault, name=name, legal_form=form, now=self._now())
        elif (known.name, known.legal_form) != (name, form):
            amend(self._vault, known, name=name, legal_form=form)


def open_vault(
    place: Path, credential: Credential, now: Clock, *, read_only: bool = False, backups: Path | None = None
) -> Session:
    """Open a vault. Takes about a second, so call it from a worker. VaultError with what is the matter."""
    author = Author(system_user(), now)
    return _begun(unlock(place, credential, SCHEMA, author=author, read_only=read_only, backups=backups), now)


def make_vault(place: Path, passphrase: str, now: Clock) -> Session:
    """Make a new vault and open it. Takes a few seconds. VaultError with what is the matter."""
    return _begun(create(place, passphrase, SCHEMA, author=Author(system_user(), now)), now)


def _begun(vault: Vault, now: Clock) -> Session:
    """Return a session; a vault that holds what we cannot read is closed, or nobody else could open it."""
    try:
        return Session(vault, now)
    except BaseException:
        vault.close()
        raise


def demo_company(now: Clock) -> Session:
    """Return the demo company, in memory only."""
    session = Session(in_memory(SCHEMA, author=Author(now=now)), now, demo=True)
    session.keep(from_json(loads(resource("samples", "demo_answers.json").read_bytes())))
    session.record()
    return session


def _json(value: Mapping[str, object]) -> Mapping[str, Json]:
    """Return values as the registers keep them."""
    canonical(cast("Json", value))
    return cast("Mapping[str, Json]", value)
