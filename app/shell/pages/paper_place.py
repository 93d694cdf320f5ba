"""Asks where a paper is to be saved; every page that saves papers asks in the same words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.language import Language
from app.core.text import Text


def ask_place(page: QWidget, language: Language, name: str) -> Path | None:
    """Return the file that was chosen, ending in .pdf, or nothing if the dialog was left."""
    title = language.say(Text("Save as PDF"))
    chosen, _ = QFileDialog.getSaveFileName(page, title, str(Path.home() / f"{name}.pdf"), "PDF (*.pdf)")
    if not chosen:
        return None
    return Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")
