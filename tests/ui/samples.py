"""Invented content for the plates of the gallery and for the tests of the kit."""

from __future__ import annotations

from decimal import Decimal
from gettext import NullTranslations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.language import Language
from app.ui.cells import Cell, Column
from app.ui.chip import Chip
from app.ui.fields import Reading
from app.ui.hits import Hit
from app.ui.navigation import NavGroup, NavItem
from app.ui.paper_sketch import Sketch
from app.ui.rail import Step
from app.ui.reason_list import Reason

ENGLISH = Language("en", NullTranslations())

STEPS = (
    Step("a", "Unternehmen", "Muster Maschinenbau GmbH", "done"),
    Step("b", "Öffentliche Stelle", "nein", "done"),
    Step("c", "Beschäftigte", "Frage 7 von 16", "now"),
    Step("d", "Umsatz und Bilanzsumme"),
    Step("e", "Verbundene Unternehmen"),
    Step("f", "Kritische Anlagen", "Aufgabe für A. Weber", "unknown"),
    Step("g", "Sonderregeln TK und Energie", "nicht nötig", "not_needed"),
    Step("h", "Zusammenfassung"),
)

HITS = (
    Hit(
        "cloud",
        "Anbieter von Cloud-Computing-Diensten",
        "Anlage 1 Nr. 6.1.4",
        "Kunden greifen auf Ihre Plattform zu, etwa zur Fernwartung oder Datenauswertung",
        ((47, 52),),
    ),
    Hit("msp", "Managed Services Provider", "Anlage 1 Nr. 6.1.10", "auch per Fernwartung", ((9, 14),)),
)

PAGES = (
    NavGroup(
        "",
        (
            NavItem("overview", "Überblick", "layout-dashboard"),
            NavItem("scope", "Betroffenheit", "list-checks"),
            NavItem("exposure", "Haftung und Bußgeld", "scale"),
            NavItem("duties", "Pflichten", "clipboard-check", "3/14"),
            NavItem("evidence", "Belege", "paperclip", "27"),
        ),
    ),
    NavGroup(
        "Register",
        (
            NavItem("suppliers", "Lieferanten", "truck", "18"),
            NavItem("tests", "Wiederherstellungstests", "history", "2/6"),
            NavItem("bugs", "Schwachstellen", "bug", "1", overdue="überfällig"),
        ),
    ),
)

SKETCH = Sketch(
    "Vorlage für die Geschäftsleitung",
    "22.11.2026",
    "Muster Maschinenbau GmbH",
    "Wichtige Einrichtung",
    "60 Beschäftigte ≥ 50 · § 28 Abs. 2 Satz 1 Nr. 3 BSIG",
    ("Was das bedeutet", "Pflichten", "Bußgeldrahmen und Haftung", "Erbetene Beschlüsse"),
    (("beschlossen", 11), ("umgesetzt", 6), ("nachgewiesen", 3)),
    14,
    ("Ort, Datum", "Unterschrift"),
)

FINE_COLUMNS = (Column("Verstoß und Vorschrift"), Column("Rahmen bis", 150, "right"), Column("Stand bei Ihnen", 164))
FINE_ROWS = (
    (
        Cell("Maßnahmen fehlen oder wirken nicht", "§ 30 Abs. 1 Satz 1 · § 65 Abs. 2 Nr. 2", role="medium"),
        Cell("7.000.000 €", "fahrlässig ebenso", role="strong"),
        Cell(chip=Chip("6 von 10 offen", "due")),
    ),
    (
        Cell("Nicht oder zu spät registriert", "§ 33 Abs. 1 · § 65 Abs. 2 Nr. 6", role="medium"),
        Cell("500.000 €", "fahrlässig 250.000 €", role="strong"),
        Cell(chip=Chip("offen", "breach")),
    ),
)

REASONS = (
    Reason("Sie bieten Leistungen gegen Bezahlung an.", "§ 28 Abs. 2 Satz 1 Nr. 3"),
    Reason("Maschinenbau steht in Anlage 2 (Abteilung 28 NACE Rev. 2).", "Anlage 2 Nr. 5.4.1"),
    Reason("Fernwartung kann ein Managed Service sein.", "Anlage 1 Nr. 6.1.10", "Streitig, noch kein Urteil."),
)


def number(text: str) -> Reading:
    """Understand a whole number, as a field would."""
    if not text:
        return Reading(None)
    if text.isdigit():
        return Reading(Decimal(text), f"verstanden als {text},0")
    return Reading(None, "Das ist keine Zahl.")


def row(*parts: QWidget) -> QWidget:
    """Return parts side by side."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return holder


def column(*parts: QWidget) -> QWidget:
    """Return parts below each other, at the top."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return holder
