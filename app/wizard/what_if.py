"""What would come out with fewer or more people, turnover or assets, and from when on.

The size only changes when two consecutive years lie beyond a limit. So the new figures are put before the known
years, once for a single year and once for two, and both are assessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from app.core.text import Text
from app.law.facts import Facts, Figures, Period
from app.law.headline import deciding_words, headline
from app.law.outcome import Assessment
from app.law.scope import assess

LASTING = 2
"""Years in a row after which a change of size counts (Recommendation 2003/361/EC, Annex Art. 4(2))."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The class if the figures hold for `history` years, and what is to be said about when it takes effect."""

    assessment: Assessment
    headline: Text
    reason: Text | None
    effect: Text


def what_if(
    facts: Facts,
    *,
    headcount: Decimal | None = None,
    turnover: Decimal | None = None,
    balance: Decimal | None = None,
    history: int = LASTING,
) -> WhatIf:
    """Return the result with other figures of the company itself; `None` leaves a figure as it is today.

    `history` is for how many coming years in a row the figures hold, 1 or more.
    """
    today = facts.newest
    figures = Figures(
        today.headcount_awu if headcount is None else headcount,
        today.turnover_eur if turnover is None else turnover,
        today.balance_sheet_eur if balance is None else balance,
    )
    found = assess(_after(facts, figures, history))
    return WhatIf(found, headline(found), deciding_words(found), _effect(facts, figures, found))


def _after(facts: Facts, figures: Figures, history: int) -> Facts:
    """Return the facts after some more years with these figures; a new company only has its estimate."""
    if facts.new_enterprise:
        return replace(facts, own=figures)
    known = facts.periods or (Period(facts.as_of.year - 1, facts.own),)
    newest = known[0].fy
    coming = tuple(Period(newest + more, figures) for more in range(history, 0, -1))
    return replace(facts, own=Figures(), periods=(*coming, *known))


def _effect(facts: Facts, figures: Figures, found: Assessment) -> Text:
    codes = found.possible, found.alternatives
    now = assess(facts)
    if codes == (now.possible, now.alternatives):
        return Text("That does not change the result.")
    once = assess(_after(facts, figures, 1))
    if codes == (once.possible, once.alternatives):
        return Text("That takes effect with the next annual accounts.")
    return Text("That only takes effect after two years in a row.")
