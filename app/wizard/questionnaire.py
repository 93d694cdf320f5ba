"""The questionnaire, to be read from top to bottom like the form it is.

It is a generator that sees the answers given so far. Whoever walks it must put each answer into `known` before
asking for the next entry (`flow` does); that is how a follow-up can stand directly below its question. Only
earlier answers decide what comes, so the walk always ends and no answer can remove the question it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.core.text import Text
from app.law.outcome import Class
from app.law.regimes import MAIN_ACTIVITY_ONLY, TRUST
from app.wizard import questions_company as company
from app.wizard import questions_offer as offer
from app.wizard import questions_rules as rules
from app.wizard import questions_size as size
from app.wizard import relevance
from app.wizard.answers import Answers
from app.wizard.conversion import years
from app.wizard.question import Entry, Later, NotNeeded, Topic
from app.wizard.row_names import row_of


def questionnaire(known: Answers) -> Iterator[Entry]:
    """Yield every entry of the path, in order."""
    yield from _company(known)
    yield from _offer(known)
    yield from _size(known)
    yield from _it(known)
    yield from _two_years(known)
    yield from _rules(known)
    yield from _consequences(known)


def _company(known: Answers) -> Iterator[Entry]:
    yield company.company()
    yield company.legal_form()
    if known.word("legal_form") == "other":
        yield company.legal_form_other()
    yield company.public_body()
    yield company.seat()
    if known.word("seat") in ("led_from_eu", "only_eu"):
        yield company.eu_country()


def _offer(known: Answers) -> Iterator[Entry]:
    if known.word("public_body") in ("municipality", "s28_8"):
        yield NotNeeded("rows", Topic.OFFER, Text("The law does not apply to this body."))
        return
    yield offer.rows()
    for word in known.several("rows"):
        row = row_of(word)
        yield offer.role(row)
        if known.word(f"row/{word}/role") in ("negligible", "doubtful_negligible"):
            yield offer.reasons(row)
        if row in MAIN_ACTIVITY_ONLY:
            yield offer.main(row)
    yield offer.without_size(relevance.chosen(known))
    if TRUST in relevance.chosen(known) or "trust" in known.several("without_size"):
        yield offer.trust_qualified()


def _size(known: Answers) -> Iterator[Entry]:
    if not relevance.size_matters(known):
        reason = Text("The result does not depend on size.")
        for question, topic in (("headcount", Topic.STAFF), ("turnover", Topic.MONEY), ("related", Topic.RELATED)):
            yield NotNeeded(question, topic, reason)
        return
    yield size.accounts(known.begun)
    yield size.headcount(years(known))
    yield size.turnover(years(known))
    yield size.balance(years(known))
    if _alone(known):
        yield NotNeeded("related", Topic.RELATED, Text("Only your own figures count."))
        return
    yield size.related()
    if known.flag("related"):
        yield size.related_list()


def _alone(known: Answers) -> bool:
    return known.word("public_body") == "eigenbetrieb"


def _it(known: Answers) -> Iterator[Entry]:
    question, topic = "it_independent", Topic.IT
    if not relevance.size_matters(known) or _alone(known) or known.flag("related") is False:
        yield NotNeeded(question, topic, Text("No other enterprise counts."))
    elif known.get("related") is None or (known.flag("related") and known.get("related_list") is None):
        yield Later(question, topic)
    elif relevance.it_matters(known):
        yield size.it_independent()
    else:
        yield NotNeeded(question, topic, Text("Both answers lead to the same result."))


def _two_years(known: Answers) -> Iterator[Entry]:
    question, topic = "older_year", Topic.TWO_YEARS
    both = years(known)
    if not relevance.size_matters(known):
        yield NotNeeded(question, topic, Text("The result does not depend on size."))
    elif len(both) == 1:
        yield NotNeeded(question, topic, Text("There is no earlier year."))
    elif any(known.get(figure) is None for figure in ("headcount", "turnover", "balance")):
        yield Later(question, topic)
    elif relevance.older_year_matters(known):
        yield size.older_year(both[-1] - 1)
    else:
        yield NotNeeded(question, topic, Text("The last two years are enough."))


def _rules(known: Answers) -> Iterator[Entry]:
    if relevance.kritis_matters(known):
        yield rules.kritis()
    else:
        yield NotNeeded("kritis", Topic.KRITIS, Text("The law does not apply to this body."))
    laws = relevance.carve_outs(known)
    if laws:
        yield rules.carve_outs(laws)
    else:
        yield NotNeeded("carve_outs", Topic.SPECIAL_RULES, Text("Your activities do not fall under them."))
    if relevance.hospital_matters(known):
        yield rules.hospital()


def _consequences(known: Answers) -> Iterator[Entry]:
    found = relevance.classes(known)
    if found <= {Class.NONE}:
        yield NotNeeded("since_start", Topic.SINCE, Text("Outside the scope no period runs."))
    else:
        yield rules.since_start()
        if known.flag("since_start") is False:
            yield rules.since()
    if not found & {Class.BWE, Class.WE}:
        yield NotNeeded("group_turnover", Topic.GROUP, Text("The percentage rule does not apply."))
    elif _alone(known) or known.flag("related") is False:
        yield NotNeeded("group_turnover", Topic.GROUP, Text("There is no group: your own turnover counts."))
    else:
        yield size.group_turnover()
