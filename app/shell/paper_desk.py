"""Making papers: from a standing or a key to bytes, and from bytes to a file or to the system's viewer.

Typesetting runs in a worker and imports ReportLab only there. A paper that is opened outside lies in the clear in a
folder of its owner alone until the vault is locked; one that is saved lies where the user puts it. Both are said, and
there is no third place: nothing of a paper is kept here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from app.core.language import Code
from app.core.text import Text
from app.registers.assessments.record import AssessmentRecord
from app.reports.board.facts import BoardPaperFacts, OpenPoint
from app.reports.document import Document
from app.reports.recovery_sheet import RecoverySheet
from app.reports.recovery_sheet import compose as compose_sheet
from app.shell.models.standing import Standing
from app.shell.session import Session
from app.shell.surroundings import Surroundings
from app.system.languages import language
from app.system.vault_troubles import sentence
from app.ui.task import Progress
from database.errors import VaultError
from database.files import replace_file

Making = Callable[[Progress], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDeeds:
    """What the pages can do with papers. Each of the last two returns what went wrong, or nothing.

    `title` names a paper that is saved. One that is only shown is not named after the company, because viewers keep the
    names of what they have shown.
    """

    board_paper: Callable[[Code], Making]
    old_paper: Callable[[AssessmentRecord, Code], Making]
    title: Callable[[Code], str]
    save: Callable[[Path, bytes], Text | None]
    show_outside: Callable[[Code, bytes], Text | None]


def paper_deeds(session: Session, surroundings: Surroundings) -> PaperDeeds:
    """Return what can be done with the papers of this session."""
    names = {"de": "Vorlage für die Geschäftsleitung", "en": "Board paper"}
    return PaperDeeds(
        board_paper=lambda code: _board_paper(lambda: _paper(session.standing(), session), code),
        old_paper=lambda record, code: _board_paper(lambda: _paper(session.standing_of(record), session, record), code),
        title=lambda code: _file_name(names[code], session.company),
        save=save,
        show_outside=lambda code, paper: show_outside(surroundings, names[code], paper),
    )


def save(place: Path, paper: bytes) -> Text | None:
    """Put the whole file in its place or none of it; say why not."""
    try:
        replace_file(place, paper)
    except VaultError as error:
        return Text("Not saved. {reason}", reason=sentence(error))
    return None


def show_outside(surroundings: Surroundings, name: str, paper: bytes) -> Text | None:
    """Let the system's viewer show a copy that is removed at the next lock; return why not, if not."""
    try:
        place = surroundings.papers.keep(name, ".pdf", paper)
    except VaultError as error:
        return sentence(error)
    if not surroundings.open_outside(str(place)):
        return Text("No program for PDF files was found on this computer. Save the paper instead.")
    return None


def _paper(now: Standing, session: Session, record: AssessmentRecord | None = None) -> BoardPaperFacts:
    """Return the snapshot; its time stamp is the day it speaks of, so that equal contents give equal bytes."""
    created = record.recorded_at if record else datetime.combine(now.today, time(), UTC)
    return BoardPaperFacts(
        facts=now.facts,
        assessment=now.assessment,
        created=created,
        demo=session.demo,
        reasons=session.reasons_of(record) if record else session.reasons,
        open_points=tuple(OpenPoint(point.text, point.owner, point.due) for point in now.open_points),
        head=session.head,
    )


def recovery_sheet(sheet: RecoverySheet, code: Code) -> Making:
    """Return the work of making a recovery sheet. It holds the key: let go of it when the sheet is made."""
    return _printing(lambda: compose_sheet(sheet), code)


def recovery_sheet_title(vault_name: str, code: Code) -> str:
    """Return the name of a recovery sheet, fit for a file."""
    return _file_name({"de": "Schlüsselblatt", "en": "Recovery sheet"}[code], vault_name)


def _board_paper(snapshot: Callable[[], BoardPaperFacts], code: Code) -> Making:
    """Return the work of making a board paper; if the vault cannot be read, the work says so."""
    try:
        paper = snapshot()
    except VaultError as error:
        return _failing(error)

    def composed() -> Document:
        from app.reports.board_paper import compose  # noqa: PLC0415 - it brings the whole law along

        return compose(paper)

    return _printing(composed, code)


def _failing(trouble: VaultError) -> Making:
    def work(_progress: Progress) -> bytes:
        raise trouble

    return work


def _printing(composed: Callable[[], Document], code: Code) -> Making:
    def work(progress: Progress) -> bytes:
        from app.reports.typeset.render import render  # noqa: PLC0415 - ReportLab is imported for the first paper

        progress.tell(0.0)
        return render(composed(), language(code), lambda page, pages: progress.tell(page / pages))

    return work


def _file_name(title: str, whose: str) -> str:
    fit = "".join(char if char.isalnum() or char in " -_.&" else " " for char in whose).strip(" .")
    return f"{title} {fit[:60]}".strip()
