"""What the board paper is made from: read once, frozen, complete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.core.text import Sayable
from app.law.facts import Facts
from app.law.outcome import Assessment
from app.reports.history_head import HistoryHead


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something answered with "I don't know", and who finds it out by when, as far as that was noted."""

    text: Sayable
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPaperFacts:
    """The snapshot behind one board paper.

    `created` is the paper's time stamp, so that equal contents give equal bytes. `reasons` are the reasons recorded
    for a claim of § 28 Abs. 3 BSIG, in the order of the claimed activities; `open_points` what somebody answered
    with "I don't know"; `head` the state of the vault they were read from, if they were read from one.
    """

    facts: Facts
    assessment: Assessment
    created: datetime
    demo: bool = False
    reasons: tuple[str, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    head: HistoryHead | None = None

    @property
    def company(self) -> str:
        """Return the company's name, or a dash where none was given."""
        return self.facts.company.strip() or "–"
