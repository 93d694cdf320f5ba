"""Which way words run: the part of the Unicode bidirectional algorithm that names in a left-to-right paper need.

The paper is read from left to right. A stretch of Hebrew or Arabic in it runs the other way, and numbers inside that
stretch run forwards again. Explicit direction marks are left without effect: in a register they are either an accident
or an attempt to make a name look like another one. A pure module.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import TypeVar
from unicodedata import bidirectional

FORWARD, BACKWARD, NUMBER = 0, 1, 2

_BACKWARD_SCRIPTS = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_SEPARATORS = frozenset({"ES", "CS", "ET"})
_Item = TypeVar("_Item")


def levels(text: str) -> list[int] | None:
    """Return which way each character runs: forward, backward, or a number among backward ones; None if all forward."""
    if not _BACKWARD_SCRIPTS.search(text):
        return None
    kinds = _kinds(text)
    found = [{"R": BACKWARD, "N": NUMBER}.get(kind, FORWARD) for kind in kinds]
    for start, end in _neutral_stretches(kinds):
        if start and end < len(kinds) and kinds[start - 1] in "RN" and kinds[end] in "RN":
            found[start:end] = [BACKWARD] * (end - start)
    return found


def _kinds(text: str) -> list[str]:
    """Reduce each character to L (forward), R (backward), N (number after backward text) or a blank for neutral."""
    kinds: list[str] = []
    last_strong = "L"
    for character in text:
        kind = _kind(bidirectional(character), last_strong, kinds[-1] if kinds else " ")
        kinds.append(kind)
        last_strong = kind if kind in "LR" else last_strong
    return kinds


def _kind(bidi: str, last_strong: str, previous: str) -> str:
    if bidi == "L":
        return "L"
    if bidi in {"R", "AL"}:
        return "R"
    if bidi in {"EN", "AN"}:
        return "L" if bidi == "EN" and last_strong == "L" else "N"
    if bidi == "NSM":
        return previous
    return "N" if bidi in _SEPARATORS and previous == "N" else " "


def _neutral_stretches(kinds: list[str]) -> list[tuple[int, int]]:
    stretches, position = [], 0
    for kind, group in groupby(kinds):
        length = len(list(group))
        if kind == " ":
            stretches.append((position, position + length))
        position += length
    return stretches


def in_visual_order(items: Sequence[_Item], item_levels: Sequence[int]) -> list[_Item]:
    """Return a backward stretch in the order it stands on the line, from left to right."""
    order = [
        list(group) if level == NUMBER else list(group)[::-1]
        for level, group in _grouped(list(zip(items, item_levels, strict=True)))
    ]
    return [item for group in reversed(order) for item, _ in group]


def _grouped(pairs: list[tuple[_Item, int]]) -> list[tuple[int, list[tuple[_Item, int]]]]:
    return [(level, list(group)) for level, group in groupby(pairs, key=lambda pair: pair[1])]
