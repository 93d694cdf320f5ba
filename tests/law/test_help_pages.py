"""The manual: every page in both languages, with a title, and the claims of guides taken from the content."""

from __future__ import annotations

import re
from gettext import NullTranslations

import pytest

from app.core.language import CODES, Code, Language
from app.law.guide_errors import guide_errors
from app.law.help_pages import TOPICS, help_page, help_title
from app.system.shipped import resource


def language(code: Code) -> Language:
    return Language(code, NullTranslations())


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_page_has_a_title_and_something_to_say(topic: str, code: Code) -> None:
    page = help_page(topic, language(code))
    assert page.startswith(f"# {help_title(topic, language(code))}\n")
    assert len(page) > 600


@pytest.mark.parametrize("code", CODES)
def test_every_shipped_page_is_offered(code: Code) -> None:
    files = {file.stem for file in resource("help", code).glob("*.md")}
    assert files == set(TOPICS)


@pytest.mark.parametrize("topic", TOPICS)
def test_both_languages_have_the_same_shape(topic: str) -> None:
    def shape(code: Code) -> list[str]:
        return re.findall(r"^(#+ |- |\d+\. |\|)", help_page(topic, language(code)), re.MULTILINE)

    assert shape("de") == shape("en")


@pytest.mark.parametrize("topic", TOPICS)
def test_an_english_page_cites_sections_and_a_german_one_paragraphs(topic: str) -> None:
    assert "§" not in help_page(topic, language("en"))
    assert not re.search(r"\bsection \d", help_page(topic, language("de")))


@pytest.mark.parametrize("code", CODES)
def test_the_page_on_guides_holds_every_claim_with_its_source(code: Code) -> None:
    page, speaker = help_page("guide-errors", language(code)), language(code)
    for error in guide_errors():
        assert f"{error.no}. {speaker.say(error.claim)}\n" in page
        assert f"{speaker.say(error.correct)} ({speaker.say(error.citation)})" in page


@pytest.mark.parametrize(("code", "cited"), [("de", "§ 34 Abs. 2"), ("en", "section 34(2)")])
def test_the_page_on_fines_does_not_promise_that_no_late_change_is_fined(code: Code, cited: str) -> None:
    assert cited in resource("help", code, "fines-and-liability.md").read_text(encoding="utf-8")
