"""One entry in full: who, when, and every field that it changed, as it was before and as it was after."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.core.text import Joined, Plural, Sayable, Text
from app.shell.arrange import stack
from app.shell.history_desk import HistoryDeeds
from app.shell.models.history import Choice, HistoryLine
from app.shell.models.history_fields import FieldChange
from app.shell.models.history_words import register_name
from app.system.vault_troubles import sentence
from app.ui.anyones_words import shortened
from app.ui.boxes import Box
from app.ui.buttons import ghost, secondary
from app.ui.chip import Chip, ChipLabel
from app.ui.fields import HintLine
from app.ui.flow import Flow
from app.ui.text import Prose, label, rule
from database.chain import Item
from database.errors import VaultError

_MOST_ITEMS, _MOST_FIELDS, _LONGEST = 5, 30, 400


class HistoryDetail(Box):
    """The chosen entry. `only_record` shows one record's entries alone, `changed` follows when one was taken back."""

    def __init__(
        self,
        deeds: HistoryDeeds,
        language: Language,
        only_record: Callable[[Choice], None],
        changed: Callable[[], None],
    ) -> None:
        super().__init__("quiet", padding=20, spacing=6)
        self._deeds, self._say = deeds, language.say
        self._only_record, self._changed = only_record, changed
        self.outcome = HintLine()

    def show_line(self, line: HistoryLine, *, set_back: bool) -> None:
        """Show another entry."""
        self._clear()
        who = (line.at, line.entry.user) if line.entry.user else (line.at,)
        self.add(label(self._say(line.what), "title"), label(self._say(Joined(who, "")), "body", "ink2"))
        self.add(label(self._say(Text("Entry {number}", number=line.number)), "small", "ink2"))
        if set_back:
            self.add(*self._clock())
        try:
            for part in self._items(line):
                self.add(part)
        except VaultError as error:
            self.outcome.say(self._say(sentence(error)), "error")
        self.add(self.outcome)

    def _clock(self) -> Iterator[QWidget]:
        yield ChipLabel(Chip(self._say(Text("the clock was set back")), "due"))
        text = Text("This entry says an earlier time than the one before it. The order is that of the numbers.")
        yield Prose(self._say(text), tone="ink2")

    def _items(self, line: HistoryLine) -> Iterator[QWidget]:
        for item in line.entry.items[:_MOST_ITEMS]:
            yield from self._item(line.entry.sequence, item)
        more = len(line.entry.items) - _MOST_ITEMS
        if more > 0:
            words = Plural("and {n} more record", "and {n} more records", n=more)
            yield label(self._say(words), "small", "ink2")

    def _item(self, sequence: int, item: Item) -> Iterator[QWidget]:
        yield rule()
        title = self._deeds.title(item)
        name = register_name(item.table)
        yield label(self._say(Joined((name, title), "") if title else name), "strong")
        if item.before is None:
            yield label(self._say(Text("new")), "small", "ink2")
        elif item.after is None:
            yield label(self._say(Text("removed")), "small", "ink2")
        yield from self._buttons(sequence, item)
        for change in self._deeds.changes(sequence, item)[:_MOST_FIELDS]:
            yield self._field(change, before=item.before is not None, after=item.after is not None)

    def _field(self, change: FieldChange, *, before: bool, after: bool) -> QWidget:
        parts: list[QWidget] = [label(self._say(change.name), "small_strong", "ink2")]
        if before:
            parts.append(self._value(Text("before"), change.before))
        if after:
            parts.append(self._value(Text("after"), change.after) if before else self._words(change.after))
        return stack(*parts, spacing=2)

    def _value(self, when: Text, value: Sayable) -> QWidget:
        said = Text("{when}: {value}", when=when, value=self._short(value))
        return Prose(self._say(said), tone="ink2" if when.message == "before" else None)

    def _words(self, value: Sayable) -> QWidget:
        return Prose(self._short(value))

    def _short(self, value: Sayable) -> str:
        return shortened(self._say(value), _LONGEST) or "–"

    def _buttons(self, sequence: int, item: Item) -> Iterator[QWidget]:
        reason = self._deeds.why_not(sequence, item)
        back = secondary(self._say(Text("Take back")), "undo-2")
        back.setEnabled(reason is None)
        back.clicked.connect(lambda: self._take_back(item))
        only = ghost(self._say(Text("Only this record")), "search")
        only.clicked.connect(lambda: self._only_record(Choice(item.table, item.record)))
        yield Flow(back, only)
        if reason:
            back.setAccessibleDescription(self._say(reason))
            yield label(self._say(reason), "small", "ink2")

    def _take_back(self, item: Item) -> None:
        trouble = self._deeds.take_back(item)
        if trouble:
            self.outcome.say(self._say(trouble), "error")
        else:
            self._changed()

    def _clear(self) -> None:
        self.outcome.say("")
        while (part := self.body.takeAt(0)) is not None:
            widget = part.widget()
            if widget is not None and widget is not self.outcome:
                widget.hide()
                widget.deleteLater()
