"""Legal questions that nobody has decided, what would decide them, and what follows from each answer.

An open question is shown only to whom it concerns: a company whose class or duties depend on it. What is decided is
never shown as a border case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from app.core.text import Bilingual, Citation
from app.law import content
from app.law.classes import key
from app.law.deadlines import months_after, next_working_day
from app.law.facts import IN_FORCE, Facts, Special
from app.law.outcome import Assessment, Class, Question
from app.law.regimes import IR_2024_2690, SIZE_INDEPENDENT, Key
from app.law.scope import assess
from app.law.validity import Confidence

_FILE = "open_questions.toml"
_MSP: Key = (1, "6.1.10")
_FOOD: Key = (2, "4.1.1")
_PARTNERSHIPS = ("OHG", "KG", "GmbH & Co. KG", "GbR")
_IN_CLASS = {Class.BWE, Class.WE}


@dataclass(frozen=True, slots=True, kw_only=True)
class OneReading:
    """One way to answer an open question, and its consequence."""

    reading: Bilingual
    consequence: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question the law leaves open. `asked_by` is the question of the assessment that it explains."""

    id: str
    question: Bilingual
    why: Bilingual
    decides: Bilingual
    readings: tuple[OneReading, ...]
    citation: Citation
    confidence: Confidence
    asked_by: Question | None = None


@cache
def open_questions() -> tuple[OpenQuestion, ...]:
    """Return every open question the program knows."""
    return content.rows(_FILE, "question", OpenQuestion)


def questions_for(facts: Facts, assessment: Assessment) -> tuple[OpenQuestion, ...]:
    """Return the open questions that matter for one company, those that change its class first."""
    found = [one for one in open_questions() if _CONCERNS[one.id](facts, assessment)]
    asked = {other.question for other in assessment.alternatives}
    return tuple(sorted(found, key=lambda one: one.asked_by not in asked))


def _asked(question: Question, assessment: Assessment) -> bool:
    return any(other.question is question for other in assessment.alternatives)


def _in_class(assessment: Assessment) -> bool:
    return bool(_IN_CLASS.intersection(assessment.possible))


def _doubted(facts: Facts, assessment: Assessment) -> set[Key]:
    """Return doubtful rows on which the class or the rules for digital services depend."""
    rows = {key(activity) for activity in facts.activities if activity.doubtful}
    return rows if _asked(Question.TYPE_DOUBTFUL, assessment) else _with_own_duties(rows, assessment)


def _perhaps_negligible(facts: Facts, assessment: Assessment) -> set[Key]:
    rows = {key(one) for one in facts.activities if one.negligible is not False} - SIZE_INDEPENDENT
    return rows if _asked(Question.NEGLIGIBLE, assessment) else _with_own_duties(rows, assessment)


def _with_own_duties(rows: set[Key], assessment: Assessment) -> set[Key]:
    return rows & IR_2024_2690 if _in_class(assessment) else set()


def _msp(facts: Facts, assessment: Assessment) -> bool:
    return _MSP in _doubted(facts, assessment)


def _food(facts: Facts, assessment: Assessment) -> bool:
    return _FOOD in _doubted(facts, assessment)


def _other_type(facts: Facts, assessment: Assessment) -> bool:
    return bool(_doubted(facts, assessment) - {_MSP, _FOOD})


def _negligible(facts: Facts, assessment: Assessment) -> bool:
    return bool(_perhaps_negligible(facts, assessment))


def _new_group_member(_facts: Facts, assessment: Assessment) -> bool:
    return _asked(Question.NEW_GROUP_MEMBER, assessment)


def _trust_large(_facts: Facts, assessment: Assessment) -> bool:
    return _asked(Question.TRUST_LARGE, assessment)


def _two_years(facts: Facts, assessment: Assessment) -> bool:
    """Tell whether the years disagree, so that it matters whether the rule protects."""
    if len(facts.periods) < 2:  # noqa: PLR2004 - one year cannot disagree
        return False
    return assess(replace(facts, periods=facts.periods[:1])).possible != assessment.possible


def _fraction(_facts: Facts, assessment: Assessment) -> bool:
    """Tell whether a headcount lies less than one unit below the ceiling that settles the class."""
    return any(line.fact == "headcount_awu" and 0 < line.threshold - line.value < 1 for line in assessment.deciding)


def _weekend(facts: Facts, assessment: Assessment) -> bool:
    if not _in_class(assessment):
        return False
    try:
        end = months_after(max(facts.in_scope_since, IN_FORCE), 3)
        return next_working_day(end) != end
    except (OverflowError, ValueError):
        return False


def _ban(_facts: Facts, assessment: Assessment) -> bool:
    return Class.WE in assessment.possible and "62" not in assessment.not_applicable


def _kritis(facts: Facts, assessment: Assessment) -> bool:
    return Special.KRITIS_OPERATOR in facts.special and Class.BWE in assessment.possible


def _one_stop_shop(facts: Facts, assessment: Assessment) -> bool:
    led_abroad = facts.establishment.eu_main not in ("DE", None)
    return led_abroad and assessment.regime in ("one_stop_shop", "registrar")


def _partnership(facts: Facts, assessment: Assessment) -> bool:
    return facts.legal_form.strip() in _PARTNERSHIPS and _in_class(assessment)


def _change_notice(_facts: Facts, assessment: Assessment) -> bool:
    return _in_class(assessment)


def _nace(facts: Facts, _assessment: Assessment) -> bool:
    return bool(facts.nace_rev2.strip())


_CONCERNS: dict[str, Callable[[Facts, Assessment], bool]] = {
    "msp_remote_maintenance": _msp,
    "industrial_food": _food,
    "type_doubtful": _other_type,
    "negligible": _negligible,
    "new_group_member": _new_group_member,
    "trust_large": _trust_large,
    "two_year_first_application": _two_years,
    "awu_fraction": _fraction,
    "weekend_shift": _weekend,
    "ban_of_managers": _ban,
    "dangling_references": _kritis,
    "one_stop_shop": _one_stop_shop,
    "partnership_coverage": _partnership,
    "change_notice_fine": _change_notice,
    "nace_revision": _nace,
}
