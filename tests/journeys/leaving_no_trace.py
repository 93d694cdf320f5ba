"""Journey: words that nobody else knows go through the whole program, which stops wherever somebody should look around.

`python -m tests.journeys.leaving_no_trace at_work|crashed|closed FOLDER`
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app import bootstrap
from app.core.language import CODES
from app.registers.company.table import COMPANIES
from app.shell.desk import Desk
from app.shell.pages.reports import ReportsPage
from app.shell.pages.scope import ScopePage
from app.shell.unlock import Unlock
from app.shell.wizard_scene import WizardScene
from app.system import memory_dumps
from app.wizard.page_inputs.figures import FiguresInput
from app.wizard.page_inputs.rows import RowsInput
from app.wizard.page_question import QuestionView
from tests.journeys import canaries as words
from tests.journeys.answering import Answer, Unsettled, answer_all
from tests.journeys.arriving import make_vault, save_sheet
from tests.journeys.keeping_safe import (
    back_up_to,
    change_passphrase,
    check_sheet,
    come_back_with,
    encrypt_anew,
    export,
    look_into_history,
    prove,
)
from tests.journeys.stages import stop_at
from tests.journeys.user import User

ANSWERS: dict[str, Answer] = {
    "company": words.COMPANY,
    "legal_form": "other",
    "legal_form_other": words.LEGAL_FORM,
    "public_body": "no",
    "seat": "germany",
    "rows": {"Maschinenbau": "2/5.4.1", "Bäckerei": "2/4.1.1"},
    "row/2/5.4.1/role": "business",
    "row/2/4.1.1/role": "negligible",
    "row/2/4.1.1/reasons": f"{words.REASONS}: drei Backstuben, 2 % vom Umsatz",
    "without_size": "",
    "accounts": "2025",
    "headcount": ("60", "57"),
    "turnover": (words.FIGURE[1], "11.200.000"),
    "balance": ("8.4m", "8,1 Mio. €"),
    "related": True,
    "related_list": {words.RELATED: True},
    "kritis": Unsettled(words.OWNER),
    "since_start": True,
    "group_turnover": (words.FIGURE[1],),
}


def main() -> None:
    """Make the part of the journey that is asked for."""
    part, folder = sys.argv[1], Path(sys.argv[2])
    memory_dumps.forbid()
    user = User()
    bootstrap._open_log()
    try:
        {"at_work": at_work, "crashed": after_the_crash, "closed": after_the_abort}[part](user, folder)
    except Exception:
        sys.excepthook = sys.__excepthook__  # what goes wrong with the journey itself may be said in full
        raise


def at_work(user: User, folder: Path) -> None:
    """From the first start to a moment at which the program is killed while it writes."""
    step = make_vault(user, words.PASSPHRASE)
    open_and_wait(user, step.open)
    stop_at("sheet opened")
    save_sheet(user, folder / "sheet-1.pdf")
    fill_in(user)
    stop_at("result")
    show_papers(user, folder)
    for code in CODES:
        user.window.speak(code)
        QTest.qWait(50)
    stop_at("languages changed")
    take_care(user, folder)
    meet_a_bug(user)
    user.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    user.find(Unlock)
    stop_at("locked")
    unlock(user, words.WRONG_PASSPHRASE)
    user.wait(lambda: user.find(Unlock).passphrase.edit.property("state") == "error")
    unlock(user, words.NEW_PASSPHRASE)
    user.find(Desk)
    come_back_with(user, folder / "sheet-2.pdf", words.LAST_PASSPHRASE)
    user.window.open_page("reports")
    open_outside(user)
    stop_while_writing(user)


def after_the_crash(user: User, _folder: Path) -> None:
    """Start once more, up to a moment at which the program is aborted."""
    user.wait(lambda: user.window.guard is not None)
    stop_at("started again")
    unlock(user, words.LAST_PASSPHRASE)
    user.find(Desk)
    user.window.open_page("reports")
    open_outside(user)
    stop_at("aborted")


def after_the_abort(user: User, _folder: Path) -> None:
    """Start a third time, work, and come to an orderly end."""
    user.wait(lambda: user.window.guard is not None)
    unlock(user, words.LAST_PASSPHRASE)
    user.find(Desk)
    user.window.open_page("reports")
    open_outside(user)
    stop_at("about to close")
    user.leave()
    stop_at("closed")


def fill_in(user: User) -> None:
    """Answer every question, after typing things that are no answers."""

    def before(_question: str) -> None:
        view = user.find(QuestionView)
        if isinstance(view.input, RowsInput):
            user.type(view.input.search.field, words.SOUGHT)
            stop_at("searching")
        elif isinstance(view.input, FiguresInput):
            user.type(next(iter(view.input.fields.values())).edit, words.MISTYPED)

    asked = answer_all(user, ANSWERS, before)
    assert asked == list(ANSWERS)
    user.click(user.find(WizardScene).wizard.foot.next)
    page = user.find(ScopePage)
    user.type(page.what_if.people.field, words.PLAYED)
    user.press(Qt.Key.Key_Return)


def show_papers(user: User, folder: Path) -> None:
    """Save a paper, and open one outside."""
    user.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page = user.find(ReportsPage)
    user.save_into(folder / "saved.pdf", lambda: user.click(page.save))
    user.wait(page.save.isEnabled)
    stop_at("paper saved")
    open_outside(user)
    stop_at("paper opened")


def open_outside(user: User) -> None:
    """Open a paper in the system's viewer, and wait until it has it."""
    open_and_wait(user, user.find(ReportsPage).open)


def open_and_wait(user: User, button: QWidget) -> None:
    """Click what opens a paper in the viewer, and wait until the viewer has seen it."""
    seen = Path(os.environ["VIEWED"])
    before = seen.stat().st_size if seen.exists() else 0
    user.click(button)
    user.wait(lambda: seen.exists() and seen.stat().st_size > before)
    user.wait(button.isEnabled)


def take_care(user: User, folder: Path) -> None:
    """Do everything that the vault page and the history offer."""
    stick = folder / "stick"
    stick.mkdir()
    back_up_to(user, stick)
    prove(user, words.PASSPHRASE)
    stop_at("backup proven")
    check_sheet(user, folder / "sheet-1.pdf")
    change_passphrase(user, words.PASSPHRASE, words.NEW_PASSPHRASE)
    encrypt_anew(user, words.NEW_PASSPHRASE, folder / "sheet-2.pdf")
    stop_at("encrypted anew")
    export(user, words.EXPORT_PASSPHRASE, stick / "export.zip")
    look_into_history(user)
    stop_at("history seen")


def meet_a_bug(user: User) -> None:
    """Run into a mistake of the program, with secrets in its variables and in what it says."""

    def fail() -> NoReturn:
        secret = f"{words.BUG} {words.COMPANY}"
        raise RuntimeError(secret)

    loop = QEventLoop()
    QTimer.singleShot(0, user.window, fail)
    QTimer.singleShot(100, loop.quit)
    loop.exec()
    stop_at("bug met")


def stop_while_writing(user: User) -> None:
    """Stop in the middle of a change, whose pages are written before it is committed."""
    session = user.window.session
    assert session
    with session._vault.change("company.renamed") as tx:
        tx._connection.exec_driver_sql("PRAGMA cache_size = 10")
        for company in tx.all(COMPANIES):
            tx.replace(COMPANIES, replace(company, name=words.WRITING * 5000))
        tx._connection.exec_driver_sql("SELECT * FROM companies ORDER BY name").all()
        stop_at("writing")


def unlock(user: User, passphrase: str) -> None:
    """Type a passphrase at the lock screen."""
    user.type(user.find(Unlock).passphrase.edit, passphrase)
    user.press(Qt.Key.Key_Return)


if __name__ == "__main__":
    main()
