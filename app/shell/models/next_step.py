"""The one thing to do next, said calmly: late is normal, and today is early enough to begin."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.text import Sayable, Text
from app.law.obligations import next_steps
from app.shell.models.standing import Standing


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do, since when it has been due, how long it takes, and the duty it belongs to."""

    title: Text
    text: Text
    overdue: bool
    duty: str


def next_step(now: Standing) -> NextStep | None:
    """Return the first step that is still to be taken, if there is one."""
    steps = next_steps(now.duties)
    if not steps:
        return None
    first = steps[0]
    title = Text("Next: {what}", what=first.short)
    action: Sayable = first.action
    if first.overdue_since and first.first_due and not first.certain:
        text = Text("Read cautiously, it was due by {day}. {action}", day=first.first_due, action=action)
        return NextStep(title, text, False, first.id)
    if first.overdue_since and first.first_due:
        text = Text("It was due by {day}. Catch up on it now: {action}", day=first.first_due, action=action)
        return NextStep(title, text, True, first.id)
    if first.next_due:
        return NextStep(title, Text("It is due by {day}. {action}", day=first.next_due, action=action), False, first.id)
    return NextStep(title, Text("{action}", action=action), False, first.id)
