"""Every class that the open answers still allow: exactly, by trying what they could be.

The facts format has a word for an unknown figure, but none for "we do not know yet what the company offers". So
each open question of that kind is answered here in every way that leads somewhere else, all of them together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from typing import TypeAlias

from app.law.facts import Activity, Establishment, Facts, Figures, Period, RelatedEnterprise, Relation, Special
from app.law.outcome import ORDER, Class
from app.law.possible import possible
from app.wizard.answers import Answers
from app.wizard.conversion import facts
from app.wizard.flow import State, Step, counted, path
from app.wizard.row_names import row_of

Way: TypeAlias = Callable[[Facts], Facts]


def still_possible(answers: Answers) -> tuple[Class, ...]:
    """Return the classes in their fixed order; one of them is the result once everything is answered."""
    known = counted(answers)
    company = facts(known)
    found: set[Class] = set()
    for ways in product(*_ways(path(answers), known)):
        found.update(possible(_after(company, ways)))
        if len(found) == len(ORDER):
            break
    return tuple(code for code in ORDER if code in found)


def as_(special: Special) -> Way:
    """Return the way in which the company turns out to be of a special kind."""
    return lambda company: replace(company, special=company.special | {special})


def offering(annex: int, no: str) -> Way:
    """Return the way in which the company turns out to offer something of the Annexes."""
    return lambda company: replace(company, activities=(*company.activities, Activity(annex, no)))


def led_from(establishment: Establishment) -> Way:
    """Return the way in which the company turns out to be based or led elsewhere."""
    return lambda company: replace(company, establishment=establishment)


def _as_it_is(company: Facts) -> Facts:
    return company


def _somebody_related(company: Facts) -> Facts:
    somebody = RelatedEnterprise(Relation.PARTNER, None)
    return replace(company, related=(*company.related, somebody), it_independent=None)


def _older_year(company: Facts) -> Facts:
    """Return the facts with an unknown year before the others."""
    unknown = Period(company.periods[-1].fy - 1, Figures())
    return replace(company, periods=(*company.periods, unknown))


WAYS: dict[str, tuple[Way, ...]] = {
    "public_body": (as_(Special.MUNICIPALITY), as_(Special.FEDERAL_ADMIN), as_(Special.EIGENBETRIEB)),
    "seat": tuple(led_from(Establishment(*place)) for place in ((True, "FR"), (False, "FR"), (False, None))),
    "rows": (offering(2, "5.4.1"), offering(1, "1.3.1"), offering(1, "6.1.4")),
    "without_size": tuple(map(as_, (Special.DNS, Special.TELECOM, Special.TRUST, Special.REGISTRAR))),
    "trust_qualified": (as_(Special.QUALIFIED_TRUST),),
    "related": (_somebody_related,),
    "older_year": (_older_year,),
    "kritis": (as_(Special.KRITIS_OPERATOR),),
}
"""What else could be true, by question. Ways that lead to the same classes as another are left out."""


def _ways(steps: tuple[Step, ...], known: Answers) -> Iterator[tuple[Way, ...]]:
    for step in steps:
        if step.state is not State.NOT_NEEDED and not known.known(step.id):
            yield (_as_it_is, *ways_of(step.id, known))
    roles = [row_of(step.id[4:-5]) for step in steps if step.id.endswith("/role") and known.get(step.id) is None]
    if roles:
        yield _as_it_is, _without(frozenset(roles)), _without(frozenset(row for row in roles if row[0] == 1))


def ways_of(question: str, known: Answers) -> tuple[Way, ...]:
    """Return what else could be true while this question is open."""
    if question == "eu_country":
        return (led_from(Establishment(known.word("seat") == "led_from_eu", "FR")),)
    already_in_the_facts = question == "older_year" and question in known.values
    return () if already_in_the_facts else WAYS.get(question, ())


def _without(rows: frozenset[tuple[int, str]]) -> Way:
    """Return the way in which these rows turn out to be claimed as negligible."""

    def claimed(company: Facts) -> Facts:
        changed = (
            replace(activity, negligible=True) if (activity.annex, activity.no) in rows else activity
            for activity in company.activities
        )
        return replace(company, activities=tuple(changed))

    return claimed


def _after(company: Facts, ways: tuple[Way, ...]) -> Facts:
    for way in ways:
        company = way(company)
    return company
