"""What a screen reader finds in the platform's own tree, not in what we hope to have set."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from app.ui.page import ScrollPage
from tests.ui import plates_pieces, plates_screens
from tests.ui.conftest import Stage

OPERABLE = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.Slider,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.Table,
    QAccessible.Role.ColumnHeader,
}
PLATES = [
    plates_pieces.controls,
    plates_pieces.fields,
    plates_pieces.choices,
    plates_pieces.boxes,
    plates_screens.wizard,
    plates_screens.shell,
    plates_screens.result,
    plates_screens.empty,
]


def tree(place: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield everything in the accessibility tree that can be seen."""
    if place is None or not place.isValid() or place.state().invisible:
        return
    yield place
    for number in range(place.childCount()):
        yield from tree(place.child(number))


def seen(window: QWidget) -> list[tuple[QAccessible.Role, str]]:
    """Return role and name of everything in a window."""
    places = tree(QAccessible.queryAccessibleInterface(window))
    return [(place.role(), place.text(QAccessible.Text.Name)) for place in places]


@pytest.mark.parametrize("plate", PLATES)
def test_everything_that_can_be_operated_has_a_name(stage: Stage, plate: object) -> None:
    assert callable(plate)
    page = ScrollPage()
    page.add(*plate())
    found = seen(stage(page, 1280, 2000))
    assert [role for role, name in found if role in OPERABLE and not name.strip()] == []
    assert any(role in OPERABLE for role, _name in found)


def test_what_is_drawn_is_read_as_text(stage: Stage) -> None:
    page = ScrollPage()
    page.add(*plates_screens.wizard(), *plates_screens.result(), *plates_screens.shell())
    found = seen(stage(page, 1280, 2000))
    for spoken in ("60, mittel", "vorläufig", "3 nachgewiesen", "MFA: 12 von 17 Zugängen", "Die fertige Vorlage"):
        assert (QAccessible.Role.StaticText, spoken) in found


def test_a_table_tells_its_columns_and_the_words_of_its_chips(stage: Stage) -> None:
    page = ScrollPage()
    page.add(*plates_screens.result())
    found = seen(stage(page, 1280, 2000))
    assert (QAccessible.Role.ColumnHeader, "Rahmen bis") in found
    assert (QAccessible.Role.Cell, "6 von 10 offen") in found
