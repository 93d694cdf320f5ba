"""Somebody starts the program for the first time and leaves with a printed, cited answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.core.language import CODES, Code
from tests.journeys.conftest import Profile
from tests.journeys.papers import text_of

pytestmark = pytest.mark.journey

COMPANY = 'Prüf & <b>Stand</b> "Anlagen" GmbH'


@pytest.fixture(scope="module", params=CODES)
def journey(request: pytest.FixtureRequest, profiles: Callable[[Code], Profile]) -> Profile:
    return profiles(request.param)


def test_the_window_shows_the_result_and_what_decides_it(journey: Profile) -> None:
    for part in (COMPANY, "60\u00a0≥\u00a050", "Anlage\u00a02" if journey.language == "de" else "Annex\u00a02"):
        assert part in journey.printed


def test_the_dialogs_of_qt_speak_the_language_of_the_program(journey: Profile) -> None:
    buttons = "dialog: Speichern Abbrechen" if journey.language == "de" else "dialog: Save Cancel"
    assert buttons in journey.printed


def test_the_german_paper_holds_class_inequality_duties_and_arithmetic(journey: Profile) -> None:
    paper = text_of(journey.home / "paper-de.pdf")
    for part in (COMPANY, "Wichtige Einrichtung", "60 Mitarbeiter ≥ 50", "Registrierung beim BSI", "7.000.000 €"):
        assert part in paper
    assert "11,8 Mio. € ≤ 500 Mio. €" in paper


def test_the_english_paper_holds_class_inequality_duties_and_arithmetic(journey: Profile) -> None:
    paper = text_of(journey.home / "paper-en.pdf")
    for part in (COMPANY, "Important entity", "60 employees ≥ 50", "Registration with the BSI", "€7,000,000"):
        assert part in paper
    assert "€11.8 million ≤ €500 million" in paper


def test_nothing_readable_is_left_on_the_disk_but_the_saved_papers(journey: Profile) -> None:
    kept = [path for path in journey.home.rglob("*") if path.is_file() and not path.name.startswith("paper-")]
    assert any(path.name == "register.db" for path in kept)
    assert [path for path in kept for words in (b"Stand</b>", b"5.4.1") if words in path.read_bytes()] == []
