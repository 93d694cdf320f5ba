"""The pages around a real vault cut no word, with every form open, in both languages, at every usual size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from app.core.language import CODES, Code
from app.shell.pages.safekeeping import PARTS
from app.shell.window import MainWindow
from tests.shell.history_worlds import history_of
from tests.shell.safekeeping_worlds import vault_page
from tests.shell.test_pages import SIZES, clipped, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def named(button: QAbstractButton) -> bool:
    return bool(button.accessibleName() or button.text() or button.objectName().startswith("qt_"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", CODES)
def test_no_word_is_cut_in_any_part_with_every_form_open(
    own_window: MainWindow, code: Code, size: tuple[int, int]
) -> None:
    own_window.speak(code)
    own_window.resize(*size)
    for part in PARTS:
        page = vault_page(own_window, part)
        for card in (page.keys.passphrase, page.keys.rekey):
            if part == "keys" and card.form.isHidden():
                card.unfold()
        if part == "keys":
            page.keys.sheet.begin()
        settle()
        assert [one for one in page.findChildren(QAbstractButton) if one.isVisible() and not named(one)] == []
        assert (part, clipped(page)) == (part, [])
        for area in page.findChildren(QScrollArea):
            if area.isVisible():
                assert (part, area.horizontalScrollBar().maximum()) == (part, 0)
    history = history_of(own_window)
    settle()
    assert clipped(history) == []
