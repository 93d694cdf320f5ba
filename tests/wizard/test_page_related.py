"""The table of related enterprises: rows come, change and go, and half a row never costs the others."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.law.facts import Figures
from app.wizard.answers import go_to
from app.wizard.page_inputs.related import RelatedInput
from app.wizard.page_question import QuestionView
from app.wizard.values import Enterprises, Related
from tests.wizard.conftest import Open
from tests.wizard.samples import GROUP, PARTNER, SISTER, answered
from tests.wizard.visitor import CONTROL, LEFT, Visitor

WHOLE = go_to(answered(GROUP), "related_list")
FRESH = answered(GROUP, "related_list")
WRITTEN = Related(
    name="Mutter <i>AG</i>",
    control=False,
    share=Decimal("0.3"),
    exempt_investor=True,
    figures=Figures(Decimal(1200), Decimal(12_500_000), Decimal(9_000_000)),
    new_since_accounts=True,
    via="Holding",
)


def table(somebody: Visitor) -> RelatedInput:
    view = somebody.page.view
    assert isinstance(view, QuestionView)
    assert isinstance(view.input, RelatedInput)
    return view.input


def kept(somebody: Visitor) -> tuple[Related, ...]:
    return somebody.page.answers.enterprises("related_list")


def test_a_row_is_written_with_the_keyboard(visit: Open) -> None:
    somebody = visit(FRESH)
    somebody.type("Mutter <i>AG</i>")
    somebody.press("Nein")
    somebody.field("Höchster Anteil an Kapital oder Stimmen").setFocus()
    somebody.type("30 %")
    somebody.press("Der Anteil gehört einem ausgenommenen Investor")
    for name, text in (("Beschäftigte", "1.200"), ("Umsatz", "12,5 Mio"), ("Bilanzsumme", "9m")):
        somebody.field(name).setFocus()
        somebody.type(text)
    somebody.press("Es gehört erst seit dem letzten Jahresabschluss dazu")
    somebody.field("Über welches Unternehmen? (nur bei mittelbarer Beteiligung)").setFocus()
    somebody.type("Holding")
    assert kept(somebody) == (WRITTEN,)
    somebody.press("In die Tabelle übernehmen")
    assert not table(somebody).form.isVisible()
    assert table(somebody).rows == [WRITTEN]


def test_a_row_is_changed_by_enter_or_a_double_click(visit: Open) -> None:
    somebody = visit(WHOLE)
    somebody.key(Qt.Key.Key_Down)
    somebody.enter()
    assert somebody.focus.accessibleName() == "Name des Unternehmens"
    somebody.key(Qt.Key.Key_A, CONTROL)
    somebody.type("Werkzeugbau SE")
    assert [row.name for row in kept(somebody)] == [SISTER.name, "Werkzeugbau SE"]
    somebody.press("In die Tabelle übernehmen")
    view = table(somebody).table
    spot = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=spot)
    QTest.mouseDClick(view.viewport(), LEFT, pos=spot)
    assert table(somebody).form.name.text() == SISTER.name


def test_a_removed_row_can_be_put_back(visit: Open) -> None:
    somebody = visit(WHOLE)
    somebody.key(Qt.Key.Key_Delete)
    assert kept(somebody) == (PARTNER,)
    somebody.press("Wieder einsetzen")
    assert kept(somebody) == (SISTER, PARTNER)
    somebody.press("Entfernen")
    somebody.press("Entfernen")
    assert somebody.page.answers.get("related_list") is None
    assert not table(somebody).table.isVisible()


def test_half_a_row_stops_the_next_step_and_loses_nothing(visit: Open) -> None:
    somebody = visit(WHOLE)
    somebody.press("Unternehmen hinzufügen")
    somebody.field("Umsatz").setFocus()
    somebody.type("viel")
    somebody.enter()
    assert "Bitte berichtigen Sie" in somebody.words()
    assert kept(somebody) == (SISTER, PARTNER)
    somebody.key(Qt.Key.Key_A, CONTROL)
    somebody.type("5 Mio")
    somebody.press("In die Tabelle übernehmen")
    assert "Der Name fehlt." in somebody.words()
    somebody.back()
    somebody.enter()
    assert table(somebody).form.isVisible()
    assert somebody.field("Umsatz").text() == "5.000.000"
    somebody.field("Name des Unternehmens").setFocus()
    somebody.type("Neu GmbH")
    assert [row.name for row in kept(somebody)] == [SISTER.name, PARTNER.name, "Neu GmbH"]
    somebody.enter()
    assert "Welche Unternehmen" not in somebody.title


def test_an_empty_form_is_no_row(visit: Open) -> None:
    somebody = visit(WHOLE)
    somebody.press("Unternehmen hinzufügen")
    somebody.enter()
    assert kept(somebody) == (SISTER, PARTNER)
    assert "Welche Unternehmen" not in somebody.title


def test_a_table_without_rows_is_asked_for(visit: Open) -> None:
    somebody = visit(FRESH)
    somebody.enter()
    assert "mindestens ein Unternehmen" in somebody.words()


def test_the_table_says_what_a_row_means_in_law(visit: Open) -> None:
    somebody = visit(WHOLE)
    model = table(somebody).table.model()
    said = [str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())]
    assert said == [f"{SISTER.name}, verbunden: zählt voll", f"{PARTNER.name}, Partner: zählt nach seinem Anteil"]
    assert Enterprises(kept(somebody)) == GROUP["related_list"]
