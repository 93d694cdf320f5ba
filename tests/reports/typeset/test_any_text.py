"""Whatever a person can type can be printed: nothing crashes, nothing vanishes, nothing becomes an empty box."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.reports.document import Cell, Column, Kind, Paragraph, Section, StateMark, Strong, Table, TickBoxes
from app.reports.document import State as Of
from app.reports.typeset.characters import clusters, legible, numbered, pieces
from app.reports.typeset.direction import BACKWARD, FORWARD, NUMBER, in_visual_order, levels
from app.reports.typeset.fonts import face
from app.reports.typeset.lines import Tone, lines, words
from app.reports.typeset.render import render
from app.reports.typeset.shaping import shape
from app.reports.typeset.stationery import INK, SANS
from app.reports.typeset.voice import bound
from tests.reports.pdf_checks import problems
from tests.reports.pdf_text import heard
from tests.reports.typeset.kitchen_sink import kitchen_sink, language

SCRIPTS = "aäß é§€ -/\u00a0\t\nשלום٣مد12Ωж深삼🙂👩\u200d\ufe0fกิ\u0308\u202e\x07\x00\ud800\uffff\u00ad."
TEXTS = st.text() | st.text(alphabet=SCRIPTS) | st.text(alphabet=st.characters())
CALM = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
TONE = Tone(SANS, 8.7, INK, kerned=True)


def read_aloud(text: str) -> str:
    return legible(text).replace("\n", " ").replace("\t", " ").replace("\u00a0", " ")


@CALM
@given(TEXTS, TEXTS)
def test_any_text_is_printed_and_read_aloud_to_the_letter(first: str, second: str) -> None:
    cells: tuple[Cell, ...] = (Strong(first), StateMark(Of.NO, second), TickBoxes((first,), second), second)
    kinds = (Kind.WORDS, Kind.CITATION, Kind.WORDS, Kind.AMOUNT)
    table = Table(columns=tuple(Column(second, 1, kind) for kind in kinds), rows=(cells,), summary=first)
    section = Section(first[:3], second, (Paragraph(first), table))
    paper = replace(kitchen_sink(), title=first, author=second, footer=(second,), sections=(section,), annexes=())
    pdf = render(paper, language("de"))
    assert [fault for fault in problems(pdf) if "is empty" not in fault] == []
    spoken = {tag: [text.replace("\u00a0", " ") for text in heard(pdf, tag)] for tag in ("P", "TD")}
    assert (read_aloud(first) in spoken["P"], read_aloud(second) in spoken["TD"]) == (True, True)


@given(TEXTS)
def test_pieces_lose_no_character_and_every_glyph_exists(text: str) -> None:
    text = legible(text).replace("\n", "")
    found = list(pieces(text, face(SANS)))
    assert "".join(piece.typed for piece in found) == text
    assert [piece for piece in found if not piece.face.holds(piece.drawn) or not piece.drawn] == []


@given(TEXTS)
def test_clusters_lose_no_character(text: str) -> None:
    assert "".join(clusters(text)) == text


@settings(deadline=None)
@given(TEXTS, st.floats(min_value=40, max_value=400))
@example("\xa0\x1f\x1f", 59.0)
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    set_lines = lines(words([(legible(text), TONE)]), width)
    assert [line.width for line in set_lines if line.width > width + 1 and len(clusters(line_text(line))) > 1] == []


def line_text(line: object) -> str:
    return "".join(stretch.typed for stretch in getattr(line, "stretches", ())).rstrip()


@given(TEXTS, TEXTS)
def test_two_tones_lose_no_character(first: str, second: str) -> None:
    first, second = legible(first), legible(second)
    set_lines = lines(words([(first, TONE), (second, replace(TONE, size=10))]), 200)
    typed = "".join(stretch.typed for line in set_lines for stretch in line.stretches)
    assert typed == (first + second).replace("\n", " ").replace("\t", " ")


@given(TEXTS)
def test_every_character_runs_one_way(text: str) -> None:
    found = levels(text)
    assert found is None or (len(found) == len(text) and set(found) <= {FORWARD, BACKWARD, NUMBER})


@given(st.lists(st.sampled_from([BACKWARD, NUMBER]), min_size=1))
def test_turning_a_line_keeps_all_of_it(item_levels: list[int]) -> None:
    items = list(range(len(item_levels)))
    assert sorted(in_visual_order(items, item_levels)) == items


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", None),
        ("a א", [FORWARD, FORWARD, BACKWARD]),
        ("א ב", [BACKWARD] * 3),
        ("א 12", [BACKWARD, BACKWARD, NUMBER, NUMBER]),
        ("א 1.2 b", [BACKWARD, BACKWARD, NUMBER, NUMBER, NUMBER, FORWARD, FORWARD]),
        ("1 א", [FORWARD, FORWARD, BACKWARD]),
        ("א\u05b8b", [BACKWARD, BACKWARD, FORWARD]),
    ],
)
def test_names_in_hebrew_run_backward_and_their_numbers_forward(text: str, expected: list[int] | None) -> None:
    assert levels(text) == expected


def test_a_backward_stretch_is_turned_but_its_numbers_are_not() -> None:
    assert in_visual_order(["a", "1", "2", "b"], [BACKWARD, NUMBER, NUMBER, BACKWARD]) == ["b", "1", "2", "a"]


@pytest.mark.parametrize("kerned", [True, False])
def test_brackets_in_a_backward_stretch_open_the_other_way(kerned: bool) -> None:
    forward, backward = (shape(face(SANS), "(", kerned, way) for way in (False, True))
    assert (forward.glyphs[0].code, backward.glyphs[0].code) == (ord("("), ord(")"))


def test_what_no_font_holds_is_named_by_its_number() -> None:
    (piece,) = pieces("ก", face(SANS))
    assert (piece.drawn, piece.typed) == ("‹U+0E01›", "ก")
    assert numbered("\U0001f9ff") == "‹U+1F9FF›"


def test_signs_nobody_sees_before_one_that_no_font_holds_are_named_too() -> None:
    assert [piece.drawn for piece in pieces("\u200b\ufe00ก", face(SANS))] == ["‹U+200B›‹U+FE00›‹U+0E01›"]


def test_control_codes_are_written_out_and_line_ends_are_one_kind() -> None:
    assert legible("a\x07b\r\nc\u2028d\ud800") == "a‹U+0007›b\nc\nd\ufffd"


def test_a_source_breaks_only_after_a_comma_or_before_a_connecting_word() -> None:
    assert bound("§ 1 Abs. 2, § 3 und § 4") == "§\u00a01\u00a0Abs.\u00a02, §\u00a03 und\u00a0§\u00a04"
