"""A check that finds nothing in a broken file proves nothing: each fault is made on purpose and must be named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from app.reports.document import Annex, Paragraph, Section
from app.reports.typeset.render import render
from tests.reports.pdf_checks import problems
from tests.reports.pdf_content import Node
from tests.reports.pdf_structure import read_tree, rows
from tests.reports.typeset.kitchen_sink import decisions, figures, kitchen_sink, language, words

Breaker = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def sound() -> bytes:
    small = Section("2", "Table", (Paragraph("A table."), decisions()))
    paper = replace(kitchen_sink(), sections=(words(), small), annexes=(Annex("Annex", (figures(),)),))
    return render(paper, language("de"))


def first(pdf: pikepdf.Pdf, tag: str) -> Node:
    return next(element for element in read_tree(pdf).elements if tag == element.S)


def drop_from_root(key: str) -> Breaker:
    return lambda pdf: pdf.Root.__delitem__(key)


def drop_from_first(tag: str, key: str) -> Breaker:
    return lambda pdf: first(pdf, tag).__delitem__(key)


def paint(operators: bytes) -> Breaker:
    return lambda pdf: pdf.pages[0].contents_add(operators)


def in_content(old: bytes, new: bytes) -> Breaker:
    def change(pdf: pikepdf.Pdf) -> None:
        content = bytes(pdf.pages[0].Contents.read_bytes())
        assert old in content
        pdf.pages[0].Contents.write(content.replace(old, new, 1))

    return change


def in_metadata(old: bytes, new: bytes) -> Breaker:
    def change(pdf: pikepdf.Pdf) -> None:
        packet = bytes(pdf.Root.Metadata.read_bytes())
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new, 1))

    return change


def first_font(pdf: pikepdf.Pdf) -> Node:
    return next(iter(pdf.pages[0].Resources.Font.values()))


def drop_from_font(key: str) -> Breaker:
    return lambda pdf: first_font(pdf).__delitem__(key)


def unembed(pdf: pikepdf.Pdf) -> None:
    del first_font(pdf).FontDescriptor.FontFile2


def encode(pdf: pikepdf.Pdf) -> None:
    first_font(pdf).Encoding = pikepdf.Name.WinAnsiEncoding


def widen(pdf: pikepdf.Pdf) -> None:
    font = first_font(pdf)
    font.Widths = pikepdf.Array([float(width) + 50 for width in font.Widths])


def swap_parent_tree(pdf: pikepdf.Pdf) -> None:
    entry = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    entry[0], entry[1] = entry[1], entry[0]


def own_twice(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/H1").K = pikepdf.Array([*first(pdf, "/P").K, *first(pdf, "/H1").K])


def disown(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/H1").K = pikepdf.Array([])


def retag(old: str, new: str) -> Breaker:
    def change(pdf: pikepdf.Pdf) -> None:
        first(pdf, old).S = pikepdf.Name(new)

    return change


def turn_away(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/H2").P = first(pdf, "/H1")


def unscope(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "/TH").A


def shorten_row(pdf: pikepdf.Pdf) -> None:
    row = rows(first(pdf, "/Table"))[-1]
    row.K = pikepdf.Array(list(row.K)[:-1])


def mute_link(pdf: pikepdf.Pdf) -> None:
    note = next(note for page in pdf.pages for note in page.get("/Annots", []))
    del note.Contents


def untab(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1].Tabs


def unmark(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def hide_title(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def rename(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Another"


def say_more(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Keywords"] = "NIS2"


def act(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


FAULTS: dict[str, Breaker] = {
    "no language": drop_from_root("/Lang"),
    "no structure tree": drop_from_root("/StructTreeRoot"),
    "no output intent": drop_from_root("/OutputIntents"),
    "no metadata": drop_from_root("/Metadata"),
    "not marked as tagged": unmark,
    "title is not shown": hide_title,
    "holds /OpenAction": act,
    "/Title and dc:title disagree": rename,
    "says more than the metadata": say_more,
    "pdfaid:part is '3'": in_metadata(b"<pdfaid:part>2<", b"<pdfaid:part>3<"),
    "pdfuaid:part is ''": in_metadata(b"<pdfuaid:part>1<", b"<pdfuaid:part><"),
    "/CreationDate and xmp:CreateDate disagree": in_metadata(b"T09:30", b"T10:30"),
    "is not embedded": unembed,
    "does not lead back": drop_from_font("/ToUnicode"),
    "has an encoding": encode,
    "wrong width": widen,
    "no tab order": untab,
    "Tj paints outside any mark": paint(b"BT (x) Tj ET"),
    "f paints outside any mark": in_content(b"EMC", b"EMC 0 0 9 9 re f"),
    "opens inside": in_content(b"EMC", b"/Artifact BMC EMC EMC"),
    "never closed": paint(b"/P <</MCID 999>> BDC"),
    "closed that was never": paint(b"EMC"),
    "at another depth": in_content(b"EMC", b"q EMC"),
    "is used twice": in_content(b"/MCID 1>>", b"/MCID 0>>"),
    "no colour of the output intent": paint(b"0 0 0 1 k"),
    "belongs to nobody": disown,
    "has two owners": own_twice,
    "the parent tree does not lead": swap_parent_tree,
    "its element /P": retag("/H1", "/P"),
    "does not point to its parent": turn_away,
    "heading /H3 follows level 1": retag("/H2", "/P"),
    "Lbl stands in": retag("/LI", "/Div"),
    "Figure has no alternative": drop_from_first("/Figure", "/Alt"),
    "Form has no alternative": drop_from_first("/Form", "/Alt"),
    "Figure has no bounding box": drop_from_first("/Figure", "/A"),
    "TH has no scope": unscope,
    "rows of different length": shorten_row,
    "H1 is empty": disown,
    "no words or no way back": mute_link,
}


def test_a_sound_paper_has_no_faults(sound: bytes) -> None:
    assert problems(sound) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_made_on_purpose_is_found(sound: bytes, fault: str) -> None:
    with pikepdf.open(BytesIO(sound)) as pdf:
        FAULTS[fault](pdf)
        broken = BytesIO()
        pdf.save(broken, static_id=True)
    assert [found for found in problems(broken.getvalue()) if fault in found]


def test_an_encrypted_paper_is_found(sound: bytes) -> None:
    locked = BytesIO()
    with pikepdf.open(BytesIO(sound)) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="secret"))
    assert "the file is encrypted" in problems(locked.getvalue())
