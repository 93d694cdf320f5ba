"""The stationery of the paper: page, columns, colours and type scale, each with the name the design gives it.

Everything measured stands here and nowhere else, in points. Nothing is justified and nothing is hyphenated.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

MM = 72 / 25.4

PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
TOP, RIGHT, BOTTOM, LEFT = 25 * MM, 20 * MM, 20 * MM, 25 * MM
MARGIN_COLUMN = 36 * MM
TEXT_COLUMN = 129 * MM
FULL_WIDTH = MARGIN_COLUMN + TEXT_COLUMN
TEXT_LEFT = LEFT + MARGIN_COLUMN
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
FOOT_BASELINE = 12 * MM
FOOT_SECOND_BASELINE = FOOT_BASELINE - 10
HEAD_RULE = PAGE_HEIGHT - 17 * MM
HEAD_BASELINE = HEAD_RULE + 6.4


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour in the sRGB space of the output intent."""

    red: int
    green: int
    blue: int

    @property
    def operands(self) -> str:
        """The three numbers a colour operator takes."""
        return " ".join(f"{channel / 255:.4f}".rstrip("0").rstrip(".") for channel in (self.red, self.green, self.blue))


INK = Colour(0x1B, 0x24, 0x30)
MUTED = Colour(0x55, 0x60, 0x6C)
ACCENT = Colour(0x0B, 0x5A, 0x6F)
BREACH = Colour(0xB3, 0x26, 0x1E)
BAR_GROUND = Colour(0xDC, 0xE2, 0xE7)
LINE = Colour(0xC3, 0xCB, 0xD3)
PAPER = Colour(0xFF, 0xFF, 0xFF)
BLACK = Colour(0, 0, 0)
"""For codes: a printer without colours would dot any other ink, and a scanner would stumble over the dots."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of one colour and weight."""

    colour: Colour
    weight: float

    @property
    def operators(self) -> str:
        """The operators that choose this line."""
        return f"{self.colour.operands} RG {self.weight:g} w"


STRONG_RULE = Stroke(INK, 0.8)
THIN_RULE = Stroke(LINE, 0.35)

SERIF = "NachweisSerif-Regular"
SERIF_STRONG = "NachweisSerif-Semibold"
DISPLAY = "NachweisSerifDisplay-Regular"
DISPLAY_STRONG = "NachweisSerifDisplay-Semibold"
SANS = "NachweisSans-Regular"
SANS_STRONG = "NachweisSans-Semibold"
SANS_ITALIC = "NachweisSans-It"


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text is set. `kerned` costs time and is off in long tables, whose figures are tabular anyway."""

    face: str
    strong: str
    size: float
    leading: float
    colour: Colour = INK
    before: float = 0.0
    after: float = 0.0
    kerned: bool = True

    def unkerned(self) -> Style:
        """Return the same style without kerning."""
        return replace(self, kerned=False)

    def muted(self) -> Style:
        """Return the same style in muted ink."""
        return replace(self, colour=MUTED)


KICKER = Style(SANS_STRONG, SANS_STRONG, 9, 12, ACCENT)
TITLE = Style(DISPLAY, DISPLAY, 25, 30, before=2, after=8.5)
ANNEX_TITLE = Style(DISPLAY, DISPLAY, 18, 22)
UNDER_TITLE = Style(SANS, SANS_STRONG, 8.8, 12.4, MUTED)
MARGIN_HEADING = Style(SANS_STRONG, SANS_STRONG, 9.8, 12.6, ACCENT, before=12)
RESULT = Style(DISPLAY_STRONG, DISPLAY_STRONG, 20, 22, after=5.6)
RESULT_CITATION = Style(SANS, SANS_STRONG, 8.7, 11.4, MUTED, after=7.2)
SUBHEADING = Style(SANS_STRONG, SANS_STRONG, 9.2, 12.4, before=7, after=2.5)
TEXT = Style(SERIF, SERIF_STRONG, 10, 13.8, after=5)
ITEM = Style(SERIF, SERIF_STRONG, 10, 13.8, after=3)
LABEL = Style(SANS_STRONG, SANS_STRONG, 9.2, 13.8, ACCENT)
SMALL = Style(SANS, SANS_STRONG, 8, 10.8, MUTED, before=2, after=4)
TABLE_HEAD = Style(SANS_STRONG, SANS_STRONG, 8, 10, MUTED)
TABLE_BODY = Style(SANS, SANS_STRONG, 8.7, 11.4)
CAPTION = Style(SANS_STRONG, SANS_STRONG, 8.7, 11.4, before=7, after=2.5)
FURNITURE = Style(SANS, SANS_STRONG, 7.8, 10, MUTED)
LEGEND = Style(SANS, SANS_STRONG, 8, 10, MUTED)
CHART_TEXT = Style(SANS, SANS_STRONG, 8.7, 11.4)
CHART_REMARK = Style(SANS_ITALIC, SANS_STRONG, 8.7, 11.4, MUTED)
DIGEST = Style(SANS, SANS_STRONG, 8.7, 12.4, after=4)
KEY = Style(SANS_STRONG, SANS_STRONG, 19, 31)

HANGING = 15.0
TITLE_RULE_BEFORE, TITLE_RULE_AFTER = 9.0, 13.0

CELL_RIGHT, CELL_TOP, CELL_BOTTOM = 8.0, 2.9, 3.6
AMOUNT_TO_WORDS = 16.0
TABLE_BEFORE, TABLE_AFTER = 2.0, 7.0
LONG_TABLE = 60
ROWS_WITH_HEAD = 3

MARK_RADIUS, MARK_LINE, MARK_WIDTH = 2.9, 0.8, 11.2
BOX_SIZE, BOX_LINE, BOX_GAP, BOX_NEXT = 7.6, 0.7, 4.8, 9.0

SIGN_FIRST, SIGN_ABOVE, SIGN_GAP, SIGN_SHARE = 10.7, 26.0, 12.0, 0.371

BAR_ROW, BAR_HEIGHT, BAR_MEASURED, BAR_BEYOND, BAR_TICK = 17.0, 9.6, 4.0, 7.0, 11.6

BESIDE_GAP = 10 * MM
BLANK_HEIGHT, BLANK_LEAST = 13.0, 60.0
KEY_LABEL, KEY_PLACE, KEY_BEFORE, KEY_AFTER = 12.0, 18.0, 3.0, 8.0

CODE_MODULE, CODE_QUIET, CODE_BEFORE = 0.5 * MM, 4, 6.0
STATE_BEFORE, STATE_AFTER = 16.0, 8.0
