"""The menu bar: everything the window can do, with the shortcuts people know from elsewhere.

It is made anew with the language. On macOS Qt moves it to the top of the screen and puts "Quit" where it belongs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from app.core.language import Code, Language
from app.core.text import Plural, Sayable, Text
from app.shell.gate import ask_vault, shown_path
from app.shell.remembered import Remembered
from app.shell.section_names import SECTIONS, pages_for
from app.system.settings import LOCK_AFTER, TEXT_SIZES
from app.ui.theme import Theme, Wanted

if TYPE_CHECKING:
    from app.shell.session import Session

_SCHEMES: tuple[tuple[Wanted, Text], ...] = (
    ("system", Text("As the system")),
    ("light", Text("Light")),
    ("dark", Text("Dark")),
)


_RECENT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What menus and pages can ask of the window."""

    open_page: Callable[[str], None]
    open_other: Callable[[Path], None]
    begin_new: Callable[[], None]
    salvage: Callable[[], None]
    look_at_demo: Callable[[], None]
    lock: Callable[[], None]
    speak: Callable[[Code], None]
    show_again: Callable[[], None]
    quit: Callable[[], object]
    missing: Callable[[], frozenset[str]]
    vaults: Path
    theme: Theme
    remembered: Remembered


class Menus:
    """The menu bar of one window."""

    def __init__(self, window: QMainWindow, orders: Orders) -> None:
        self._window, self._orders = window, orders
        self._language: Language | None = None
        self._session: Session | None = None
        self._menus: list[QMenu] = []

    def speak(self, language: Language, session: Session | None) -> None:
        """Name the menus in this language, for a locked or an open vault; `fill` puts the entries in."""
        self._language, self._session = language, session
        bar = self._window.menuBar()
        for old in bar.findChildren(QMenu):
            old.deleteLater()
        bar.clear()
        titles = [Text("&File"), Text("&View"), Text("&Help")]
        if session:
            titles.insert(2, Text("&Go"))
        self._menus = [bar.addMenu(language.say(title)) for title in titles]

    def fill(self) -> None:
        """Put the entries into the menus, once the first picture is on the screen."""
        file, view, *go, about = self._menus
        if file.isEmpty():
            self._file(file, self._session)
            self._view(view)
            for menu in go:
                self._go(menu)
            self._help(about, self._session)

    def _add(self, menu: QMenu, text: Sayable, deed: Callable[[], object], keys: object = None) -> QAction:
        assert self._language is not None  # noqa: S101 - menus are made by `speak`
        action = QAction(self._language.say(text), menu)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))  # type: ignore[call-overload]  # a standard key or a text
        action.triggered.connect(lambda _checked=False: deed())
        menu.addAction(action)
        return action

    def _file(self, menu: QMenu, session: Session | None) -> None:
        self._add(menu, Text("&New vault …"), self._orders.begin_new, QKeySequence.StandardKey.New)
        self._add(menu, Text("&Open vault …"), self._choose_vault, QKeySequence.StandardKey.Open)
        self._recent(menu)
        self._add(menu, Text("&Demo company"), self._orders.look_at_demo)
        menu.addSeparator()
        if session:
            paper = self._add(menu, Text("&Make board paper …"), lambda: self._orders.open_page("reports"), "Ctrl+P")
            paper.setEnabled(session.has_result)
            self._add(menu, Text("&Lock"), self._orders.lock, "Ctrl+L")
        self._lock_after(menu)
        menu.addSeparator()
        action = self._add(menu, Text("&Quit"), self._orders.quit, QKeySequence.StandardKey.Quit)
        action.setMenuRole(QAction.MenuRole.QuitRole)
        if action.shortcut().isEmpty():
            action.setShortcut(QKeySequence("Ctrl+Q"))

    def _recent(self, menu: QMenu) -> None:
        """List the vaults that were opened here; which of them are gone is known since the door was shown."""
        assert self._language is not None  # noqa: S101 - menus are made by `speak`
        recent = menu.addMenu(self._language.say(Text("Open &recent")))
        recent.setEnabled(bool(self._orders.remembered.vaults))
        for entry in self._orders.remembered.vaults[:_RECENT]:
            name, where = _plain(entry.name), _plain(shown_path(entry.path.parent))
            text = Text("{name} ({place})", name=name, place=where)
            if entry.place in self._orders.missing():
                text = Text("{name} (not found in {place})", name=name, place=where)
            self._add(recent, text, partial(self._orders.open_other, entry.path))

    def _lock_after(self, menu: QMenu) -> None:
        assert self._language is not None  # noqa: S101 - menus are made by `speak`
        inner = menu.addMenu(self._language.say(Text("Lock &automatically")))
        group = QActionGroup(inner)
        for minutes in LOCK_AFTER:
            text = Plural("After {n} minute", "After {n} minutes", n=minutes) if minutes else Text("Never by itself")
            action = self._add(inner, text, partial(self._orders.remembered.change, lock_after=minutes))
            action.setCheckable(True)
            action.setChecked(self._orders.remembered.settings.lock_after == minutes)
            group.addAction(action)

    def _view(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for wanted, text in _SCHEMES:
            action = self._add(menu, text, partial(self._set_scheme, wanted))
            action.setCheckable(True)
            action.setChecked(self._orders.remembered.settings.colour_scheme == wanted)
            group.addAction(action)
        menu.addSeparator()
        sizes = QActionGroup(menu)
        for size in TEXT_SIZES:
            text = Text("Text size {n} %", n=str(size))
            action = self._add(menu, text, partial(self._set_text_size, size))
            action.setCheckable(True)
            action.setChecked(self._orders.remembered.settings.text_size == size)
            sizes.addAction(action)
        menu.addSeparator()
        for code, name in (("de", "Deutsch"), ("en", "English")):
            self._add(menu, Text("{language}", language=name), partial(self._speak, code))

    def _go(self, menu: QMenu) -> None:
        has_result = self._session is not None and self._session.has_result
        offered = pages_for(has_result=has_result)
        for number, (key, title) in enumerate(SECTIONS.items(), start=1):
            if key in offered:
                self._add(menu, title, partial(self._orders.open_page, key), f"Alt+{number}")

    def _help(self, menu: QMenu, session: Session | None) -> None:
        shown = self._add(menu, Text("&Help"), lambda: self._orders.open_page("help"), "F1")
        shown.setEnabled(session is not None)

    def _choose_vault(self) -> None:
        assert self._language is not None  # noqa: S101 - menus are made by `speak`
        chosen = ask_vault(self._window, self._language, self._orders.vaults)
        if chosen:
            self._orders.open_other(chosen)

    def _set_scheme(self, wanted: Wanted) -> None:
        self._orders.theme.set_scheme(wanted)
        self._orders.remembered.change(colour_scheme=wanted)

    def _set_text_size(self, size: int) -> None:
        self._orders.theme.set_text_scale(size / 100)
        self._orders.remembered.change(text_size=size)
        self._orders.show_again()

    def _speak(self, code: str) -> None:
        self._orders.speak("de" if code == "de" else "en")


def _plain(words: str) -> str:
    """Return words for a menu, which would make a key of an `&`."""
    return words.replace("&", "&&")
