"""Plates of whole parts of screens: wizard, sidebar, result, empty register."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.ui.bars import TopBar, WizardFoot
from app.ui.blocks import CountRow, DutyBlocks, DutyState
from app.ui.boxes import Box, card
from app.ui.buttons import ghost, primary, secondary
from app.ui.cells import Cell, Column
from app.ui.chip import Chip, ChipLabel
from app.ui.empty import EmptyState
from app.ui.hits import HitList
from app.ui.navigation import Navigation
from app.ui.number_line import NumberLine, thirds
from app.ui.page import PageHead, TwoColumns
from app.ui.paper_sketch import PaperSketch
from app.ui.rail import StepRail
from app.ui.reason_list import ReasonList
from app.ui.search import SearchField
from app.ui.table import RowsTable
from app.ui.tags import Tag, TagRow
from app.ui.text import label
from app.ui.what_if import Figure, WhatIf
from tests.ui.samples import (
    ENGLISH,
    FINE_COLUMNS,
    FINE_ROWS,
    HITS,
    PAGES,
    REASONS,
    SKETCH,
    STEPS,
    column,
    number,
    row,
)


def wizard() -> list[QWidget]:
    """Show rail, number line, tags, hits and the wizard's foot."""
    rail = StepRail("Schritte", ENGLISH)
    rail.show_steps(STEPS)
    rail.setFixedSize(271, 420)
    line = NumberLine(thirds((0, 50, 250, 1000), ("50", "250"), ("klein", "mittel", "groß")), 60, "60")
    line.setFixedWidth(295)
    hits = HitList("Treffer", ENGLISH)
    hits.show_hits(HITS, {"cloud"})
    hits.setFixedSize(583, 170)
    search = SearchField("Suchen", "Leeren", size="question")
    search.setText("fernw")
    tags = TagRow([Tag("a", "Maschinenbau", "Anlage 2"), Tag("b", "Cloud-Computing-Dienste", "Anlage 1")])
    middle = row(Box("pane-left", padding=0).add(rail), column(line, tags, search, hits))
    return [TopBar(ENGLISH, "Muster Maschinenbau GmbH", back="Überblick"), middle, WizardFoot(ENGLISH)]


def shell() -> list[QWidget]:
    """Show the sidebar, the top bar and the little paper."""
    wide, narrow = Navigation("Seiten"), Navigation("Seiten")
    for navigation, key in ((wide, "scope"), (narrow, "tests")):
        navigation.show_groups(PAGES)
        navigation.select(key)
        navigation.setFixedHeight(330)
    narrow.set_narrow(True)
    bar = TopBar(ENGLISH, "Muster Maschinenbau GmbH", demo=True)
    bar.saved.say("Gespeichert 14:32")
    panes = [Box("pane-left", padding=0).add(part) for part in (wide, narrow)]
    return [bar, row(*panes, PaperSketch(SKETCH, "Die fertige Vorlage"))]


def result() -> list[QWidget]:
    """Show page head, table, reasons, what-if and blocks."""
    table = RowsTable("Bußgeldrahmen", FINE_COLUMNS, FINE_ROWS)
    table.selectRow(0)
    figure = Figure("Beschäftigte", (0, 50, 250, 1000), Decimal(1), number, str)
    counts: tuple[tuple[DutyState, int], ...] = (("proven", 3), ("done", 3), ("decided", 5), ("open", 3))
    side = card().add(
        label("Was wäre, wenn …", "section"),
        WhatIf(figure, Decimal(60), today="heute 60", as_today="wie heute"),
        DutyBlocks([state for state, count in counts for _ in range(count)], "3 nachgewiesen"),
        CountRow("MFA", 12, 17, "von 17 Zugängen"),
        CountRow("Bestandsverzeichnis", 31, 40, "von 40 Systemen"),
    )
    head = PageHead(
        "Wichtige Einrichtung",
        "Muster Maschinenbau GmbH · Angaben und Recht vom 22.11.2026 · keine Rechtsberatung",
        actions=[secondary("Antworten ändern", "pencil"), primary("Betroffenheitsblatt drucken", "printer")],
        mark=ChipLabel(Chip("vorläufig", "due")),
    )
    return [head, TwoColumns(column(table, ReasonList(REASONS)), side)]


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
