"""The one line in the top bar that says whether everything is safe: saved when, and what is wrong with the backup."""

from __future__ import annotations

from app.core.language import Language
from app.core.text import Sayable, Text
from app.shell.care import Care
from app.shell.models.troubles import beside_the_vault
from app.shell.session import Session
from app.ui.anyones_words import tooltip
from app.ui.bars import SavedMark


def say_saved(mark: SavedMark, session: Session, care: Care, language: Language) -> None:
    """Say how it stands now; of the demo company nothing is ever saved."""
    trouble = care.kept.trouble if care.kept else None
    icon, tone, said = _line(session, has_backup=trouble is None)
    mark.show_icon(icon, tone)
    mark.say(language.say(said))
    words = language.say(not_backed_up(beside_the_vault(trouble))) if trouble else ""
    mark.setToolTip(tooltip(words))
    mark.setAccessibleDescription(words)


def not_backed_up(reason: Text) -> Text:
    """Return the calm sentence about a backup that could not be made."""
    return Text("Everything is saved. Only the backup could not be made: {reason}", reason=reason)


def _line(session: Session, *, has_backup: bool) -> tuple[str, str, Sayable]:
    if session.demo:
        return "check", "ok", ""
    if session.read_only:
        return "eye", "ink2", Text("Read only")
    if not has_backup:
        return "triangle-alert", "due", _without_backup(session)
    return "check", "ok", Text("Saved {time}", time=_time(session)) if session.saved_at else ""


def _without_backup(session: Session) -> Text:
    if session.saved_at:
        return Text("Saved {time} · no backup", time=_time(session))
    return Text("No backup")


def _time(session: Session) -> str:
    return session.saved_at.astimezone().strftime("%H:%M") if session.saved_at else ""
