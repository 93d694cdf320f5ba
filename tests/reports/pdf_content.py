"""A walk over the operators of one page: everything painted is in a mark, every mark closes where it opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pikepdf

Node: TypeAlias = Any
"""An object of a PDF: a dictionary, an array or a stream, as the file has it."""

PAINTING = frozenset({"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE IMAGE"})
OTHER_COLOURS = frozenset({"k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "gs"})


@dataclass
class Walk:
    """What was met: the marks with their tags, the replacement texts, the faults."""

    marks: dict[int, str] = field(default_factory=dict)
    replacements: dict[int, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    _inside: str = ""
    _depth: int = 0
    _depth_at_opening: int = 0
    _in_text: bool = False

    def step(self, operator: str, operands: list[Node]) -> None:
        """Take one operator."""
        match operator:
            case "BDC" | "BMC":
                self._open(str(operands[0]), operands[1] if operator == "BDC" else None)
            case "EMC":
                self._close()
            case "q" | "Q":
                self._depth += 1 if operator == "q" else -1
            case "BT" | "ET":
                self._in_text = operator == "BT"
            case _ if operator in PAINTING and not self._inside:
                self.faults.append(f"{operator} paints outside any mark")
            case _ if operator in OTHER_COLOURS:
                self.faults.append(f"{operator} is no colour of the output intent")

    def _open(self, tag: str, properties: Node | None) -> None:
        if self._inside:
            self.faults.append(f"{tag} opens inside {self._inside}")
        if self._in_text:
            self.faults.append(f"{tag} opens inside a text object")
        self._inside, self._depth_at_opening = tag, self._depth
        if tag == "/Artifact":
            return
        if properties is None or "/MCID" not in properties:
            self.faults.append(f"{tag} has no number")
            return
        number = int(properties.MCID)
        if number in self.marks:
            self.faults.append(f"mark {number} is used twice")
        self.marks[number] = tag
        if "/ActualText" in properties:
            self.replacements[number] = str(properties.ActualText)

    def _close(self) -> None:
        if not self._inside:
            self.faults.append("a mark is closed that was never opened")
        if self._in_text or self._depth != self._depth_at_opening:
            self.faults.append(f"{self._inside} is closed at another depth than it was opened")
        self._inside = ""

    def finish(self) -> None:
        """Complain about what is still open at the end of the page."""
        if self._inside:
            self.faults.append(f"{self._inside} is never closed")
        if self._depth:
            self.faults.append("the graphics state is not restored")


def walk_page(page: pikepdf.Page) -> Walk:
    """Walk over a page."""
    walk = Walk()
    for instruction in pikepdf.parse_content_stream(page):
        walk.step(str(instruction.operator), list(instruction.operands))
    walk.finish()
    return walk
