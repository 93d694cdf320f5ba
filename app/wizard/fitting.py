"""Whether an answer that was once given still answers the question as it is asked now.

Questions depend on earlier answers: other accounts mean other years, other activities mean other special laws. What
no longer fits is not thrown away, but it does not count, and the question is asked again.
"""

from __future__ import annotations

from app.wizard.question import Choice, Numbers, Question, Several
from app.wizard.related import is_open
from app.wizard.values import UNKNOWN, Amounts, Enterprises, Value


def fit(question: Question, value: Value | None) -> Value | None:
    """Return the part of an answer that still counts, `None` if nothing of it does."""
    match question.form, value:
        case Choice(options), str():
            return value if value in {option.value for option in options} else None
        case Several(options), tuple():
            offered = {option.value for option in options}
            left = tuple(word for word in value if word in offered)
            return left if left or not value else None
        case Numbers(items), Amounts(figures):
            return value if {item.key for item in items} & {key for key, _ in figures} else None
    return value


def partly_unknown(question: Question, value: Value | None) -> bool:
    """Tell whether an answer is "I don't know", in whole or in part."""
    match question.form, value:
        case Numbers(items), Amounts():
            return any(value.get(item.key) is None for item in items)
        case _, Enterprises(rows):
            return any(is_open(row) for row in rows)
    return value is UNKNOWN
