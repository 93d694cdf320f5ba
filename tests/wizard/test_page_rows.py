"""The search for what a company offers: found in everyday words, several chosen, honest where nothing fits."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.ui.tags import TagButton
from app.wizard.answers import go_to
from app.wizard.page_inputs.rows import RowsInput
from app.wizard.page_question import QuestionView
from app.wizard.values import UNKNOWN
from tests.wizard.conftest import Open
from tests.wizard.samples import MACHINE_BUILDER, answered
from tests.wizard.visitor import CONTROL, Visitor

BEGUN = answered(MACHINE_BUILDER, "rows")


def rows(somebody: Visitor) -> RowsInput:
    view = somebody.page.view
    assert isinstance(view, QuestionView)
    assert isinstance(view.input, RowsInput)
    return view.input


def chosen(somebody: Visitor) -> object:
    return somebody.page.answers.get("rows")


def test_a_hit_is_chosen_and_let_go_by_clicks(visit: Open) -> None:
    somebody = visit(BEGUN)
    somebody.type("fernw")
    hits = rows(somebody).search.hits
    place = next(n for n, hit in enumerate(hits.hits) if hit.key == "1/6.1.10")
    assert hits.hits[place].matches
    assert rows(somebody).search.count.text() == f"{len(hits.hits)} Treffer"
    somebody.click_row(hits, place)
    assert chosen(somebody) == ("1/6.1.10",)
    somebody.click_row(hits, place)
    assert chosen(somebody) is None


def test_several_are_kept_in_the_order_of_choosing(visit: Open) -> None:
    somebody = visit(BEGUN)
    for word, key in (("bäckerei", "2/4.1.1"), ("cloud", "1/6.1.4")):
        rows(somebody).search.field.setFocus()
        somebody.key(Qt.Key.Key_A, CONTROL)
        somebody.type(word)
        somebody.key(Qt.Key.Key_Down)
        hits = rows(somebody).search.hits
        while hits.hits[hits.currentIndex().row()].key != key:
            somebody.key(Qt.Key.Key_Down)
        somebody.enter()
    assert chosen(somebody) == ("2/4.1.1", "1/6.1.4")


def test_the_place_in_the_list_stays_after_choosing(visit: Open) -> None:
    somebody = visit(BEGUN)
    somebody.press("Alle Einrichtungsarten durchsehen")
    hits = rows(somebody).search.hits
    assert len(hits.hits) == 67
    assert somebody.focus is hits
    for _ in range(30):
        somebody.key(Qt.Key.Key_Down)
    somebody.key(Qt.Key.Key_Space)
    assert hits.currentIndex().row() == 30
    top = hits.mapTo(somebody.page.view, hits.visualRect(hits.currentIndex()).topLeft()).y()
    assert 0 <= top < somebody.page.view.height()


def test_tags_can_be_removed_by_mouse_and_key(visit: Open) -> None:
    somebody = visit(go_to(answered(MACHINE_BUILDER), "rows"))
    somebody.press("Maschinenbau entfernen")
    assert chosen(somebody) == ("1/6.1.10",)
    assert isinstance(somebody.focus, TagButton)
    somebody.key(Qt.Key.Key_Delete)
    assert chosen(somebody) is None
    assert rows(somebody).search.field.hasFocus()


def test_the_annexes_filter_the_hits(visit: Open) -> None:
    somebody = visit(BEGUN)
    somebody.press("Anlage\u00a02 · 14")
    assert len(rows(somebody).search.hits.hits) == 14
    somebody.press("Anlage\u00a01 · 53")
    assert len(rows(somebody).search.hits.hits) == 53
    rows(somebody).search.field.setFocus()
    somebody.type("maschinenbau")
    assert all(hit.key.startswith("1/") for hit in rows(somebody).search.hits.hits)
    somebody.press("Alle 67")
    assert "2/5.4.1" in {hit.key for hit in rows(somebody).search.hits.hits}


def test_a_trade_that_is_not_covered_is_told_so_and_what_is_worth_a_look(visit: Open) -> None:
    somebody = visit(BEGUN)
    somebody.press("Spedition")
    assert "Spedition und Lkw-Transport: steht in keiner Anlage" in somebody.words()
    somebody.press("Post- und Kurierdienste")
    assert chosen(somebody) == ("2/1.1.1",)
    assert rows(somebody).search.near.links["2/1.1.1"].isChecked()
    somebody.press("Post- und Kurierdienste entfernen")
    assert not rows(somebody).search.near.links["2/1.1.1"].isChecked()


def test_a_word_that_finds_nothing_is_told_so(visit: Open) -> None:
    somebody = visit(BEGUN)
    somebody.type("qqqqxyz")
    assert "Nichts gefunden" in somebody.words()
    somebody.enter()
    assert "Bitte wählen Sie" in somebody.words()


def test_nothing_of_all_this_is_an_answer_too(visit: Open) -> None:
    somebody = visit(go_to(answered(MACHINE_BUILDER), "rows"))
    somebody.press("Nichts davon ist unser Geschäft")
    assert chosen(somebody) == ()
    somebody.type(" ")
    somebody.press("Bäckerei")
    somebody.click_row(rows(somebody).search.hits, 0)
    assert not rows(somebody).nothing.isChecked()
    assert chosen(somebody) == (rows(somebody).search.hits.hits[0].key,)


def test_looking_around_changes_no_answer(visit: Open) -> None:
    somebody = visit(BEGUN)
    somebody.press("Weiß ich nicht")
    rows(somebody).search.field.setFocus()
    somebody.type("cloud")
    assert chosen(somebody) is UNKNOWN
    assert "Wird noch geklärt" in somebody.words()
    somebody.key(Qt.Key.Key_Return, CONTROL)
    somebody.back()
    assert rows(somebody).search.field.text() == "cloud"


def test_each_choice_says_what_it_can_lead_to(visit: Open) -> None:
    somebody = visit(go_to(answered({**MACHINE_BUILDER, "rows": ("2/5.4.1", "1/6.1.7", "1/6.1.2")}), "rows"))
    said = somebody.words()
    assert "Ab mittlerer Größe wichtig, nie höher." in said
    assert "Nur nebenbei?" in said
