"""The shipped fonts: whole alphabet, names of their own, kerning, licences beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase, QRawFont

from app.system.shipped import resource

FACES = sorted(path for place in ("paper", "screen") for path in resource("fonts", place).glob("*.ttf"))
SIGNS = "äöüÄÖÜßẞéèçñőűłŁşĞČž§€≥≤><×÷−–„“”‚‘’→←·✓…0123456789"


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_a_face_holds_every_sign_the_program_sets(path: Path, theme: object) -> None:
    assert theme
    face = QRawFont(QByteArray(path.read_bytes()), 14)
    assert [sign for sign in SIGNS if not face.supportsCharacter(ord(sign))] == []


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_a_changed_face_does_not_carry_a_reserved_name(path: Path, theme: object) -> None:
    assert theme
    face = QRawFont(QByteArray(path.read_bytes()), 14)
    assert face.familyName().startswith("Nachweis ")


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_a_face_keeps_its_kerning(path: Path, theme: object) -> None:
    assert theme
    face = QRawFont(QByteArray(path.read_bytes()), 14)
    has_kerning = b"kern" in bytes(face.fontTable("GPOS").data())
    assert has_kerning


@pytest.mark.parametrize("path", [path for path in FACES if path.parent.name == "paper"], ids=lambda path: path.stem)
def test_the_paper_has_no_ligatures_that_lose_their_text(path: Path, theme: object) -> None:
    assert theme
    face = QRawFont(QByteArray(path.read_bytes()), 14)
    substitutions = bytes(face.fontTable("GSUB").data())
    ligatures = b"liga" in substitutions or b"dlig" in substitutions
    assert not ligatures


def test_the_paper_has_its_ten_faces_and_the_screen_its_three() -> None:
    assert [len([path for path in FACES if path.parent.name == place]) for place in ("paper", "screen")] == [10, 3]
    assert sum(path.stat().st_size for path in FACES) < 1_100_000


@pytest.mark.parametrize("place", ["paper", "screen"])
def test_the_licence_lies_beside_the_fonts(place: str) -> None:
    licences = list(resource("fonts", place).glob("OFL-*.txt"))
    assert licences
    assert all("SIL Open Font License" in path.read_text(encoding="utf-8") for path in licences)


def test_the_fonts_of_the_screen_can_be_registered(theme: object) -> None:
    assert theme
    assert "Nachweis Screen" in QFontDatabase.families()
