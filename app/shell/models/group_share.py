"""How much of a deciding figure is the company's own, where related enterprises are counted in.

The field beside it shows the company's own figure; without this sentence the two would seem to contradict each other.
"""

from __future__ import annotations

from app.core.text import Text
from app.law.facts import Figures
from app.law.headline import deciding_lines
from app.law.outcome import Assessment
from app.law.wording import figure


def group_share(found: Assessment, own: Figures) -> Text | None:
    """Return what is said about related enterprises in the inequality shown; nothing where they add nothing.

    `own` are the newest figures of the company itself, `found` what came out with them.
    """
    lines = deciding_lines(found)
    if not lines:
        return None
    fact = lines[0].fact
    counted, newest = getattr(found.size_used, fact), getattr(own, fact)
    if counted is None or newest is None or counted <= newest:
        return None
    if fact != "headcount_awu":
        return Text("Linked and partner enterprises are counted in.")
    mine = figure(fact, lines[0].value - (counted - newest))
    return Text("Of these {own} are your own, the others belong to linked and partner enterprises.", own=mine)
