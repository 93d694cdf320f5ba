"""The recovery sheet: the key is legible and complete, and stands on the page and nowhere else in the file."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # brings no types
import pytest

from app.core.language import CODES, Code
from app.reports.history_head import HistoryHead
from app.reports.recovery_sheet import RecoverySheet, compose
from app.reports.typeset.render import render
from app.system.languages import language
from tests.reports.board_companies import LONG_NAME
from tests.reports.pdf_checks import problems
from tests.reports.pdf_codes import GREY, codes_on
from tests.reports.pdf_content import Node
from tests.reports.pdf_text import heard

GROUPS = ("0WM8H", "QW7TW", "X9Z0A", "MM1QR", "S4WXY", "Z0K2G", "4H6J8", "9ABFD")
VAULT = "4c94485e0c21ae6c41ce1dfe7b6bface"
HEAD = HistoryHead(1234, sha256(b"head").hexdigest(), VAULT)
SHEET = RecoverySheet(
    groups=GROUPS,
    vault_name="Muster Maschinenbau GmbH",
    vault=VAULT,
    made_on=date(2026, 11, 22),
    fingerprint=sha256(b"signer").hexdigest(),
    backup_places=(r"C:\Users\Berger\AppData\Local\Nachweis\Sicherungen", "E:\\Nachweis-Sicherung"),
    head=HEAD,
)
CROWDED = replace(SHEET, vault_name=LONG_NAME, backup_places=(*SHEET.backup_places, r"\\server\sicherung$\nachweis"))
SHEETS = {
    "whole": SHEET,
    "crowded": CROWDED,
    "without history": replace(SHEET, head=None),
    "without backups": replace(SHEET, backup_places=()),
}


def pdf(sheet: RecoverySheet = SHEET, code: Code = "de") -> bytes:
    return render(compose(sheet), language(code))


def words(made: bytes) -> str:
    found = subprocess.run(["pdftotext", "-", "-"], input=made, capture_output=True, check=True).stdout.decode()
    return " ".join(found.split())


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", list(SHEETS))
def test_it_is_one_page_tagged_and_archivable(kind: str, code: Code) -> None:
    made = pdf(SHEETS[kind], code)
    assert len(pypdfium2.PdfDocument(made)) == 1
    assert problems(made) == []


@pytest.mark.parametrize("code", CODES)
def test_all_eight_groups_can_be_read_copied_and_heard_with_their_numbers(code: Code) -> None:
    made = pdf(code=code)
    assert [group for group in GROUPS if group not in words(made)] == []
    assert [text for text in heard(made, "LBody") if text in GROUPS] == list(GROUPS)
    assert heard(made, "Lbl")[:8] == [str(number) for number in range(1, 9)]


GERMAN = ("Schlüsselblatt", "Muster Maschinenbau GmbH (4c94 485e)", "22.11.2026", "„Passphrase vergessen?“", "Notar")
ENGLISH = (
    "Recovery sheet",
    "Muster Maschinenbau GmbH (4c94 485e)",
    "22 Nov 2026",
    "“Forgotten the passphrase?”",
    "notary",
)


@pytest.mark.parametrize(("code", "expected"), [("de", GERMAN), ("en", ENGLISH)])
def test_it_says_what_it_is_for_and_how_it_is_used(code: Code, expected: tuple[str, ...]) -> None:
    said = words(pdf(code=code)).replace("\xa0", " ")
    assert [one for one in (*expected, *SHEET.backup_places) if one not in said] == []


def test_the_fingerprint_and_the_head_of_the_history_are_compared_in_groups() -> None:
    said = heard(pdf(), "P")
    for digits in (SHEET.fingerprint, HEAD.hash):
        assert digits in ["".join(text.split()) for text in said]


def test_the_only_code_is_that_of_the_history() -> None:
    assert codes_on(pdf(), GREY) == [HEAD.content]
    assert codes_on(pdf(replace(SHEET, head=None))) == []


def test_there_are_lines_for_five_copies_and_five_years() -> None:
    made = pdf(code="en")
    with pikepdf.open(BytesIO(made)) as opened:
        fields = [str(node.Alt) for node in _dictionaries(opened) if node.get("/S") == "/Form"]
    assert len(fields) == len(set(fields)) == 20
    assert "5: Checked on" in fields


def test_the_key_stands_on_the_page_and_nowhere_else_in_the_file() -> None:
    with pikepdf.open(BytesIO(pdf())) as opened:
        page = opened.pages[0]
        content = bytes(page.Contents.read_bytes()).decode("latin-1")
        assert all(group.encode("utf-16-be").hex().upper() in content for group in GROUPS)
        elsewhere = [
            spelled for node in opened.objects if node.objgen != page.Contents.objgen for spelled in _strings(node)
        ]
    assert len(elsewhere) > 100
    assert [group for group in GROUPS if any(group in text for text in elsewhere)] == []


def test_a_file_index_learns_no_more_than_the_title() -> None:
    with pikepdf.open(BytesIO(pdf())) as opened:
        assert {str(opened.docinfo[key]) for key in ("/Title", "/Subject")} == {"Schlüsselblatt"}
        assert str(opened.docinfo["/Author"]) == "Nachweis"
        assert "Muster" not in bytes(opened.Root.Metadata.read_bytes()).decode()


def test_the_key_is_not_told_by_whoever_prints_the_value() -> None:
    assert [group for group in GROUPS if group in repr(SHEET)] == []


@pytest.mark.parametrize("groups", [GROUPS[1:], (*GROUPS, "0WM8H"), (*GROUPS[:7], "9ABC"), ()])
def test_half_a_key_is_refused(groups: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="not the groups of a recovery key"):
        replace(SHEET, groups=groups)


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert pdf() == pdf()


def test_many_long_places_run_on_and_lose_nothing() -> None:
    places = tuple(f"/srv/sicherung/{'sehr-lang/' * 20}{number}" for number in range(12))
    made = pdf(replace(SHEET, backup_places=places))
    assert problems(made) == []
    assert [place for place in places if place not in heard(made, "LBody")] == []


def _dictionaries(opened: pikepdf.Pdf) -> Iterator[Node]:
    return (node for node in opened.objects if isinstance(node, pikepdf.Dictionary))


def _strings(node: Node) -> Iterator[str]:
    """Yield every text in an object, and a stream's bytes as text in both encodings."""
    if isinstance(node, pikepdf.String):
        yield str(node)
    elif isinstance(node, pikepdf.Array):
        for entry in list(node):
            yield from _strings(entry)
    elif isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
        if isinstance(node, pikepdf.Stream):
            content = bytes(node.read_bytes())
            yield content.decode("latin-1")
            yield content.decode("utf-16-be", "replace")
        for entry in node.values():
            if not getattr(entry, "is_indirect", False):
                yield from _strings(entry)
