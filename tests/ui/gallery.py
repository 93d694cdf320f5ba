"""Draw every piece of the kit, light and dark, to pictures: `python -m tests.ui.gallery OUT_DIR`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from decimal import Decimal
from gettext import NullTranslations
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.core.language import Language
from app.ui.bars import TopBar, WizardFoot
from app.ui.blocks import CountRow, DutyBlocks, DutyState
from app.ui.boxes import Box, KeyFigure, KeyFigures, Message, card, note, quiet_box, warning
from app.ui.buttons import IconButton, ghost, pill, primary, secondary
from app.ui.cells import Cell, Column
from app.ui.chip import Chip, ChipLabel
from app.ui.choice_row import CheckRow, Choice
from app.ui.choices import CheckList, ChoiceList, Segmented
from app.ui.empty import EmptyState
from app.ui.fields import NumberField, Reading, TextArea, TextField
from app.ui.hits import Hit, HitList
from app.ui.icons import IconLabel, MarkLabel
from app.ui.navigation import NavGroup, Navigation, NavItem
from app.ui.number_line import NumberLine, thirds
from app.ui.page import PageHead, TwoColumns
from app.ui.paper_sketch import PaperSketch, Sketch
from app.ui.passphrase import PassphraseField
from app.ui.rail import Step, StepRail
from app.ui.reason_list import Reason, ReasonList
from app.ui.search import SearchField
from app.ui.table import RowsTable
from app.ui.tags import Tag, TagRow
from app.ui.text import Prose, label, rule
from app.ui.theme import Theme
from app.ui.what_if import Figure, WhatIf

ENGLISH = Language("en", NullTranslations())


def number(text: str) -> Reading:
    """Understand a whole number, for show."""
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


def typography() -> list[QWidget]:
    """Show the roles of type."""
    return [
        label("60 ≥ 50", "big_figure"),
        label("7.000.000 €", "figure"),
        label("Wiederherstellungstests", "display"),
        label("Wichtige Einrichtung", "title"),
        label("So kommt das Ergebnis zustande", "section"),
        label("Beschäftigte in Vollzeit & <b>kein Fett</b>", "body"),
        label("Beschäftigte, mittel", "medium"),
        label("Beschäftigte, halbfett", "strong"),
        label("fahrlässig bis 250.000 €", "small", "ink2"),
        label("Was entscheidet", "small_strong", "ink2"),
        Prose(
            "Am Ende haben Sie eine begründete Einstufung nach dem BSI-Gesetz, Ihre Pflichten und die Fristen, die "
            "schon laufen. <b>Wörtlich</b> & genau.",
            tone="ink2",
        ),
        row(*(IconLabel(name, tone, 18) for name, tone in (("scale", "accent"), ("bug", "ink2"), ("clock", "due")))),
        row(MarkLabel(24), MarkLabel(36), MarkLabel(28)),
    ]


def controls() -> list[QWidget]:
    """Show buttons, chips and switches."""
    off = primary("Tresor anlegen")
    off.setEnabled(False)
    plain = QPushButton("Qt Knopf")
    combo = QComboBox()
    combo.addItems(["Eins", "Zwei"])
    return [
        row(primary("Tresor anlegen"), secondary("Vorhandenen öffnen …"), ghost("Ansehen", "arrow-right")),
        row(secondary("Antworten ändern", "pencil"), primary("Betroffenheitsblatt drucken", "printer"), off),
        row(pill("Letzter je System", checked=True), pill("Fällig · 4"), pill("Ziel verfehlt · 3")),
        row(IconButton("columns-3", "Spalten"), IconButton("x", "Schließen"), plain, combo),
        row(
            ChipLabel(Chip("erreicht", "accent", "check")),
            ChipLabel(Chip("nicht erreicht", "neutral", "minus")),
            ChipLabel(Chip("vorläufig", "due")),
            ChipLabel(Chip("überfällig seit 6.3.", "breach")),
            ChipLabel(Chip("vollständig", "ok")),
            ChipLabel(Chip("noch nie")),
        ),
        Segmented("Sprache", {"de": ("DE", "Deutsch"), "en": ("EN", "English")}, "de"),
    ]


def fields() -> list[QWidget]:
    """Show the fields."""
    staff = NumberField("Geschäftsjahr 2025", number, unit="Vollzeitstellen")
    staff.set_text("60")
    wrong = NumberField("Geschäftsjahr 2024", number, unit="Vollzeitstellen")
    wrong.set_text("sechzig")
    secret = PassphraseField("Passphrase", ENGLISH, judge=lambda text: Reading(text, "25 Zeichen, stark genug", "ok"))
    secret.set_text("korrekt pferd batterie heft")
    return [
        row(staff, wrong),
        secret,
        TextField("Name der Gesellschaft", hint="Wie im Handelsregister", placeholder="Muster GmbH"),
        TextArea("Was nicht zurückkam", lines=2),
        CheckRow(Choice("k", "Auf diesem Rechner mit der Windows-Anmeldung entsperren")),
    ]


def choices() -> list[QWidget]:
    """Show rows to choose from."""
    long = "Kunden greifen auf Ihre Plattform zu, etwa zur Fernwartung oder Datenauswertung. " * 2
    some = [
        Choice("a", "Anbieter von Cloud-Computing-Diensten", long, "Anlage 1 Nr. 6.1.4"),
        Choice("b", "Managed Services Provider", "Sie betreuen IT Ihrer Kunden laufend.", "Anlage 1 Nr. 6.1.10"),
        Choice("c", "Weiß ich nicht"),
    ]
    return [ChoiceList("Art", some, "a"), rule(), CheckList("Arten", some, ("b",))]


def boxes() -> list[QWidget]:
    """Show boxes and key figures."""
    return [
        KeyFigures(
            [
                KeyFigure("Höchster Rahmen je Verstoß", "7.000.000 €", "Maßnahmen, Dokumentation, Meldungen"),
                KeyFigure("Heute offen: Registrierung", "500.000 €", "fahrlässig bis 250.000 €"),
                KeyFigure("Haftung gegenüber der GmbH", "ohne Obergrenze", "Schaden der Gesellschaft, § 43 GmbHG"),
            ]
        ),
        note("Warum wir fragen", "Ab 50 Beschäftigten gilt das BSI-Gesetz auch dann.", "§ 28 Abs. 2 Satz 1 Nr. 3 BSIG"),
        warning("Nur nebenbei?", "Vernachlässigbare Tätigkeiten dürfen außer Betracht bleiben."),
        Message(
            "warning", "Als Nächstes: Registrierung nachholen", "Sie war bis zum 6. März 2026 fällig.", icon="clock"
        ).with_button(secondary("Vorbereiten", "arrow-right")),
        Message("quiet", "Zwei Systeme wurden noch nie getestet", "Das Gesetz nennt keinen festen Abstand."),
        card().add(label("Karte", "section"), label("Inhalt")),
        quiet_box().add(label("Ruhiger Kasten")),
    ]


def wizard() -> list[QWidget]:
    """Show rail, number line, tags, hits and the wizard's foot."""
    rail = StepRail("Schritte", ENGLISH)
    rail.show_steps(
        [
            Step("a", "Unternehmen", "Muster Maschinenbau GmbH", "done"),
            Step("b", "Öffentliche Stelle", "nein", "done"),
            Step("c", "Beschäftigte", "Frage 7 von 16", "now"),
            Step("d", "Umsatz und Bilanzsumme"),
            Step("e", "Verbundene Unternehmen"),
            Step("f", "Kritische Anlagen", "Aufgabe für A. Weber", "unknown"),
            Step("g", "Sonderregeln TK und Energie", "nicht nötig", "not_needed"),
            Step("h", "Zusammenfassung"),
        ]
    )
    rail.setFixedSize(271, 420)
    pane = Box("pane-left", padding=0)
    pane.add(rail)
    line = NumberLine(thirds((0, 50, 250, 1000), ("50", "250"), ("klein", "mittel", "groß")), 60, "60")
    line.setFixedWidth(295)
    hits = HitList("Treffer", ENGLISH)
    text = "Kunden greifen auf Ihre Plattform zu, etwa zur Fernwartung oder Datenauswertung"
    start = text.index("Fernw")
    hits.show_hits(
        [
            Hit("a", "Anbieter von Cloud-Computing-Diensten", "Anlage 1 Nr. 6.1.4", text, ((start, start + 5),)),
            Hit("b", "Managed Services Provider", "Anlage 1 Nr. 6.1.10", "auch per Fernwartung", ((9, 14),)),
        ],
        {"a"},
    )
    hits.setFixedSize(583, 170)
    search = SearchField("Suchen", "Leeren", size="question")
    search.setText("fernw")
    side = QWidget()
    column = QVBoxLayout(side)
    tags = TagRow([Tag("a", "Maschinenbau", "Anlage 2"), Tag("b", "Cloud-Computing-Dienste", "Anlage 1")])
    for part in (line, tags, search, hits):
        column.addWidget(part)
    column.addStretch(1)
    return [TopBar(ENGLISH, "Muster Maschinenbau GmbH", back="Überblick"), row(pane, side), WizardFoot(ENGLISH)]


def shell() -> list[QWidget]:
    """Show the sidebar, the top bar and the little paper."""
    navigation = Navigation("Seiten")
    groups = [
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
    ]
    navigation.show_groups(groups)
    navigation.select("scope")
    navigation.setFixedHeight(330)
    narrow = Navigation("Seiten")
    narrow.show_groups(groups)
    narrow.select("tests")
    narrow.set_narrow(True)
    narrow.setFixedHeight(330)
    panes = [Box("pane-left", padding=0).add(part) for part in (navigation, narrow)]
    bar = TopBar(ENGLISH, "Muster Maschinenbau GmbH", demo=True)
    bar.saved.say("Gespeichert 14:32")
    sketch = Sketch(
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
    return [bar, row(*panes, PaperSketch(sketch, "Die fertige Vorlage"))]


def result() -> list[QWidget]:
    """Show page head, table, reasons, what-if and blocks."""
    table = RowsTable(
        "Bußgeldrahmen",
        [Column("Verstoß und Vorschrift"), Column("Rahmen bis", 150, "right"), Column("Stand bei Ihnen", 164)],
        [
            [
                Cell("Maßnahmen fehlen oder wirken nicht", "§ 30 Abs. 1 Satz 1 · § 65 Abs. 2 Nr. 2", role="medium"),
                Cell("7.000.000 €", "fahrlässig ebenso", role="strong"),
                Cell(chip=Chip("6 von 10 offen", "due")),
            ],
            [
                Cell("Nicht oder zu spät registriert", "§ 33 Abs. 1 · § 65 Abs. 2 Nr. 6", role="medium"),
                Cell("500.000 €", "fahrlässig 250.000 €", role="strong"),
                Cell(chip=Chip("offen", "breach")),
            ],
        ],
    )
    table.selectRow(0)
    reasons = ReasonList(
        [
            Reason("Sie bieten Leistungen gegen Bezahlung an.", "§ 28 Abs. 2 Satz 1 Nr. 3"),
            Reason("Maschinenbau steht in Anlage 2 (Abteilung 28 NACE Rev. 2).", "Anlage 2 Nr. 5.4.1"),
            Reason("Fernwartung kann ein Managed Service sein.", "Anlage 1 Nr. 6.1.10", "Streitig, noch kein Urteil."),
        ]
    )
    figure = Figure("Beschäftigte", (0, 50, 250, 1000), Decimal(1), number, str)
    what_if = WhatIf(figure, Decimal(60), today="heute 60", as_today="wie heute")
    counts: tuple[tuple[DutyState, int], ...] = (("proven", 3), ("done", 3), ("decided", 5), ("open", 3))
    states = [state for state, count in counts for _ in range(count)]
    side = card().add(
        label("Was wäre, wenn …", "section"),
        what_if,
        DutyBlocks(states, "3 nachgewiesen"),
        CountRow("MFA", 12, 17, "von 17 Zugängen"),
        CountRow("Bestandsverzeichnis", 31, 40, "von 40 Systemen"),
    )
    head = PageHead(
        "Wichtige Einrichtung",
        "Muster Maschinenbau GmbH · Angaben und Recht vom 22.11.2026 · keine Rechtsberatung",
        actions=[secondary("Antworten ändern", "pencil"), primary("Betroffenheitsblatt drucken", "printer")],
        mark=ChipLabel(Chip("vorläufig", "due")),
    )
    main_column = QWidget()
    column = QVBoxLayout(main_column)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(table)
    column.addWidget(reasons)
    column.addStretch(1)
    return [head, TwoColumns(main_column, side)]


def empty() -> list[QWidget]:
    """Show an empty register."""
    columns = [Column("Beispiel"), Column("Zugang", 150), Column("Kritisch für", 170), Column("Letzte Prüfung", 120)]
    cells = [
        Cell("Systemhaus Nord GmbH", "IT-Betrieb, Fernzugang", role="medium"),
        Cell("Admin und VPN"),
        Cell("ERP, Dateiablage"),
        Cell("12.03.2026"),
    ]
    state = EmptyState(
        "truck", "Noch keine Lieferanten", "Beginnen Sie mit denen, die von außen auf Ihre Systeme zugreifen."
    )
    state.with_example("Beispiel", columns, cells)
    state.with_actions(
        primary("Lieferant eintragen", "plus"),
        secondary("Aus Excel oder CSV übernehmen", "file-up"),
        ghost("Wozu dieses Register?", "circle-help"),
    )
    return [state]


PLATES: dict[str, tuple[int, Callable[[], list[QWidget]]]] = {
    "typography": (640, typography),
    "controls": (720, controls),
    "fields": (720, fields),
    "choices": (640, choices),
    "boxes": (960, boxes),
    "wizard": (960, wizard),
    "shell": (960, shell),
    "result": (1004, result),
    "empty": (1004, empty),
}


def plate(width: int, parts: list[QWidget]) -> QPixmap:
    """Return a picture of the parts below each other on paper."""
    page = Box("paper", padding=24, spacing=16)
    page.add(*parts)
    page.body.addStretch(1)
    page.setFixedWidth(width)
    page.show()
    for _ in range(4):
        QApplication.processEvents()
    page.setFixedHeight(max(page.heightForWidth(width), page.sizeHint().height(), page.minimumSizeHint().height()))
    QApplication.processEvents()
    picture = page.grab()
    page.close()
    return picture


def main() -> None:
    """Draw all plates, or those named after the folder."""
    folder, *names = sys.argv[1:]
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(application)
    for scheme in ("light", "dark"):
        theme.set_scheme("light" if scheme == "light" else "dark")
        for name in names or PLATES:
            width, parts = PLATES[name]
            plate(width, parts()).save(str(out / f"{name}-{scheme}.png"))


if __name__ == "__main__":
    main()
