"""The three pages of the design, as a document: what the pictures of the design show, block by block."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from app.core.text import Bilingual, Citation, Money
from app.reports.document import (
    Annex,
    Bar,
    Breach,
    Cite,
    Column,
    Document,
    Figure,
    Kind,
    Paragraph,
    Plain,
    Reasoning,
    Result,
    Section,
    Signatures,
    SmallPrint,
    State,
    StateMark,
    Step,
    Strong,
    Subheading,
    Table,
    TargetBars,
    TickBoxes,
)
from app.reports.document import BulletList as Bullets

YES = StateMark(State.YES, Bilingual("ja", "yes"))
PARTLY = StateMark(State.PARTLY, Bilingual("teilweise", "partly"))
NO = StateMark(State.NO, Bilingual("nein", "no"))
CREATED = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def b(de: str, en: str) -> Bilingual:
    return Bilingual(de, en)


def result() -> Section:
    table = Table(
        columns=(
            Column(b("Merkmal", "Criterion"), 30),
            Column(b("Ihr Wert", "Your value"), 22, Kind.AMOUNT),
            Column(b("Schwelle", "Threshold"), 22, Kind.AMOUNT),
            Column(b("Ergebnis", "Outcome"), 26),
        ),
        rows=(
            (
                b("Mitarbeiter in Vollzeit", "Full-time staff"),
                300,
                b("≥ 50", "≥ 50"),
                b("erreicht, genügt allein", "met, enough alone"),
            ),
            (
                b("Jahresumsatz", "Turnover"),
                Money(80_000_000),
                b("> 10.000.000 €", "> €10,000,000"),
                b("überschritten", "exceeded"),
            ),
            (
                b("Jahresbilanzsumme", "Balance sheet"),
                Money(60_000_000),
                b("> 10.000.000 €", "> €10,000,000"),
                b("überschritten", "exceeded"),
            ),
        ),
        summary=b("Ihre Werte gegen die Schwellen", "Your values against the thresholds"),
    )
    return Section(
        "1",
        b("Ergebnis", "Result"),
        (
            Result(
                b("Wichtige Einrichtung", "Important entity"),
                Citation("§ 28 Abs. 2 Satz 1 Nr. 3 BSIG in Verbindung mit Anlage 2 Nr. 5.4.1 (Maschinenbau)"),
            ),
            Paragraph(
                (
                    Strong(b("300 Mitarbeiter ≥ 50.", "300 employees ≥ 50.")),
                    Plain(
                        b(
                            "Diese eine Ungleichung entscheidet: Die Mitarbeiterzahl genügt, oder beide Finanzwerte "
                            "zusammen. Hier trifft beides zu. Als Unternehmen der Anlage 2 bleibt die Gesellschaft "
                            "auch oberhalb von 250 Mitarbeitern wichtige Einrichtung.",
                            "This one inequality decides: headcount is enough, or both financial figures together. "
                            "Here both apply. As a company of Annex 2 it remains an important entity above 250 too.",
                        )
                    ),
                )
            ),
            table,
            Paragraph(
                (
                    Strong(b("Offen ist eine Frage.", "One question is open.")),
                    Plain(
                        b(
                            "Ist die bezahlte Fernwartung eine Tätigkeit als Managed Services Provider (Anlage 1 Nr. "
                            "6.1.10)? Falls ja und nicht vernachlässigbar (§ 28 Abs. 3), gilt 300 ≥ 250: Die "
                            "Gesellschaft wäre",
                            "Is paid remote service that of a managed service provider (Annex 1 no. 6.1.10)? If so and "
                            "not negligible, 300 ≥ 250 applies: the company would be an",
                        )
                    ),
                    Strong(b("besonders wichtige Einrichtung.", "essential entity.")),
                    Plain(
                        b(
                            "Eine verbindliche Aussage dazu ist nicht bekannt.",
                            "No authoritative statement on this is known.",
                        )
                    ),
                )
            ),
        ),
    )


def meaning() -> Section:
    states = (
        ("Registrierung beim BSI", "§ 33 Abs. 1", NO, NO, NO),
        ("Risikoanalyse, Sicherheitskonzept", "§ 30 Abs. 2 Nr. 1", YES, PARTLY, NO),
        ("Vorfälle erkennen, bewältigen, melden", "§ 30 Abs. 2 Nr. 2, § 32", YES, YES, NO),
        ("Sicherung und Wiederherstellung", "§ 30 Abs. 2 Nr. 3", YES, PARTLY, PARTLY),
        ("Lieferkette", "§ 30 Abs. 2 Nr. 4", YES, PARTLY, NO),
        ("Schwachstellen", "§ 30 Abs. 2 Nr. 5", NO, PARTLY, NO),
        ("Multi-Faktor-Authentifizierung", "§ 30 Abs. 2 Nr. 10", YES, PARTLY, YES),
        ("Schulung der Geschäftsleitung", "§ 38 Abs. 3", YES, YES, YES),
    )
    duties = Table(
        columns=(
            Column(b("Pflicht", "Duty"), 32),
            Column(b("Grundlage (BSIG)", "Source (BSIG)"), 22, Kind.CITATION),
            Column(b("beschlossen", "decided"), 15),
            Column(b("umgesetzt", "done"), 15),
            Column(b("nachgewiesen", "proven"), 16),
        ),
        rows=tuple((name, Citation(cite), *rest) for name, cite, *rest in states),
        summary=b("Acht Pflichten und ihr Stand", "Eight duties and how far they have come"),
    )
    due = Table(
        columns=(
            Column(b("Termin", "Date"), 16),
            Column(b("Was", "What"), 61),
            Column(b("Grundlage", "Source"), 23, Kind.CITATION),
        ),
        rows=(
            (
                b("06.03.2026", "6 Mar 2026"),
                (
                    Strong(b("Registrierung beim BSI:", "Registration with the BSI:")),
                    Breach(b("seit 261 Tagen überfällig.", "261 days overdue.")),
                    Plain(b("Heute nachholen; Warten mindert nichts.", "Do it today; waiting helps nothing.")),
                ),
                Citation("§ 33 Abs. 1"),
            ),
            (
                b("28.11.2026", "28 Nov 2026"),
                b("Wiederherstellungstest ERP, erster Termin", "Recovery test ERP, first date"),
                Citation("§ 30 Abs. 2 Nr. 3"),
            ),
            (
                b("ab Kenntnis", "on notice"),
                b(
                    "Erheblicher Sicherheitsvorfall: frühe Erstmeldung in 24 Stunden, Meldung in 72 Stunden, "
                    "Abschlussmeldung einen Monat nach der Meldung",
                    "Significant incident: early warning in 24 hours, notification in 72 hours, final report after "
                    "one month",
                ),
                Citation("§ 32 Abs. 1"),
            ),
        ),
        summary=b("Überfällige und nächste Termine", "Overdue and next dates"),
    )
    return Section(
        "2",
        b("Was das bedeutet", "What it means"),
        (
            Paragraph(
                (
                    Plain(
                        b("Von 14 Pflichten sind 11 beschlossen, 6 umgesetzt und", "Of 14 duties, 11 decided, 6 done")
                    ),
                    Strong(b("3 nachgewiesen.", "and 3 proven.")),
                    Plain(
                        b(
                            "Eine Richtlinie ist noch kein Nachweis. Hier die acht wichtigsten.",
                            "A policy is no proof yet. Here are the eight most important.",
                        )
                    ),
                )
            ),
            duties,
            Subheading(b("Überfällig und als Nächstes", "Overdue and next")),
            due,
        ),
    )


def exposure() -> Section:
    fines = Table(
        columns=(
            Column(b("Verstoß", "Breach"), 20.5),
            Column(b("Grundlage", "Source"), 17, Kind.CITATION),
            Column(b("vorsätzlich", "intent"), 15, Kind.AMOUNT),
            Column(b("fahrlässig", "negligence"), 13.5, Kind.AMOUNT),
            Column(b("Rechnung", "Arithmetic"), 18),
            Column(b("falls besonders wichtig", "if essential"), 16, Kind.AMOUNT),
        ),
        rows=(
            (
                b("Maßnahmen nicht getroffen", "Measures not taken"),
                Citation("§ 65 Abs. 2 Nr. 2, § 30 Abs. 1 Satz 1"),
                Money(7_000_000),
                Money(7_000_000),
                b("80 ≤ 500 Mio. €: fester Rahmen", "80 ≤ 500 million: fixed"),
                Money(10_000_000),
            ),
            (
                b("Registrierung versäumt", "Registration missed"),
                Citation("§ 65 Abs. 2 Nr. 6, § 33 Abs. 1"),
                Money(500_000),
                Money(250_000),
                b("500.000 € ÷ 2 (§ 17 Abs. 2 OWiG)", "€500,000 ÷ 2 (section 17(2) OWiG)"),
                Money(500_000),
            ),
        ),
        summary=b("Bußgeldrahmen je Verstoß", "Fine frame per breach"),
    )
    return Section(
        "3",
        b("Haftung und Bußgeld", "Liability and fines"),
        (
            Paragraph(
                b(
                    "Der Bußgeldrahmen ist das gesetzliche Höchstmaß (§ 65 BSIG), keine Vorhersage. Die Prozentregel "
                    "(1,4 %) gilt erst über 500 Mio. € Gesamtumsatz der Unternehmensgruppe. Hier: 80 Mio. € ≤ 500 "
                    "Mio. €, also der feste Rahmen.",
                    "The frame is the statutory maximum (section 65 BSIG), not a forecast. The percentage (1.4%) "
                    "applies only above 500 million. Here: 80 million ≤ 500 million, hence the fixed frame.",
                )
            ),
            fines,
            SmallPrint(
                b(
                    "Mehrere Taten werden getrennt geahndet (§ 20 OWiG), eine Tat nur einmal (§ 19 OWiG). Ob und in "
                    "welcher Höhe, entscheidet das BSI nach Ermessen (§ 47 OWiG). Beträge nicht addieren.",
                    "Several acts are fined separately, one act only once. The BSI decides at its discretion.",
                )
            ),
            Subheading(b("Was nicht droht", "What is not threatened")),
            Bullets(
                (
                    b(
                        "Kein Verbot, auf Ersatzansprüche zu verzichten oder sich zu vergleichen: Das stand nur in "
                        "Entwürfen (Grenze bleibt § 43 Abs. 3 GmbHG).",
                        "No ban on waiving or settling claims: that stood in drafts only.",
                    ),
                    b(
                        "Kein Bußgeld allein wegen fehlender Schulung oder Überwachung (§ 38).",
                        "No fine for missing training or oversight alone.",
                    ),
                )
            ),
        ),
    )


def decisions() -> Section:
    boxes = TickBoxes((b("ja", "yes"), b("nein", "no")), b("Beschluss", "Decision"))
    table = Table(
        columns=(
            Column(b("Nr.", "No."), 3.6),
            Column(b("Beschluss", "Decision"), 53),
            Column(b("verantwortlich", "responsible"), 17, Kind.CITATION),
            Column(b("bis", "by"), 12),
            Column(b("Entscheidung", "Decision"), 13.4),
        ),
        rows=tuple(
            (
                str(number),
                b(
                    "Die Gesellschaft registriert sich beim BSI und hält den Grund der Verspätung fest.",
                    "The company registers with the BSI and records the reason for the delay.",
                ),
                b("Leitung IT", "Head of IT"),
                b("27.11.2026", "27 Nov 2026"),
                boxes,
            )
            for number in range(1, 6)
        ),
        summary=b("Erbetene Beschlüsse", "Decisions requested"),
        row_header=1,
    )
    sign = (b("Ort, Datum", "Place, date"), b("Geschäftsführung: Name und Unterschrift", "Managing director"))
    return Section(
        "4",
        b("Erbetene Beschlüsse", "Decisions requested"),
        (
            Paragraph(
                b(
                    "Die Geschäftsleitung setzt die Maßnahmen um und überwacht sie (§ 38 Abs. 1 BSIG). Dazu wird um "
                    "folgende Beschlüsse gebeten:",
                    "Management implements and oversees the measures (section 38(1) BSIG). It is asked to decide:",
                )
            ),
            table,
            Signatures((sign, sign)),
        ),
    )


def recovery() -> tuple[Section, ...]:
    systems = (
        ("Domänendienste", "4", None),
        ("ERP", "8", None),
        ("Fertigungssteuerung", "4", "6.5"),
        ("Fernwartungsplattform", "4", "3.2"),
        ("CAD und PDM", "24", "31"),
        ("E-Mail", "24", "5"),
    )
    return (
        Section(
            "A",
            b("Begründung", "Reasoning"),
            (
                Reasoning(
                    (
                        Step(
                            b("Tätigkeit.", "Activity."),
                            b("Herstellung von Werkzeugmaschinen, NACE Abschnitt C.", "Machine tools, NACE section C."),
                            Citation("Anlage 2 Nr. 5.4.1"),
                        ),
                        Step(
                            b("Ausnahmen.", "Exemptions."),
                            b("§ 28 Abs. 5 bis 8 geprüft: keine trifft zu.", "Section 28(5) to (8): none applies."),
                        ),
                    )
                ),
            ),
        ),
        Section(
            "C",
            b("Wiederherstellung", "Recovery"),
            (
                Paragraph(b("Vier von sechs Systemen sind getestet.", "Four of six systems are tested.")),
                Figure(
                    chart=TargetBars(
                        bars=tuple(bar(*system) for system in systems),
                        unit=b("Stunden", "hours"),
                        up_to_target=b("bis zum Ziel", "up to the target"),
                        measured=b("gemessen", "measured"),
                        beyond_target=b("gemessen, über dem Ziel", "measured, beyond the target"),
                    ),
                    caption=b("Wiederherstellungszeit: Ziel und Messung", "Recovery time: target and measurement"),
                    alternative=b("Ziele und gemessene Zeiten von sechs Systemen", "Targets and times of six systems"),
                ),
            ),
        ),
        Section("D", b("Quellen", "Sources"), (SmallPrint((Cite(Citation("BSIG")), Plain("vom 02.12.2025"))),)),
    )


def bar(name: str, target: str, measured: str | None) -> Bar:
    if measured is None:
        verdict = b("nicht getestet", "not tested")
    else:
        gap = Decimal(target) - Decimal(measured)
        verdict = b(f"{abs(gap)} h über dem Ziel" if gap < 0 else f"{gap} h unter dem Ziel", f"{gap} h from target")
    value = Decimal(measured) if measured else None
    return Bar(name=name, target=Decimal(target), measured=value, label=f"{measured} h", verdict=verdict)


def design_paper() -> Document:
    return Document(
        title=b("NIS-2: Einordnung, Pflichten und Haftung", "NIS2: classification, duties and liability"),
        kicker=b("Vorlage für die Geschäftsleitung", "Board paper"),
        under_title=(
            b("Muster Maschinenbau GmbH, Demodaten", "Muster Maschinenbau GmbH, demo data"),
            b(
                "Tatsachen: Stand 22.11.2026, Jahresabschlüsse 2024 und 2025. Recht: BSIG, Fassung vom 28.07.2026.",
                "Facts as of 22 Nov 2026, accounts 2024 and 2025. Law: BSIG as of 28 Jul 2026.",
            ),
        ),
        subject=b("Einordnung der Muster Maschinenbau GmbH", "Classification of Muster Maschinenbau GmbH"),
        author="Muster Maschinenbau GmbH",
        footer=(
            "Muster Maschinenbau GmbH",
            b("Vorlage für die Geschäftsleitung", "Board paper"),
            b("22.11.2026", "22 Nov 2026"),
        ),
        head_note=b("Demodaten", "Demo data"),
        created=CREATED,
        sections=(result(), meaning(), exposure(), decisions()),
        annexes=(Annex(b("Anlage", "Annex"), recovery()),),
    )
