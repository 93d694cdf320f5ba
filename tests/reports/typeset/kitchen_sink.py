"""A paper with one of everything: all blocks, tables over pages, texts that nobody should type but somebody will."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from gettext import NullTranslations

from app.core.language import Code, Language
from app.core.text import Bilingual, Citation, Money, Percent, Text
from app.reports.document import (
    Annex,
    Bar,
    Beside,
    Blank,
    Breach,
    BulletList,
    Cite,
    Column,
    Digest,
    Document,
    Figure,
    HistoryHead,
    KeepTogether,
    KeyGroups,
    Kind,
    Muted,
    NumberedList,
    PageBreak,
    Paragraph,
    Plain,
    Reasoning,
    Result,
    Section,
    Signatures,
    SmallPrint,
    Source,
    State,
    StateCode,
    StateMark,
    Step,
    Strong,
    Subheading,
    Table,
    TargetBars,
    TickBoxes,
)

CREATED = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
YES, PARTLY, NO, OPEN = (
    StateMark(state, Bilingual(de, en))
    for state, de, en in (
        (State.YES, "ja", "yes"),
        (State.PARTLY, "teilweise", "partly"),
        (State.NO, "nein", "no"),
        (State.OPEN, "offen", "open"),
    )
)
HOSTILE = {
    "markup": '<b>fett</b> & "Anführung" &amp; <script>alert(1)</script> {braces} %s \\n $x$',
    "ligatures": "trifft, Geschäftsleitung, fließen, Auflage, ffi, Straße ÄÖÜẞ äöüß",
    "signs": "§ 30 € 5 ≥ 3 ≤ 9 > 1 × 2 ÷ 4 − 1 – „so“ → · ✓",
    "greek": "Καλημέρα Ευρώπη",
    "cyrillic": "Поставщик «Север»",
    "hebrew": "חברת שלום 2026 בע״מ",
    "arabic": "شركة محمد علي",
    "chinese": "深圳市华为技术有限公司",
    "korean": "삼성전자",
    "japanese": "株式会社テスト",
    "emoji": "Team 🙂 🚀 👩‍💻 ❤️ 🇩🇪",
    "thai": "บริษัท",
    "decomposed": "Mu\u0308ller & Sohn",
    "accents": "q\u0303 A\u0308\u0323 A\u033a\u0353 Z\u0335 Ἀθῆναι",
    "pointed": "שָׁלוֹם עֲלֵיכֶם",
    "vowels": "السَّلَامُ عَلَيْكُمْ لا",
    "invisible": "soft\u00adhyphen zero\u200bwidth bidi\u202etxet",
}
ENDLESS_WORD = "Donaudampfschifffahrtsgesellschaft" * 294
ENDLESS_TEXT = "Wiederherstellung der Systeme nach einem Ausfall. " * 200
HEAD = HistoryHead(1234, "0123456789abcdef" * 4, "fedcba98" * 4)
KEY = ("0WM8H", "ABCDE", "FGHJK", "MNPQR", "STWXY", "Z0123", "45678", "9ABCD")
ADDRESS = "https://www.gesetze-im-internet.de/bsig_2025/"


def language(code: Code) -> Language:
    return Language(code, NullTranslations())


def b(de: str, en: str) -> Bilingual:
    return Bilingual(de, en)


def words() -> Section:
    return Section(
        "1",
        b("Ergebnis und Begründung", "Result and reasoning"),
        (
            Result(b("Wichtige Einrichtung", "Important entity"), Citation("§ 28 Abs. 2 Satz 1 Nr. 3 BSIG")),
            Paragraph((Strong("300 ≥ 50."), Plain(Text("Decided.")), Breach("overdue"), Cite(Citation("§ 33 Abs. 1")))),
            Subheading(b("Schritte", "Steps")),
            Reasoning((Step(b("Größe.", "Size."), "300 > 50", Citation("§ 28 Abs. 2")), Step("Topic.", "Sentence."))),
            BulletList((b("Kein Verbot", "No ban"), (Plain("Part"), Muted("muted", glued=True)))),
            NumberedList(tuple(f"Item {number}" for number in range(1, 12))),
            SmallPrint(b("Keine Rechtsberatung.", "Not legal advice.")),
            Source(b("Gesetz im Internet", "The law on the web"), ADDRESS),
            KeepTogether((Subheading("Kept"), Paragraph("together"))),
        ),
    )


def tables() -> Section:
    narrow = Table(
        columns=(Column(b("Merkmal", "Criterion"), 2), Column("€", 1, Kind.AMOUNT), Column(b("Stand", "State"), 1)),
        rows=(("Umsatz", Money(80_000_000), YES), ("Anteil", Percent(0.014), PARTLY), ("Zahl", 1234, OPEN)),
        summary=b("Werte", "Values"),
        caption=b("Eine Unterschrift", "A caption"),
    )
    return Section(
        "2",
        b("Tabellen", "Tables"),
        (Paragraph("Vier Tabellen."), narrow, long_table(), tall_table(), empty_table(), decisions()),
    )


def long_table() -> Table:
    heads = ("Nr.", "Pflicht", "Grundlage", "beschlossen", "nachgewiesen")
    kinds = (Kind.AMOUNT, Kind.WORDS, Kind.CITATION, Kind.WORDS, Kind.WORDS)
    rows = tuple((n, f"Pflicht {n}", Citation(f"§ 30 Abs. 2 Nr. {n}"), YES, NO) for n in range(1, 91))
    columns = tuple(Column(head, 1, kind) for head, kind in zip(heads, kinds, strict=True))
    return Table(columns=columns, rows=rows, summary="90 rows", row_header=1)


def tall_table() -> Table:
    columns = (Column("Name", 1), Column("Text", 3))
    return Table(columns=columns, rows=(("first", "short"), ("tall", ENDLESS_TEXT), ("last", YES)), summary="Tall")


def empty_table() -> Table:
    return Table(columns=(Column("Name"), Column("Text")), rows=(), summary="Empty")


def decisions() -> Table:
    boxes = TickBoxes((b("ja", "yes"), b("nein", "no")), b("Beschluss 1", "Decision 1"))
    columns = (Column("Nr.", 0.3), Column(b("Beschluss", "Decision"), 3), Column(b("Ja?", "Yes?"), 1))
    return Table(columns=columns, rows=(("1", "Registrieren", boxes),), summary="Decisions", row_header=1)


def hostile() -> Section:
    columns = (Column("Art"), Column("Name", 3))
    rows = tuple((kind, text) for kind, text in HOSTILE.items())
    paragraphs = tuple(Paragraph((Strong(text), Plain(text))) for text in HOSTILE.values())
    return Section(
        "3",
        "<Hostile> & שלום 🙂",
        (*paragraphs, Table(columns=columns, rows=rows, summary='<&"'), Paragraph(ENDLESS_WORD)),
    )


def figures(count: int = 6) -> Section:
    values = (
        ("ERP", "8", None),
        ("MES <&>", "4", "6.5"),
        ("שלום", "4", "3.2"),
        ("CAD", "24", "31"),
        ("Mail", "24", "5"),
    )
    bars = tuple(bar(*values[number % len(values)]) for number in range(count))
    chart = TargetBars(
        bars=bars,
        unit=b("Stunden", "hours"),
        up_to_target=b("bis zum Ziel", "up to the target"),
        measured=b("gemessen", "measured"),
        beyond_target=b("über dem Ziel", "beyond the target"),
    )
    figure = Figure(chart=chart, caption=b("Zeit", "Time"), alternative=b("ERP: Ziel 8 h", "ERP: target 8 h"))
    return Section("A", b("Tests", "Tests"), (Paragraph("Ein Bild."), figure), new_page=True)


def bar(name: str, target: str, measured: str | None) -> Bar:
    value = None if measured is None else Decimal(measured)
    verdict = b("nicht getestet", "not tested") if value is None else b("19 h unter dem Ziel", "19 h under the target")
    return Bar(name=name, target=Decimal(target), measured=value, label=f"{measured} h", verdict=verdict)


def signatures() -> Section:
    pair = (b("Ort, Datum", "Place, date"), b("Name und Unterschrift", "Name and signature"))
    return Section("B", b("Unterschrift", "Signature"), (Paragraph("Sign."), PageBreak(), Signatures((pair, pair))))


def keys() -> Section:
    return Section(
        "C",
        b("Schlüssel", "Keys"),
        (Paragraph("Key."), KeyGroups(KEY), Paragraph("Sum."), StateCode(HEAD), Digest("ab12" * 10), forms()),
    )


def forms() -> Beside:
    blanks = (Blank(b("Wo?", "Where?")), Blank(b("Wer <&>?", "Who <&>?")))
    columns = (Column("Nr.", 0.3), Column(b("Wo", "Where")), Column(b("Wer", "Who")))
    long = Table(columns=columns, rows=tuple((n, *blanks) for n in range(1, 6)), summary="Long form")
    short = Table(columns=columns, rows=((1, *blanks),), summary="Short form")
    return Beside(long, short)


def kitchen_sink() -> Document:
    return Document(
        title=b("NIS-2: Prüfstück mit <allem> & mehr", "NIS2: a test piece with <everything> & more"),
        kicker=b("Vorlage für die Geschäftsleitung", "Board paper"),
        under_title=("Muster & Söhne GmbH", b("Tatsachen: Stand 22.11.2026", "Facts as of 22 November 2026")),
        subject=b("Ein Prüfstück: <alles>", "A test piece: <everything>"),
        author="Muster & Söhne GmbH 🙂",
        footer=("Muster & Söhne GmbH", b("Vorlage", "Paper"), CREATED.date()),
        head_note=b("Demodaten", "Demo data"),
        created=CREATED,
        sections=(words(), tables(), hostile()),
        annexes=(Annex(b("Anlage", "Annex"), (figures(), signatures(), keys())), Annex("Bars", (figures(60),))),
        head=HEAD,
    )
