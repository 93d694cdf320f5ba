"""What stands beside the first door: the question the program answers, what it does, the paper one ends up with.

It is put there a moment after the first picture, so that the door's form is on the screen sooner.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.language import Language
from app.core.text import Citation, Text
from app.shell.arrange import beside, column, fill, gap, row, stack
from app.ui.boxes import Box
from app.ui.fonts import scaled
from app.ui.icons import CONTROL, NAVIGATION, IconLabel, MarkLabel
from app.ui.paper_sketch import PaperSketch, Sketch
from app.ui.text import Prose, label

_PICTURE = 540
_FEATURES: tuple[tuple[str, Text, Text], ...] = (
    (
        "list-checks",
        Text("Find out whether you are in scope"),
        Text("One question at a time in everyday language. “I don’t know” is an answer everywhere."),
    ),
    (
        "scale",
        Text("Fine frame and liability"),
        Text("With the provision and the arithmetic, and with what is not threatened."),
    ),
    ("file-text", Text("Make the board paper"), Text("Two pages for the management that stand alone, with an annex.")),
)


class _Features(QWidget):
    """What the program does, and the picture of the paper where there is room for it."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._thumbnail = PaperSketch(_sketch(language), language.say(Text("Picture of a finished board paper")))
        parts = []
        for icon, title, sentence in _FEATURES:
            words = stack(label(language.say(title), "strong"), Prose(language.say(sentence), tone="ink2"), spacing=1)
            parts.append(beside(IconLabel(icon, "accent", NAVIGATION), words, spacing=14))
        features = column(spacing=20)
        fill(features, *parts)
        features.addStretch(1)
        line = column(self)
        line.setDirection(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(36)
        line.addLayout(features, 1)
        line.addWidget(self._thumbnail, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where there is no room for it beside the words."""
        super().resizeEvent(event)
        self._thumbnail.setVisible(event.size().width() >= scaled(_PICTURE))


def fill_pitch(made: Box, language: Language) -> None:
    """Say the question the program answers, what it does, and show the paper one ends up with."""
    say = language.say
    made.body.setContentsMargins(56, 40, 52, 32)
    lead = Text(
        "In the end you have a reasoned classification under the BSI Act, your duties, and the deadlines that are "
        "already running."
    )
    fill(made.body, row(MarkLabel(28), label("Nachweis", "title", wrap=False), None, spacing=12), gap(20))
    fill(made.body, label(say(Text("Does NIS2 apply to you, and what follows?")), "big_figure"))
    fill(made.body, Prose(say(lead), tone="ink2"), gap(20), _Features(language))
    made.body.addStretch(1)
    offline = label(
        say(Text("Nachweis works without the internet. What you enter stays on this computer.")), "small", "ink2"
    )
    fill(made.body, beside(IconLabel("hard-drive", "ink2", CONTROL), offline, spacing=9))


def _sketch(language: Language) -> Sketch:
    say = language.say
    return Sketch(
        kicker=say(Text("Board paper")),
        date=say(Text("Sample")),
        company="Muster GmbH",
        result=say(Text("Important entity")),
        reason=f"60 ≥ 50 · {say(Citation('§ 28 Abs. 2 Satz 1 Nr. 3 BSIG'))}",
        headings=(
            say(Text("What this means")),
            say(Text("Duties")),
            say(Text("Fine frame and liability")),
            say(Text("Decisions requested")),
        ),
        counts=((say(Text("decided")), 11), (say(Text("done")), 6), (say(Text("proven")), 3)),
        duties=14,
        signatures=(say(Text("Place, date")), say(Text("Signature"))),
    )
