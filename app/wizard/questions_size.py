"""Questions about size: staff, turnover, balance sheet, related enterprises, older years, the group."""

from __future__ import annotations

from datetime import date

from app.core.text import Citation, Text
from app.wizard.numbers import Quantity
from app.wizard.question import Choice, Item, Numbers, Option, Question, RelatedTable, Topic, YesNo
from app.wizard.values import MEASURES, NO_ACCOUNTS

_FROM_APRIL = 4


def accounts(begun: date) -> Question:
    """Ask for the latest approved accounts, or for a new enterprise."""
    return Question(
        id="accounts",
        topic=Topic.STAFF,
        title=Text("Which annual accounts are your latest approved ones?"),
        explanation=Text("The figures of that year and of the year before count."),
        form=Choice(_accounts(begun)),
        why=Text("Size is measured by the latest approved accounts, and one year alone does not change it."),
        source=Citation("Empfehlung 2003/361/EG, Anhang Art. 4"),
        task=Text("Clarify which annual accounts are the latest approved ones."),
    )


def _accounts(begun: date) -> tuple[Option, ...]:
    last = begun.year - 1
    years = [begun.year, last, last - 1] if begun.month >= _FROM_APRIL else [last, last - 1]
    first = Text("Financial year {year}, our first", year=str(last))
    return (
        *(Option(str(year), Text("Financial year {year}", year=str(year))) for year in years),
        Option(f"{last}-first", first, Text("There is no earlier year to compare with.")),
        Option(NO_ACCOUNTS, Text("None yet: we are new"), Text("Then an estimate in good faith is enough.")),
    )


def headcount(years: tuple[int, ...]) -> Question:
    """Ask for the staff in full-time positions, per financial year."""
    return Question(
        id="headcount",
        topic=Topic.STAFF,
        title=Text("How many people work for you?"),
        explanation=Text("Counted as full-time, on average over the financial year. An estimate is enough."),
        form=Numbers(_by_year(years, Text("full-time positions"), Quantity.PEOPLE), calculator=True),
        why=Text("From 50 employees the law applies even if turnover and balance sheet are small."),
        source=Citation("§ 28 Abs. 2 Satz 1 Nr. 3 BSIG"),
        task=Text("Find out the number of employees, counted as full-time."),
    )


def turnover(years: tuple[int, ...]) -> Question:
    """Ask for the turnover per financial year."""
    return Question(
        id="turnover",
        topic=Topic.MONEY,
        title=Text("How high was your turnover?"),
        explanation=Text("Without VAT, and only that of your own company. You can also type 12.5 million."),
        form=Numbers(_by_year(years, Text("euros"), Quantity.EURO)),
        why=Text("Turnover counts together with the balance sheet total: only if both lie above the limit."),
        source=Citation("§ 28 Abs. 2 Satz 1 Nr. 3 BSIG"),
        task=Text("Find out the turnover."),
    )


def balance(years: tuple[int, ...]) -> Question:
    """Ask for the balance sheet total per financial year."""
    return Question(
        id="balance",
        topic=Topic.MONEY,
        title=Text("How high was the balance sheet total?"),
        explanation=Text(
            "The sum of all assets in the annual accounts of your own company. You can also type 12.5 million."
        ),
        form=Numbers(_by_year(years, Text("euros"), Quantity.EURO)),
        why=Text("Turnover counts together with the balance sheet total: only if both lie above the limit."),
        source=Citation("§ 28 Abs. 2 Satz 1 Nr. 3 BSIG"),
        task=Text("Find out the balance sheet total."),
    )


def _by_year(years: tuple[int, ...], unit: Text, quantity: Quantity) -> tuple[Item, ...]:
    return tuple(Item(str(year), Text("Financial year {year}", year=str(year)), unit, quantity) for year in years)


def related() -> Question:
    """Ask whether other enterprises may have to be added."""
    return Question(
        id="related",
        topic=Topic.RELATED,
        title=Text("Are there related enterprises?"),
        explanation=Text(
            "Parent, subsidiary or sister companies, or anybody with a share of 25 per cent or more, in either "
            "direction. Also companies of the same owner in the same or a neighbouring market."
        ),
        form=YesNo(),
        why=Text("Their figures are added to yours. That can lift a small company above the limit."),
        source=Citation("§ 28 Abs. 4 Satz 1 BSIG; Empfehlung 2003/361/EG, Anhang Art. 3 und 6"),
        task=Text("Clarify whether there are related enterprises."),
    )


def related_list() -> Question:
    """Ask for the related enterprises, one row each."""
    return Question(
        id="related_list",
        topic=Topic.RELATED,
        title=Text("Which enterprises are they?"),
        explanation=Text("One row for each. We work out how much of it counts. Leave empty what you do not know."),
        form=RelatedTable(),
        why=Text(
            "Controlled enterprises count in full, shares from 25 per cent in proportion, smaller ones not at all."
        ),
        source=Citation("Empfehlung 2003/361/EG, Anhang Art. 3 und 6"),
        task=Text("Collect the figures of the related enterprises."),
    )


def it_independent() -> Question:
    """Ask for IT independence, the German exception to adding figures."""
    return Question(
        id="it_independent",
        topic=Topic.IT,
        title=Text("Do you run your IT independently of these enterprises?"),
        explanation=Text(
            "In law, in business and in fact: nature and operation of your systems depend on none of them. If the "
            "parent runs your IT, the answer is usually no."
        ),
        form=YesNo(),
        why=Text("If your IT is independent, the figures of the others are not added."),
        source=Citation("§ 28 Abs. 4 Satz 2 BSIG"),
        task=Text("Clarify whether your IT is independent of the related enterprises."),
    )


def older_year(year: int) -> Question:
    """Ask for all three figures of the year before the last two."""
    units = (
        (Text("Employees"), Text("full-time positions"), Quantity.PEOPLE),
        (Text("Turnover"), Text("euros"), Quantity.EURO),
        (Text("Balance sheet total"), Text("euros"), Quantity.EURO),
    )
    return Question(
        id="older_year",
        topic=Topic.TWO_YEARS,
        title=Text("What were the figures for {year}?", year=str(year)),
        explanation=Text("The last two years lie on different sides of a limit. So the year before can decide."),
        form=Numbers(tuple(Item(key, *unit) for key, unit in zip(MEASURES, units, strict=True))),
        why=Text("Your size only changes when two consecutive years lie beyond a limit."),
        source=Citation("Empfehlung 2003/361/EG, Anhang Art. 4 Abs. 2"),
        task=Text("Find out the figures for {year}.", year=str(year)),
    )


def group_turnover() -> Question:
    """Ask for the turnover on which a percentage fine is measured."""
    return Question(
        id="group_turnover",
        topic=Topic.GROUP,
        title=Text("How high is the worldwide turnover of your group?"),
        explanation=Text(
            "All companies together, in the last financial year. If you do not know it, we take the figures above "
            "and say so."
        ),
        form=Numbers((Item("turnover_eur", Text("Group, worldwide"), Text("euros"), Quantity.EURO),)),
        why=Text("Only above 500 million euros can a share of the turnover raise the fine frame."),
        source=Citation("§ 65 Abs. 7 und 8 BSIG"),
        task=Text("Find out the worldwide turnover of the group."),
    )
