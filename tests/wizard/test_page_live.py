"""The live result: what it says after each answer, and that it comes at once."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.chip import ChipLabel
from app.wizard.answers import answer, go_to
from app.wizard.values import UNKNOWN
from tests.wizard.conftest import Open
from tests.wizard.samples import GROUP, MACHINE_BUILDER, TODAY, answered
from tests.wizard.visitor import Visitor

WHOLE = answered(MACHINE_BUILDER)


def live(somebody: Visitor) -> str:
    labels = [label for label in somebody.page.live.findChildren(QLabel) if label.isVisible()]
    chips = [chip for chip in somebody.page.live.findChildren(ChipLabel) if chip.isVisible()]
    words = [label.accessibleName() or label.text() for label in labels]
    return "\n".join([*words, *(chip.chip.word for chip in chips)]).replace("\u00a0", " ")


def test_at_the_beginning_there_is_no_result(visit: Open) -> None:
    assert "Noch kein Ergebnis" in live(visit())
    assert "vorläufig" in live(visit())


def test_the_result_shows_class_inequality_duties_fine_and_registration(visit: Open) -> None:
    said = live(visit(go_to(WHOLE, "headcount")))
    for words in (
        "Mindestens wichtige Einrichtung",
        "300 ≥ 50",
        "Pflichten",
        "7.000.000 €",
        "Als besonders wichtige Einrichtung: bis 10.000.000 €",
        "überfällig seit 06.03.2026",
        "Warum wir fragen",
        "§ 28 Abs. 2 Satz 1 Nr. 3 BSIG",
    ):
        assert words in said


def test_a_registration_that_is_not_due_yet_is_not_overdue(visit: Open) -> None:
    values = {**GROUP, "since": TODAY}
    said = live(visit(go_to(answered(values), "since")))
    assert "bis 22.02.2027" in said
    assert "überfällig" not in said


def test_what_can_still_change_it_names_who_settles_it(visit: Open) -> None:
    said = live(visit(go_to(answered(GROUP), "headcount")))
    assert "A. Weber klärt das bis 04.12.2026." in said


def test_the_result_follows_the_keys_after_a_short_pause(visit: Open, qtbot: QtBot) -> None:
    somebody = visit(go_to(WHOLE, "headcount"))
    before = live(somebody)
    somebody.type("1")
    assert live(somebody) == before
    qtbot.waitUntil(lambda: "3.001 ≥ 50" in live(somebody))


def test_an_open_class_is_shown_as_open(visit: Open) -> None:
    answers = answer(WHOLE, "rows", UNKNOWN)
    assert "Noch offen:" in live(visit(go_to(answers, "headcount")))
