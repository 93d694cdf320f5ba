"""The law content is read strictly: a mistake in a shipped file is loud and says where it is."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Literal

import pytest

from app.core.text import Bilingual, Citation
from app.law import content


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Part:
    name: str


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    plain: Bilingual
    source: Citation
    since: date
    annex: Literal[1, 2]
    colour: Colour = Colour.RED
    often: bool = False
    share: Decimal = Decimal(0)
    count: int | None = None
    trap: Bilingual | None = None
    parts: tuple[Part, ...] = ()
    sentences: tuple[Bilingual, ...] = ()


GOOD = """
id = "one"
plain_de = "eins"
plain_en = "one"
source = "§ 28 Abs. 3 BSIG"
since = 2025-12-06
annex = 1
"""


def rule(text: str) -> Rule:
    return content.record(tomllib.loads(text, parse_float=Decimal), Rule, "rules.toml: rule one")


def test_a_table_becomes_a_record() -> None:
    assert rule(GOOD) == Rule("one", Bilingual("eins", "one"), Citation("§ 28 Abs. 3 BSIG"), date(2025, 12, 6), 1)


def test_what_has_a_default_may_be_there() -> None:
    read = rule(
        GOOD
        + """
colour = "blue"
often = true
share = 0.5
count = 3
trap_de = "Falle"
trap_en = "trap"
parts = [{ name = "a" }, { name = "b" }]
sentences = [{ de = "ja", en = "yes" }]
"""
    )
    assert read.colour is Colour.BLUE
    assert read.often
    assert read.share == Decimal("0.5")
    assert read.count == 3
    assert read.trap == Bilingual("Falle", "trap")
    assert read.parts == (Part("a"), Part("b"))
    assert read.sentences == (Bilingual("ja", "yes"),)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text + 'cuont = "1"', "rules.toml: rule one: unknown key cuont"),
        (lambda text: text.replace('id = "one"', ""), "rules.toml: rule one: id is missing"),
        (lambda text: text.replace('plain_en = "one"', ""), "plain_en is missing"),
        (lambda text: text + 'trap_de = "Falle"', "trap_en is missing"),
        (lambda text: text.replace('"eins"', '""'), "plain, de: a text is expected"),
        (lambda text: text.replace('"eins"', '" eins"'), "plain, de: a text is expected"),
        (lambda text: text.replace('"eins"', "7"), "plain, de: a text is expected"),
        (lambda text: text.replace("annex = 1", "annex = 3"), "annex: one of 1, 2 is expected"),
        (lambda text: text.replace("annex = 1", "annex = true"), "annex: one of 1, 2 is expected"),
        (lambda text: text.replace("2025-12-06", "2025-12-06T10:00:00"), "since: date is expected"),
        (lambda text: text.replace("2025-12-06", '"6.12."'), "since: date is expected"),
        (lambda text: text + 'colour = "green"', "colour: one of red, blue is expected"),
        (lambda text: text + "share = true", "share: Decimal is expected"),
        (lambda text: text + "often = 1", "often: bool is expected"),
        (lambda text: text + "count = true", "count: int is expected"),
        (lambda text: text + "parts = []", "parts: a list with at least one entry is expected"),
        (lambda text: text + 'parts = ["a"]', "parts 1: a table is expected"),
        (lambda text: text + "parts = [{ nam = 'a' }]", "parts 1: name is missing"),
        (lambda text: text + "sentences = [{ de = 'ja' }]", "sentences 1: en is missing"),
    ],
)
def test_a_mistake_is_told_with_its_place(change: Callable[[str], str], says: str) -> None:
    with pytest.raises(content.ContentError, match=says.replace(".", r"\.")):
        rule(change(GOOD))


def test_rows_are_read_in_the_order_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules_in_order.toml").write_text(
        '[[part]]\nname = "Zähler"\n[[part]]\nname = "Anlage"\n', encoding="utf-8"
    )
    monkeypatch.setattr(content, "resource", lambda *parts: tmp_path / parts[-1])
    assert content.rows("rules_in_order.toml", "part", Part) == (Part("Zähler"), Part("Anlage"))
    with pytest.raises(content.ContentError, match=r"rules_in_order\.toml: no entries \[\[rule\]\]"):
        content.rows("rules_in_order.toml", "rule", Part)


def test_a_mistake_in_a_row_names_the_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules_with_a_mistake.toml").write_text(
        '[[part]]\nname = "a"\n[[part]]\nno = "5.4.1"\n[[part]]\n', encoding="utf-8"
    )
    monkeypatch.setattr(content, "resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(content.ContentError, match=r"part 5\.4\.1: name is missing"):
        content.rows("rules_with_a_mistake.toml", "part", Part)
