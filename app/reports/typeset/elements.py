"""The logical structure of a paper: what is a heading, a list, a cell, in the order in which it is read.

The tree is grown while the blocks are set, before anything is drawn; drawing only adds marks to it. So the order of
reading does not depend on the order of drawing.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of page content that belongs to an element: its page (from 0) and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A clickable place that belongs to an element: its page, its name in the file, its key in the parent tree."""

    page: int
    name: str
    key: int


@dataclass(slots=True, eq=False)
class Element:
    """One node of the structure. Child elements, marks and annotations stand in one list, in reading order.

    `attributes` maps an owner such as `Table` to its entries, already written as PDF names, numbers or strings.
    """

    tag: str
    parent: Element | None = None
    alternative: str = ""
    actual: str = ""
    attributes: dict[str, dict[str, object]] = field(default_factory=dict)
    kids: list[Element | Mark | Annotation] = field(default_factory=list)

    def add(self, tag: str, *, alternative: str = "", actual: str = "") -> Element:
        """Return a new last child."""
        child = Element(tag, self, alternative, actual)
        self.kids.append(child)
        return child

    def describe(self, owner: str, **entries: object) -> Element:
        """Give the element attributes of an owner, and return it."""
        self.attributes.setdefault(owner, {}).update(entries)
        return self
