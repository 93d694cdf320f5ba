"""What can still change the result, in words: open legal questions, unknown facts, open yes-or-no answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.core.text import Joined, Sayable, Text
from app.law.facts import Facts
from app.law.outcome import ORDER, Assessment, Class, Question
from app.law.possible import possible
from app.law.wording import class_in_sentence, fact_name
from app.wizard.answers import Answers, Task
from app.wizard.flow import counted, questions
from app.wizard.row_names import row_name
from app.wizard.still_possible import ways_of
from app.wizard.values import MEASURES, UNKNOWN


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that can still change the result, the question that settles it, and who does so until when."""

    question: str
    text: Text
    task: Task


def open_questions(company: Facts, found: Assessment) -> tuple[Text, ...]:
    """Return each open legal question with the class on the cautious reading and the class on the other one."""
    return tuple(
        Text("{question} {outcome}", question=_legal(company, other.question), outcome=_outcome(found, other.code))
        for other in found.alternatives
    )


def _outcome(found: Assessment, other: Class) -> Text:
    otherwise = class_in_sentence(other)
    if found.code is None:
        return Text("Read the other way: {other}.", other=otherwise)
    cautious = class_in_sentence(found.code)
    return Text("Read cautiously: {cautious}. Read the other way: {other}.", cautious=cautious, other=otherwise)


def _legal(company: Facts, question: Question) -> Text:
    match question:
        case Question.TYPE_DOUBTFUL:
            rows = Joined(tuple(row_name((a.annex, a.no)) for a in company.activities if a.doubtful))
            return Text("Legally open: does “{rows}” apply to you?", rows=rows)
        case Question.NEGLIGIBLE:
            rows = Joined(tuple(row_name((a.annex, a.no)) for a in company.activities if a.negligible is not False))
            return Text("Legally open: is “{rows}” negligible?", rows=rows)
        case Question.NEW_GROUP_MEMBER:
            return Text("Legally open: does an enterprise that joined after the last accounts count at once?")
    return Text("Legally open: does a large trust service that is not qualified stay an important entity?")


def changes(answers: Answers, company: Facts, found: Assessment) -> tuple[Change, ...]:
    """Return what can still change the class, the most telling fact first."""
    known = counted(answers)
    return tuple(
        Change(question, text, answers.tasks.get(question, Task()))
        for question, text in (*_missing(known, company, found), *_conditions(known, company, found))
    )


def _missing(known: Answers, company: Facts, found: Assessment) -> Iterator[tuple[str, Text]]:
    """Yield the one unknown fact that tells most, once it is known what the company offers."""
    if found.missing and known.known("rows"):
        path = found.missing[0]
        yield _question_of(path, company), Text("What tells most now: {fact}.", fact=_fact(path, company))


def _question_of(path: str, company: Facts) -> str:
    """Return the question that asks for a fact of the format."""
    place, index, fact = _parts(path)
    if place == "related":
        return "related_list" if len(company.related) > 0 else "related"
    if place == "activities":
        activity = company.activities[index]
        return f"row/{activity.annex}/{activity.no}/main"
    if place == "periods" and index > 1:
        return "older_year"
    return {**dict(zip(MEASURES, ("headcount", "turnover", "balance"), strict=True))}.get(fact, fact)


def _fact(path: str, company: Facts) -> Sayable:
    place, index, fact = _parts(path)
    if place == "related":
        name = company.related[index].via
        return Text("{fact} of {name}", fact=fact_name(fact), name=name) if name else Text("the related enterprises")
    if place == "activities":
        activity = company.activities[index]
        return Text("{fact}: {row}", fact=fact_name(fact), row=row_name((activity.annex, activity.no)))
    if place == "periods":
        return Text("{fact} {year}", fact=fact_name(fact), year=str(company.periods[index].fy))
    return fact_name(fact)


def _parts(path: str) -> tuple[str, int, str]:
    """Take `periods[1].turnover_eur` apart."""
    place, _, fact = path.rpartition(".")
    name, _, index = place.rstrip("]").partition("[")
    return name, int(index or 0), fact


def _conditions(known: Answers, company: Facts, found: Assessment) -> Iterator[tuple[str, Text]]:
    for question in questions(known):
        open_now = known.get(question.id) is UNKNOWN or (question.id == "kritis" and "kritis" not in known.values)
        other = _other_classes(known, question.id, company, found) if open_now else ()
        sentence = _sentence(question.id, Joined(other, "or")) if other else None
        if sentence:
            yield question.id, sentence


def _other_classes(known: Answers, question: str, company: Facts, found: Assessment) -> tuple[Text, ...]:
    reached: set[Class] = set()
    for way in ways_of(question, known):
        reached.update(possible(way(company)))
    return tuple(class_in_sentence(code) for code in ORDER if code in reached - set(found.possible))


def _sentence(question: str, classes: Joined) -> Text | None:
    return {
        "kritis": Text("If you operate a critical installation: {classes}.", classes=classes),
        "public_body": Text("If you are a public body: {classes}.", classes=classes),
        "seat": Text("If you are based or led abroad: {classes}.", classes=classes),
        "eu_country": Text("If you are based or led abroad: {classes}.", classes=classes),
        "rows": Text("Depending on what you offer: {classes}.", classes=classes),
        "without_size": Text("If you offer a service that is covered whatever the size: {classes}.", classes=classes),
        "trust_qualified": Text("If your trust services are qualified: {classes}.", classes=classes),
    }.get(question)
