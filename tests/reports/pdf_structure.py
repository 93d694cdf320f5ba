"""A walk over the structure tree: every mark has one owner, both ways agree, and the tags make sense to a listener."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from tests.reports.pdf_content import Node, walk_page

HEADING = re.compile(r"H([1-6])$")
PARENTS = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
}
Place = tuple[int, int]


@dataclass
class Tree:
    """The elements in reading order, and which of them own which marks and links."""

    elements: list[Node] = field(default_factory=list)
    owners: dict[Place, Node] = field(default_factory=dict)
    links: list[Node] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def structure_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield everything that is wrong with the structure."""
    if "/StructTreeRoot" not in pdf.Root:
        yield "there is no structure tree"
        return
    tree = read_tree(pdf)
    yield from tree.faults
    yield from _ownership_problems(pdf, tree)
    yield from _parent_tree_problems(pdf, tree)
    yield from _heading_problems(tree)
    for element in tree.elements:
        yield from _element_problems(element)


def read_tree(pdf: pikepdf.Pdf) -> Tree:
    """Return the tree as it is read."""
    tree = Tree()
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    root = pdf.Root.StructTreeRoot
    _visit(root.K, root, tree, pages)
    return tree


def _visit(element: Node, parent: Node, tree: Tree, pages: dict[Node, int]) -> None:
    tree.elements.append(element)
    if element.P.objgen != parent.objgen:
        tree.faults.append(f"{element.S} does not point to its parent")
    for kid in kids(element):
        if isinstance(kid, int):
            _own(tree, (pages[element.Pg.objgen], kid), element)
        elif kid.get("/Type") == "/MCR":
            _own(tree, (pages[kid.Pg.objgen], int(kid.MCID)), element)
        elif kid.get("/Type") == "/OBJR":
            tree.links.append(kid.Obj)
        else:
            _visit(kid, element, tree, pages)


def _own(tree: Tree, place: Place, element: Node) -> None:
    if place in tree.owners:
        tree.faults.append(f"mark {place} has two owners")
    tree.owners[place] = element


def kids(element: Node) -> list[Node]:
    """Return an element's children, marks and links, in order."""
    return [int(kid) if isinstance(kid, int) else kid for kid in _listed(element, "/K")]


def _listed(element: Node, key: str) -> list[Node]:
    """Return an entry as a list, whether the file has none, one or several."""
    if key not in element:
        return []
    found = element[key]
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _ownership_problems(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[str]:
    painted = {
        (number, mark): tag for number, page in enumerate(pdf.pages) for mark, tag in walk_page(page).marks.items()
    }
    yield from (f"mark {place} belongs to nobody" for place in painted.keys() - tree.owners.keys())
    yield from (f"mark {place} is nowhere painted" for place in tree.owners.keys() - painted.keys())
    for place in painted.keys() & tree.owners.keys():
        if painted[place] != str(tree.owners[place].S):
            yield f"mark {place} is {painted[place]}, its element {tree.owners[place].S}"


def _parent_tree_problems(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[str]:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    entries = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    for place, owner in tree.owners.items():
        entry = entries.get(int(pdf.pages[place[0]].StructParents))
        if entry is None or place[1] >= len(entry) or entry[place[1]].objgen != owner.objgen:
            yield f"the parent tree does not lead from mark {place} to its element"
    for link in tree.links:
        if int(link.get("/StructParent", -1)) not in entries or "/Contents" not in link:
            yield "a link has no words or no way back"
    annotations = [note for page in pdf.pages for note in page.get("/Annots", [])]
    if len(annotations) != len(tree.links):
        yield "a link is not in the tree"


def _heading_problems(tree: Tree) -> Iterator[str]:
    level = 0
    for element in tree.elements:
        found = HEADING.match(str(element.S)[1:])
        if found:
            if int(found.group(1)) > level + 1:
                yield f"heading {element.S} follows level {level}"
            level = int(found.group(1))


def _element_problems(element: Node) -> Iterator[str]:
    tag = str(element.S)[1:]
    if tag in PARENTS and str(element.P.S)[1:] not in PARENTS[tag]:
        yield f"{tag} stands in {element.P.S}"
    if tag in {"Figure", "Form"} and not str(element.get("/Alt", "")):
        yield f"{tag} has no alternative text"
    if tag == "Figure" and "/BBox" not in attributes(element, "/Layout"):
        yield "Figure has no bounding box"
    if tag == "TH" and attributes(element, "/Table").get("/Scope") not in {"/Row", "/Column"}:
        yield "TH has no scope"
    if tag == "Table" and len({len(kids(row)) for row in rows(element)}) != 1:
        yield "Table has rows of different length"
    if not kids(element) and tag != "TD":
        yield f"{tag} is empty"


def rows(table: Node) -> list[Node]:
    """Return the rows of a table, head and body."""
    parts = [part for part in kids(table) if str(part.S) in {"/THead", "/TBody"}]
    return [row for part in [table, *parts] for row in kids(part) if str(row.S) == "/TR"]


def attributes(element: Node, owner: str) -> dict[str, Node]:
    """Return an element's attributes of one owner."""
    return {key: value for entry in _listed(element, "/A") if owner == entry.O for key, value in entry.items()}
