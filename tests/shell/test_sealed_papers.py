"""What the vault adds to a paper: the head of its history, and the recovery sheet that is kept nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.language import CODES, Code
from app.registers.schema import SCHEMA
from app.reports.recovery_sheet import RecoverySheet
from app.shell.pages.paper_making import PaperMaking
from app.shell.paper_desk import paper_deeds, recovery_sheet, recovery_sheet_title
from app.shell.session import Session
from app.shell.surroundings import Surroundings
from app.system.languages import language
from app.ui.task import Progress
from app.wizard.answers import answer
from database.credentials import RecoveryKey
from database.keys import Argon2Cost
from database.vault import create
from tests.reports.pdf_codes import codes_on
from tests.reports.pdf_text import heard
from tests.shell.worlds import NOW, PASSPHRASE

CHEAP = Argon2Cost(iterations=1, lanes=1, memory_kib=64)
PROGRESS = Progress(lambda *_: None)


@pytest.fixture
def session(tmp_path: Path, demo: Session) -> Iterator[Session]:
    made = Session(create(tmp_path / "muster.nachweis", PASSPHRASE, SCHEMA, cost=CHEAP), lambda: NOW)
    made.keep(demo.answers)
    made.record()
    yield made
    made.close()


@pytest.fixture
def sheet(session: Session) -> RecoverySheet:
    assert session.head is not None
    return RecoverySheet(
        groups=RecoveryKey.random().words(),
        vault_name="muster",
        vault=session.head.vault,
        made_on=date(2026, 11, 22),
        fingerprint="ab12" * 16,
        head=session.head,
    )


@pytest.mark.parametrize("code", CODES)
def test_a_paper_carries_the_head_that_the_history_has(
    session: Session, surroundings: Surroundings, code: Code
) -> None:
    deeds = paper_deeds(session, surroundings)
    assert session.head is not None
    for making in (deeds.board_paper(code), deeds.old_paper(session.records[0], code)):
        assert codes_on(making(PROGRESS)) == [session.head.content]


def test_the_same_head_gives_the_same_bytes_and_a_change_gives_others(
    session: Session, surroundings: Surroundings
) -> None:
    deeds = paper_deeds(session, surroundings)
    first, second = deeds.board_paper("de")(PROGRESS), deeds.board_paper("de")(PROGRESS)
    session.keep(answer(session.answers, "company", "Muster & Söhne GmbH"))
    session.keep(answer(session.answers, "company", "Muster Maschinenbau GmbH"))
    assert first == second
    assert deeds.board_paper("de")(PROGRESS) != first


def test_a_paper_of_the_demo_company_claims_no_history(demo: Session, surroundings: Surroundings) -> None:
    assert codes_on(paper_deeds(demo, surroundings).board_paper("en")(PROGRESS)) == []


def test_a_vault_that_was_damaged_meanwhile_is_said_and_gives_no_paper(
    session: Session, surroundings: Surroundings, qtbot: QtBot
) -> None:
    assert session.place is not None
    register = next(session.place.glob("*.db"))
    register.write_bytes(bytes(register.stat().st_size))
    made: list[bytes] = []
    page = PaperMaking(language("de"), lambda _busy: None)
    qtbot.addWidget(page)
    page.make(paper_deeds(session, surroundings).board_paper("de"), made.append)
    qtbot.waitUntil(lambda: "beschädigt" in page.outcome.text)
    assert made == []


@pytest.mark.parametrize("code", CODES)
def test_a_recovery_sheet_is_made_with_its_key_and_left_nowhere(
    sheet: RecoverySheet, surroundings: Surroundings, tmp_path: Path, code: Code
) -> None:
    before = sorted(tmp_path.rglob("*"))
    made = recovery_sheet(sheet, code)(PROGRESS)
    assert [words for words in heard(made, "LBody") if words in sheet.groups] == list(sheet.groups)
    assert sorted(tmp_path.rglob("*")) == before
    assert not surroundings.folders.opened.exists()


@pytest.mark.parametrize(
    ("code", "title"), [("de", "Schlüsselblatt Müller Söhne"), ("en", "Recovery sheet Müller Söhne")]
)
def test_the_name_of_a_recovery_sheet_is_fit_for_a_file(code: Code, title: str) -> None:
    assert recovery_sheet_title("Müller/Söhne", code) == title
