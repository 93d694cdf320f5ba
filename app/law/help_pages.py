"""The pages of the manual, as Markdown in one language.

Most are files under `resources/help`. The page on errors of common guides has only its introduction there; the claims
come from the law content, so that they are written once.
"""

from __future__ import annotations

from app.core.language import Language
from app.law.guide_errors import GuideError, errors_of, guide_sources
from app.system.shipped import resource

TOPICS: tuple[str, ...] = (
    "first-steps",
    "how-the-class-is-decided",
    "two-year-rule",
    "group-and-it-independence",
    "reporting-deadlines",
    "fines-and-liability",
    "kritis",
    "guide-errors",
    "keys-and-recovery",
    "backups",
    "history",
    "privacy-and-storage",
    "not-legal-advice",
)
"""The pages in the order in which they are offered."""

_WITH_CLAIMS = "guide-errors"
_RIGHT = {"de": "Richtig", "en": "Correct"}


def help_page(topic: str, language: Language) -> str:
    """Return one page as Markdown; its first line is its title."""
    text = resource("help", language.code, f"{topic}.md").read_text(encoding="utf-8")
    return text + _claims(language) if topic == _WITH_CLAIMS else text


def help_title(topic: str, language: Language) -> str:
    """Return the title of a page."""
    return help_page(topic, language).partition("\n")[0].removeprefix("# ")


def _claims(language: Language) -> str:
    sections = (
        f"\n## {language.say(source.name)}\n\n" + "\n".join(_claim(one, language) for one in errors_of(source))
        for source in guide_sources()
    )
    return "".join(sections)


def _claim(error: GuideError, language: Language) -> str:
    words = (error.claim, error.correct, error.citation)
    claim, correct, citation = (language.say(one) for one in words)
    return f"{error.no}. {claim}\n\n    **{_RIGHT[language.code]}:** {correct} ({citation})\n"
