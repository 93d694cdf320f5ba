"""Questions about what the company offers: the rows of the Annexes, and what to know about each."""

from __future__ import annotations

from app.core.text import Citation, Text
from app.law.regimes import DNS, SIZE_INDEPENDENT, TELECOM, TLD, TRUST, Key
from app.wizard.question import Choice, Option, Question, Rows, Several, Topic, Words, YesNo
from app.wizard.row_names import row_name

MSP: Key = (1, "6.1.10")

_COVERED_BY = {"telecom": TELECOM, "dns": {DNS}, "tld": {TLD}, "trust": {TRUST}}


def rows() -> Question:
    """Ask for everything the company does for others for payment."""
    return Question(
        id="rows",
        topic=Topic.OFFER,
        title=Text("What do you offer?"),
        explanation=Text(
            "Choose everything you do for others for payment, also for group companies. Everyday words will do: "
            "“bakery”, “cloud”, “division 28”."
        ),
        form=Rows(),
        why=Text("The law only applies to activities that stand in Annexes 1 and 2."),
        source=Citation("§ 28 Abs. 1 und 2 BSIG"),
        task=Text("Clarify which activities stand in Annexes 1 and 2."),
    )


def role(row: Key) -> Question:
    """Ask whether a row is business, negligible, or doubtful in law."""
    return Question(
        id=_id(row, "role"),
        topic=Topic.OFFER,
        title=Text("{row}: how important is it for your business?", row=row_name(row)),
        explanation=_role_explanation(row),
        form=Choice(_roles(row)),
        why=Text(
            "Activities that are negligible for the whole business may be left out. The law names no figure, and the "
            "rule is disputed."
        ),
        source=Citation("§ 28 Abs. 3 BSIG"),
        task=Text("Clarify how this activity is to be classified: {row}", row=row_name(row)),
    )


def _role_explanation(row: Key) -> Text:
    if row == MSP:
        return Text(
            "Whether remote service for machines makes the builder a managed service provider is not settled. A "
            "service of its own, offered for payment, speaks for it. If that is your case, choose “unclear”."
        )
    return Text("If you are unsure, choose “unclear”. We then show both outcomes.")


def _roles(row: Key) -> tuple[Option, ...]:
    business = Option("business", Text("It is part of our business"))
    doubtful = Option(
        "doubtful",
        Text("Unclear whether the description fits us"),
        Text("That needs a legal check. We show both outcomes and plan for the stricter one."),
    )
    if row in SIZE_INDEPENDENT:
        return business, doubtful
    negligible = Option(
        "negligible",
        Text("Only quite marginal"),
        Text("We record your reasons. Whether they are enough remains to be checked."),
    )
    return business, negligible, doubtful, Option("doubtful_negligible", Text("Unclear, and at most quite marginal"))


def reasons(row: Key) -> Question:
    """Ask for the reasons of a claim under § 28 Abs. 3 BSIG."""
    return Question(
        id=_id(row, "reasons"),
        topic=Topic.OFFER,
        title=Text("{row}: what shows that it is marginal?", row=row_name(row)),
        explanation=Text(
            "Staff, turnover and share of the balance sheet are good reasons. An activity named in the articles of "
            "association speaks against it."
        ),
        form=Words(several_lines=True),
        why=Text("The reasons stand on the paper. Without them, nobody can check the claim."),
        source=Citation("§ 28 Abs. 3 BSIG"),
        task=Text("Record why this activity is marginal: {row}", row=row_name(row)),
    )


def main(row: Key) -> Question:
    """Ask whether a row that only covers main activities is the main activity."""
    annex, no = row
    return Question(
        id=_id(row, "main"),
        topic=Topic.OFFER,
        title=Text("{row}: is it your main activity?", row=row_name(row)),
        explanation=Text("Companies for which it is a mere side activity are not meant."),
        form=YesNo(),
        why=Text("This entry of the Annex does not apply to side activities."),
        source=Citation(f"Anlage {annex} Nr. {no} BSIG"),
        task=Text("Clarify whether this is the main activity: {row}", row=row_name(row)),
    )


def without_size(chosen: frozenset[Key]) -> Question:
    """Ask for services that are covered whatever the size, unless their rows are chosen already."""
    return Question(
        id="without_size",
        topic=Topic.OFFER,
        title=Text("Do you offer one of these, even on a small scale?"),
        explanation=Text("For these services special rules apply from the first employee on."),
        form=Several(
            tuple(option for option in _services() if not chosen & _COVERED_BY.get(option.value, set())),
            none=Text("None of these"),
        ),
        why=Text("Some services are covered whatever the size of the company; domain registration has its own rules."),
        source=Citation("§ 28 Abs. 1 Satz 1 Nr. 2 und 3, Abs. 2 Satz 1 Nr. 1 und 2, § 33 Abs. 1 BSIG"),
        task=Text("Clarify whether you offer services that are covered whatever the size."),
    )


def _services() -> tuple[Option, ...]:
    return (
        Option("telecom", Text("Internet access, telephony or networks for the public")),
        Option("dns", Text("Name resolution (DNS) for others"), Text("Not meant: servers for your own domains only.")),
        Option("tld", Text("Registry of a top-level domain")),
        Option("trust", Text("Trust services"), Text("Electronic signatures, seals, time stamps, certificates.")),
        Option("registrar", Text("Registering or reselling internet domains for others")),
    )


def trust_qualified() -> Question:
    """Ask whether trust services are qualified."""
    return Question(
        id="trust_qualified",
        topic=Topic.OFFER,
        title=Text("Are you a qualified trust service provider?"),
        explanation=Text("The supervisory body has to grant this status."),
        form=YesNo(),
        why=Text("Qualified providers are particularly important entities, whatever their size."),
        source=Citation("§ 28 Abs. 1 Satz 1 Nr. 2 BSIG"),
        task=Text("Clarify whether the trust services are qualified."),
    )


def _id(row: Key, part: str) -> str:
    return f"row/{row[0]}/{row[1]}/{part}"
