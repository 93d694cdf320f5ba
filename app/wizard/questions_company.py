"""Questions about the company itself: name, legal form, public body, seat."""

from __future__ import annotations

from app.core.text import Bilingual, Citation, Text
from app.wizard.question import Choice, Option, Question, Topic, Words
from app.wizard.values import COUNTRIES, LEGAL_FORMS

_COUNTRY_NAMES = {
    "AT": Bilingual("Österreich", "Austria"),
    "BE": Bilingual("Belgien", "Belgium"),
    "BG": Bilingual("Bulgarien", "Bulgaria"),
    "CY": Bilingual("Zypern", "Cyprus"),
    "CZ": Bilingual("Tschechien", "Czechia"),
    "DK": Bilingual("Dänemark", "Denmark"),
    "EE": Bilingual("Estland", "Estonia"),
    "ES": Bilingual("Spanien", "Spain"),
    "FI": Bilingual("Finnland", "Finland"),
    "FR": Bilingual("Frankreich", "France"),
    "GR": Bilingual("Griechenland", "Greece"),
    "HR": Bilingual("Kroatien", "Croatia"),
    "HU": Bilingual("Ungarn", "Hungary"),
    "IE": Bilingual("Irland", "Ireland"),
    "IT": Bilingual("Italien", "Italy"),
    "LT": Bilingual("Litauen", "Lithuania"),
    "LU": Bilingual("Luxemburg", "Luxembourg"),
    "LV": Bilingual("Lettland", "Latvia"),
    "MT": Bilingual("Malta", "Malta"),
    "NL": Bilingual("Niederlande", "Netherlands"),
    "PL": Bilingual("Polen", "Poland"),
    "PT": Bilingual("Portugal", "Portugal"),
    "RO": Bilingual("Rumänien", "Romania"),
    "SE": Bilingual("Schweden", "Sweden"),
    "SI": Bilingual("Slowenien", "Slovenia"),
    "SK": Bilingual("Slowakei", "Slovakia"),
}


_PUBLIC_BODIES = (
    Option("no", Text("No"), Text("A company, an association, a foundation; also in municipal ownership.")),
    Option(
        "municipality",
        Text("Core administration of a municipality or a district"),
        Text("Its IT security is a matter of state law."),
    ),
    Option(
        "eigenbetrieb",
        Text("Municipal enterprise without legal personality (Eigenbetrieb)"),
        Text("For example the town’s own waterworks. Only its own figures count."),
    ),
    Option(
        "s28_8",
        Text("Service unit of the Länder or municipalities"),
        Text(
            "It belongs to them alone and works for administrations. A state law with comparable rules refers to "
            "section 28(8) BSIG."
        ),
    ),
    Option(
        "federal_admin",
        Text("Authority or unit of the federal administration"),
        Text("Rules of its own apply to it."),
    ),
)


def company() -> Question:
    """Ask for the name on the paper."""
    return Question(
        id="company",
        topic=Topic.COMPANY,
        title=Text("What is your company called?"),
        explanation=Text(
            "As in the commercial register. Each legal entity has its own result; in a group, start with one company."
        ),
        form=Words(),
        why=Text("The name stands on the board paper. It decides nothing."),
        source=Citation("§ 28 Abs. 1 und 2 BSIG"),
        task=Text("Enter the name of the company."),
    )


def legal_form() -> Question:
    """Ask for the legal form, which decides the rule of liability."""
    labels = {"other": Text("Another form")}
    return Question(
        id="legal_form",
        topic=Topic.COMPANY,
        title=Text("Which legal form does it have?"),
        explanation=Text("It does not decide whether the law applies, but how the management is liable."),
        form=Choice(tuple(Option(word, labels.get(word, word)) for word in LEGAL_FORMS), long=True),
        why=Text("If duties are breached, the management is liable to the company by the rules of its legal form."),
        source=Citation("§ 38 Abs. 2 BSIG"),
        task=Text("Clarify the legal form."),
    )


def legal_form_other() -> Question:
    """Ask for a legal form that is not in the list."""
    return Question(
        id="legal_form_other",
        topic=Topic.COMPANY,
        title=Text("What is this legal form called?"),
        explanation=Text("As in the register. For a foreign form, its own law of liability applies."),
        form=Words(),
        why=Text("If duties are breached, the management is liable to the company by the rules of its legal form."),
        source=Citation("§ 38 Abs. 2 BSIG"),
        task=Text("Clarify the legal form."),
    )


def public_body() -> Question:
    """Ask for the exits and special rules of the public sector."""
    return Question(
        id="public_body",
        topic=Topic.PUBLIC_BODY,
        title=Text("Are you a public body?"),
        explanation=Text("Most companies are not. A municipal GmbH usually counts as a company, too."),
        form=Choice(_PUBLIC_BODIES),
        why=Text("Public bodies have rules of their own, and some are not covered by this law at all."),
        source=Citation("§ 28 Abs. 4 und 8, § 29 BSIG"),
        task=Text("Clarify whether you are a public body."),
    )


def seat() -> Question:
    """Ask where the company is established and led from."""
    return Question(
        id="seat",
        topic=Topic.SEAT,
        title=Text("Where is your company based?"),
        explanation=Text("What counts is where you have an establishment and where IT security is mostly decided."),
        form=Choice(
            (
                Option("germany", Text("In Germany"), Text("IT security is mostly decided here, too.")),
                Option("led_from_eu", Text("In Germany, but IT security is decided in another EU country")),
                Option("only_eu", Text("Only in another EU country"), Text("No establishment in Germany.")),
                Option("outside_eu", Text("Only outside the EU"), Text("No establishment in the EU.")),
            )
        ),
        why=Text(
            "The law covers companies established in Germany. For some digital services the country counts from which "
            "IT security is led."
        ),
        source=Citation("§§ 59, 60 BSIG"),
        task=Text("Clarify where IT security is mostly decided."),
    )


def eu_country() -> Question:
    """Ask for the Member State of the main establishment."""
    return Question(
        id="eu_country",
        topic=Topic.SEAT,
        title=Text("In which EU country is IT security decided?"),
        explanation=Text("If that is unclear: where most of it is carried out, otherwise where most employees work."),
        form=Choice(tuple(Option(code, _COUNTRY_NAMES[code]) for code in COUNTRIES), long=True),
        why=Text("For digital services, the authorities of that country are competent."),
        source=Citation("§ 60 BSIG"),
        task=Text("Clarify in which country IT security is decided."),
    )
