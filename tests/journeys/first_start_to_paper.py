"""Journey: from the first start, through all questions, to the saved board paper in both languages; lock and unlock.

`python -m tests.journeys.first_start_to_paper LANGUAGE FOLDER`
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt

from app.core.language import CODES
from app.shell.desk import Desk
from app.shell.first_start import FirstStart
from app.shell.pages.reports import ReportsPage
from app.shell.pages.scope import ScopePage
from app.shell.unlock import Unlock
from app.shell.wizard_scene import WizardScene
from tests.journeys.answering import Answer, answer_all
from tests.journeys.arriving import make_vault, save_sheet
from tests.journeys.user import User

COMPANY = 'Prüf & <b>Stand</b> "Anlagen" GmbH'
PASSPHRASE = "vier woerter die halten"  # noqa: S105 - of a vault that lives for one journey

ANSWERS: dict[str, Answer] = {
    "company": COMPANY,
    "legal_form": "GmbH",
    "public_body": "no",
    "seat": "germany",
    "rows": {"Maschinenbau": "2/5.4.1"},
    "row/2/5.4.1/role": "business",
    "without_size": "",
    "accounts": "2025",
    "headcount": ("60", "57"),
    "turnover": ("11,8 Mio", "11.200.000"),
    "balance": ("8.4m", "8,1 Mio. €"),
    "related": False,
    "kritis": False,
    "carve_outs": "",
    "since_start": True,
}


def main() -> None:
    """Make the journey."""
    language, folder = sys.argv[1], Path(sys.argv[2])
    user = User()
    door = user.find(FirstStart)
    user.click(door.languages.segments[language])
    make_vault(user, PASSPHRASE)
    save_sheet(user, folder / "sheet.pdf")
    asked = answer_all(user, ANSWERS)
    sys.stdout.write(f"asked: {' '.join(asked)}\n")
    user.click(user.find(WizardScene).wizard.foot.next)
    user.find(ScopePage)
    sys.stdout.write(f"result: {user.words()}\n")
    save_papers(user, folder)
    lock_and_unlock(user)
    user.leave()


def save_papers(user: User, folder: Path) -> None:
    """Save the board paper in both languages."""
    user.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page = user.find(ReportsPage)
    for code in CODES:
        user.click(page.languages.segments[code])
        user.save_into(folder / f"paper-{code}.pdf", lambda: user.click(page.save))
        user.wait(page.save.isEnabled)
    sys.stdout.write(f"dialog: {' '.join(user.said_by_qt)}\n")


def lock_and_unlock(user: User) -> None:
    """Lock, be refused with another passphrase, and go on at the same page."""
    user.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    door = user.find(Unlock)
    assert COMPANY not in user.words()
    user.type(door.passphrase.edit, "something else")
    user.press(Qt.Key.Key_Return)
    user.wait(lambda: door.passphrase.edit.property("state") == "error")
    user.type(door.passphrase.edit, PASSPHRASE)
    user.press(Qt.Key.Key_Return)
    user.wait(lambda: user.window.session is not None)
    user.find(Desk)
    user.find(ReportsPage)


if __name__ == "__main__":
    main()
