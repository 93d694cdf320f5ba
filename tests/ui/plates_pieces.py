"""Plates of single pieces: type, controls, fields, choices, boxes."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.boxes import KeyFigure, KeyFigures, Message, card, note, quiet_box, warning
from app.ui.buttons import IconButton, ghost, pill, primary, secondary
from app.ui.chip import Chip, ChipLabel
from app.ui.choice_row import CheckRow, Choice
from app.ui.choices import CheckList, ChoiceList, Segmented
from app.ui.fields import NumberField, Reading, TextArea, TextField
from app.ui.icons import IconLabel, MarkLabel
from app.ui.passphrase import PassphraseField
from app.ui.text import Prose, label, rule
from tests.ui.samples import ENGLISH, number, row


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
    return [
        row(primary("Tresor anlegen"), secondary("Vorhandenen öffnen …"), ghost("Ansehen", "arrow-right")),
        row(secondary("Antworten ändern", "pencil"), primary("Betroffenheitsblatt drucken", "printer"), off),
        row(pill("Letzter je System", checked=True), pill("Fällig · 4"), pill("Ziel verfehlt · 3")),
        row(IconButton("columns-3", "Spalten"), IconButton("x", "Schließen"), plain),
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
