"""What the engine answers about one company: the class, what decided it, what is still open.

The fields and their words are those of the command line's JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

Number = Decimal | int


class Class(StrEnum):
    """The answer to "are we in scope, and as what"."""

    BWE = "BWE"
    """besonders wichtige Einrichtung, § 28 Abs. 1 BSIG"""
    WE = "WE"
    """wichtige Einrichtung, § 28 Abs. 2 BSIG"""
    NONE = "NONE"
    """not an entity under § 28 BSIG"""
    SPECIAL = "SPECIAL"
    """a regime of its own, see `Assessment.regime`"""


ORDER: tuple[Class, ...] = (Class.BWE, Class.WE, Class.NONE, Class.SPECIAL)


class Question(StrEnum):
    """An open legal question that makes another class arguable."""

    TYPE_DOUBTFUL = "type_doubtful"
    NEGLIGIBLE = "negligible"
    NEW_GROUP_MEMBER = "new_group_member"
    TRUST_LARGE = "trust_large"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another class that is arguable, and the legal question it hangs on."""

    code: Class
    question: Question


@dataclass(frozen=True, slots=True)
class Inequality:
    """One comparison that settles the class, written as it is true: `60 >= 50`.

    `fact` is `headcount_awu`, `turnover_eur` or `balance_sheet_eur`; `operator` one of `>=`, `<`, `>`, `<=`;
    `outcome` is `reached` or `not_reached`.
    """

    fact: str
    value: Decimal
    operator: str
    threshold: int
    outcome: str


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """How one related enterprise was counted; `factor` 1, the share, or 0, `None` while unknown."""

    relation: str
    factor: Decimal | None
    headcount_awu: Decimal | None
    turnover_eur: Decimal | None
    balance_sheet_eur: Decimal | None
    via: str


@dataclass(frozen=True, slots=True)
class SizeUsed:
    """The figures after aggregation, newest year; `None` where unknown."""

    headcount_awu: Decimal | None
    turnover_eur: Decimal | None
    balance_sheet_eur: Decimal | None
    related: tuple[RelatedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reasoning: a key that `app.law.wording` turns into a sentence, its numbers, its source."""

    text: str
    numbers: tuple[tuple[str, Number | str], ...]
    citation: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """The whole answer for one company on one day. `code` is `None` while `possible` has more than one class."""

    code: Class | None
    possible: tuple[Class, ...]
    deciding: tuple[Inequality, ...]
    missing: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    size_used: SizeUsed
    regime: str | None
    not_applicable: tuple[str, ...]
    flags: tuple[str, ...]
    evidence_not_before: date | None
    steps: tuple[Step, ...]

    @property
    def certain(self) -> Class | None:
        """Return the class that holds under every reading and every value of what is unknown, if there is one.

        "At least important": with `BWE` as the cautious code and `WE` as the alternative this is `WE`.
        """
        arguable = {*self.possible, *(other.code for other in self.alternatives)}
        if arguable <= {Class.BWE, Class.WE}:
            return Class.WE if Class.WE in arguable else Class.BWE
        return next(iter(arguable)) if len(arguable) == 1 else None


def left_open(assessment: Assessment, possible: tuple[Class, ...]) -> Assessment:
    """Return the assessment while something is unknown that the facts have no word for, such as what is offered.

    `possible` are all classes that are still possible then. What is decided all the same stays decided.
    """
    if len(possible) < 2 or set(possible) <= set(assessment.possible):  # noqa: PLR2004 - one class is a decision
        return assessment
    steps = tuple(step for step in assessment.steps if not step.text.startswith("class_"))
    codes = " ".join(code.value for code in possible)
    still = Step("class_open", (("codes", codes),), "§ 28 BSIG")
    alternatives = tuple(other for other in assessment.alternatives if other.code not in possible)
    in_class = set(possible) <= {Class.BWE, Class.WE}
    deciding = tuple(line for line in assessment.deciding if line.outcome == "reached") if in_class else ()
    return replace(
        assessment, code=None, possible=possible, deciding=deciding, alternatives=alternatives, steps=(*steps, still)
    )
