"""QR codes, drawn as one path of the page: nothing is a picture, and no second layer touches the file.

ReportLab finds the modules; its own way of drawing them would paint outside our marks. It drags half of ReportLab's
graphics along, so it is imported for the first code and not before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.reports.typeset.stationery import BLACK

Modules = Sequence[Sequence[bool]]
"""Rows from the top; what is true is dark."""


def modules(content: str) -> Modules:
    """Return the code that says the content; up to a seventh of it may be unreadable."""
    from reportlab.graphics.barcode.qrencoder import (  # type: ignore[import-untyped]  # noqa: PLC0415 - see above
        QR8bitByte,
        QRCode,
        QRErrorCorrectLevel,
    )

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(content.encode()))
    code.make()
    return [[bool(dark) for dark in row] for row in code.modules]


def drawn(code: Modules, x: float, top: float, size: float) -> str:
    """Return the operators that paint a code with modules of a size, its upper left corner on a point.

    All modules are one path, so that no viewer shows seams between them.
    """
    rectangles = " ".join(
        f"{start} {row} {length} 1 re" for row, line in enumerate(code) for start, length in _runs(line)
    )
    return f"q {BLACK.operands} rg {size:.4f} 0 0 {-size:.4f} {x:.2f} {top:.2f} cm {rectangles} f Q"


def _runs(line: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where the dark stretches of a row begin and how long they are."""
    start = 0
    for dark, group in groupby(line):
        length = len(list(group))
        if dark:
            yield start, length
        start += length
