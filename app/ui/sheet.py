"""The one style sheet: borders, radii, padding and states of Qt's own controls, written from a table of colours.

Selectors use properties of our own (`box`, `tone`, `state`, `scale`), never object names. Everything that the
kit paints itself is not mentioned here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template

_SHEET = Template("""
QLabel[tone="ink2"] { color: $ink2; } QLabel[tone="accent"] { color: $accent; }
QLabel[tone="ok"] { color: $ok; } QLabel[tone="due"] { color: $due; } QLabel[tone="breach"] { color: $breach; }
QFrame[box="card"] { background: $paper; border: 1px solid $line; border-radius: 8px; }
QFrame[box="vault"] { background: $paper; border: 1px solid $line; border-radius: 12px; }
QFrame[box="quiet"] { background: $surface; border: none; border-radius: 8px; }
QFrame[box="note"] { background: $accent_soft; border: none; border-radius: 8px; }
QFrame[box="warning"] { background: $due_soft; border: none; border-radius: 8px; }
QFrame[box="breach"] { background: $breach_soft; border: none; border-radius: 8px; }
QFrame[box="paper"] { background: $paper; border: none; }
QFrame[box="surface"] { background: $surface; border: none; }
QFrame[box="pane-left"] { background: $surface; border: none; border-right: 1px solid $line; }
QFrame[box="pane-right"] { background: $surface; border: none; border-left: 1px solid $line; }
QFrame[box="bar-top"] { background: $paper; border: none; border-bottom: 1px solid $line; }
QFrame[box="bar-foot"] { background: $paper; border: none; border-top: 1px solid $line; }
QFrame[rule="level"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[rule="upright"] { background: $line; border: none; max-width: 1px; min-width: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget[page="body"] { background: transparent; border: none; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: $paper; color: $ink; border: 1px solid $edge; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $ink2; }
QLineEdit, QComboBox, QAbstractSpinBox { padding: 0 ${inset}px; min-height: ${control}px; }
QPlainTextEdit, QTextEdit { padding: 6px 7px; }
QLineEdit[scale="question"] { min-height: ${question}px; padding: 0 ${wide_inset}px; }
QLineEdit[state="error"], QPlainTextEdit[state="error"] { border-color: $breach; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  color: $ink2; border-color: $line; background: $surface; }
QComboBox::drop-down { border: none; width: 32px; } QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $paper; border: 1px solid $edge; outline: none; padding: 4px;
  selection-background-color: $accent_soft; selection-color: $ink; }
.QPushButton { background: $paper; color: $ink; border: 1px solid $edge; border-radius: 6px;
  padding: 0 ${wide_inset}px; min-height: ${control}px; }
.QPushButton:hover { background: $sunken; } .QPushButton:pressed { background: $accent_soft; }
.QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
.QPushButton:default:hover { background: $accent_hover; }
.QPushButton:disabled { color: $ink2; border-color: $line; background: $surface; }
QAbstractItemView { background: transparent; border: none; outline: none; color: $ink; }
QHeaderView { background: transparent; border: none; }
QFileDialog QHeaderView, QFileDialog QHeaderView::section { background: $surface; color: $ink2; border: none; }
QFileDialog QHeaderView::section { padding: 4px 6px; }
QTableCornerButton::section { background: transparent; border: none; }
QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: $ink2; border: none; border-bottom: 2px solid transparent;
  padding: 0 0 0 0; margin: 0 24px 0 0; min-height: ${control}px; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; top: -1px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -7px 0; border-radius: 9px;
  border: 2px solid $accent; background: $paper; }
QSlider::handle:horizontal:hover { background: $accent_soft; }
QProgressBar { background: $line; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; } QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $ink2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $ink; color: $paper; border: none; padding: 6px 8px; }
QMenu { background: $paper; color: $ink; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: 4px; } QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $ink2; } QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
""")


_MEASURES = {"control": 34, "question": 46, "inset": 11, "wide_inset": 13}


def sheet(table: Mapping[str, str], scaled: Callable[[float], int]) -> str:
    """Return the sheet in these colours, its controls as large as the text needs them."""
    colours = {name.replace("-", "_"): value for name, value in table.items()}
    return _SHEET.substitute(colours | {name: scaled(pixels) for name, pixels in _MEASURES.items()})
