"""From answers to facts: what the questionnaire knows in the words of the facts format.

"I don't know" and "not asked yet" both become unknown, never zero and never no. Where the format has no word for
"unknown", the answer is left out, and `still_possible` adds what it could be.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.law.facts import Facts
from app.law.reading import read_facts
from app.law.regimes import MAIN_ACTIVITY_ONLY
from app.wizard.answers import Answers
from app.wizard.related import relation
from app.wizard.row_names import row_of
from app.wizard.values import MEASURES, NO_ACCOUNTS, UNKNOWN, Related

Json = dict[str, object]

SOMEBODY_UNKNOWN: Json = {"relation": "partner", "share": None}
"""An enterprise of which nothing is known: a partner with an unknown share counts between not at all and in full."""


def years(known: Answers) -> tuple[int, ...]:
    """Return the financial years the figures are asked for, newest first."""
    word = known.word("accounts")
    if word == NO_ACCOUNTS:
        return (known.begun.year,)
    if word.endswith("-first"):
        return (int(word.removesuffix("-first")),)
    newest = int(word) if word else known.begun.year - 1
    return newest, newest - 1


def facts(known: Answers) -> Facts:
    """Return the facts of answers that all count, as of the day the questionnaire was begun."""
    return read_facts(converted(known), known.begun)


def converted(known: Answers) -> Json:
    """Return answers that all count in the form of facts-format.md."""
    found: Json = {
        "company": known.word("company"),
        "legal_form": _legal_form(known),
        "activities": [_activity(known, word) for word in known.several("rows")],
        "special": _special(known),
        "related": _related(known),
        "it_independent": known.flag("it_independent"),
        **_establishment(known),
        **_figures(known),
        "new_enterprise": known.word("accounts") == NO_ACCOUNTS,
        "group_worldwide_turnover_eur": _number(known.amounts("group_turnover").get("turnover_eur")),
    }
    since = known.day("since")
    return {**found, "in_scope_since": since.isoformat()} if since else found


def _legal_form(known: Answers) -> str:
    word = known.word("legal_form")
    return known.word("legal_form_other") if word == "other" else word


def _activity(known: Answers, word: str) -> Json:
    annex, no = row_of(word)
    role = known.values.get(f"row/{word}/role")
    activity: Json = {"annex": annex, "no": no}
    if role is UNKNOWN:
        activity["negligible"] = None
    elif role in ("negligible", "doubtful_negligible"):
        activity["negligible"] = True
    if role in ("doubtful", "doubtful_negligible"):
        activity["doubtful"] = True
    if (annex, no) in MAIN_ACTIVITY_ONLY:
        activity["main_activity"] = known.flag(f"row/{word}/main")
    return activity


def _special(known: Answers) -> list[str]:
    words = [*known.several("without_size"), *known.several("carve_outs")]
    if known.word("public_body") not in ("", "no"):
        words.append(known.word("public_body"))
    flags = {"kritis": "kritis_operator", "trust_qualified": "qualified_trust", "hospital": "hospital"}
    return words + [special for question, special in flags.items() if known.flag(question)]


def _establishment(known: Answers) -> Json:
    seat, country = known.word("seat"), known.word("eu_country")
    if seat == "outside_eu":
        return {"establishment": {"germany": False, "eu_main": None}}
    if seat in ("led_from_eu", "only_eu") and country:
        return {"establishment": {"germany": seat == "led_from_eu", "eu_main": country}}
    return {}


def _figures(known: Answers) -> Json:
    newest = years(known)
    if known.word("accounts") == NO_ACCOUNTS:
        return {"own": _year(known, newest[0])}
    periods = [{"fy": year, **_year(known, year)} for year in newest]
    if known.get("older_year") is not None:
        older = known.amounts("older_year")
        figures = {name: _number(older.get(name)) for name in MEASURES}
        periods.append({"fy": newest[-1] - 1, **figures})
    return {"periods": periods}


def _year(known: Answers, year: int) -> Json:
    asked = zip(MEASURES, ("headcount", "turnover", "balance"), strict=True)
    return {name: _number(known.amounts(question).get(str(year))) for name, question in asked}


def _related(known: Answers) -> list[Json]:
    if known.get("related") is UNKNOWN or (known.flag("related") and not known.known("related_list")):
        return [dict(SOMEBODY_UNKNOWN)]
    return [dict(_related_row(row)) for row in known.enterprises("related_list")]


def _related_row(row: Related) -> Iterator[tuple[str, object]]:
    word = relation(row)
    yield "relation", word.value if word else "partner"
    yield "share", _number(row.share) if word else None
    for name in MEASURES:
        yield name, _number(getattr(row.figures, name))
    yield "via", " · ".join(part for part in (row.name.strip(), row.via.strip()) if part)
    yield "new_since_accounts", row.new_since_accounts


def _number(value: Decimal | None) -> int | Decimal | None:
    """Return whole numbers as whole numbers; a fraction stays exact."""
    return int(value) if value is not None and value == value.to_integral_value() else value
