"""Questions about critical installations, special rules and the first day in scope."""

from __future__ import annotations

from app.core.text import Citation, Text
from app.wizard.question import Day, Option, Question, Several, Topic, YesNo


def kritis() -> Question:
    """Ask for a critical installation."""
    return Question(
        id="kritis",
        topic=Topic.KRITIS,
        title=Text("Do you operate a critical installation?"),
        explanation=Text(
            "Large installations on which about 500,000 people depend: a power plant from 104 megawatts, a hospital "
            "from 30,000 in-patient cases, a waterworks from 22 million cubic metres a year. Most companies have none."
        ),
        form=YesNo(),
        why=Text("Whoever operates one is a particularly important entity, whatever the size."),
        source=Citation("§ 28 Abs. 1 Satz 1 Nr. 1 BSIG"),
        task=Text("Clarify whether you operate a critical installation."),
    )


def carve_outs(possible: tuple[str, ...]) -> Question:
    """Ask for laws that replace parts of the BSIG; only those that the chosen rows make possible."""
    return Question(
        id="carve_outs",
        topic=Topic.SPECIAL_RULES,
        title=Text("Are you already supervised under one of these laws?"),
        explanation=Text("If so, they replace parts of the BSIG. The duty to register remains."),
        form=Several(
            tuple(option for option in _laws() if option.value in possible),
            none=Text("None of these"),
        ),
        why=Text("You should not have to fulfil the same duty twice."),
        source=Citation("§ 28 Abs. 5 und 6 BSIG"),
        task=Text("Clarify which special laws apply."),
    )


def _laws() -> tuple[Option, ...]:
    return (
        Option(
            "energy_enwg",
            Text("Energy: sections 5c to 5e EnWG"),
            Text("Not if the energy installation is a mere side activity."),
        ),
        Option("dora", Text("Finance: DORA (Regulation (EU) 2022/2554)")),
        Option("telematics", Text("Health: services of the telematics infrastructure")),
    )


def hospital() -> Question:
    """Ask for a licensed hospital, for which evidence is demanded later."""
    return Question(
        id="hospital",
        topic=Topic.SPECIAL_RULES,
        title=Text("Are you a licensed hospital?"),
        explanation=Text("Meant are hospitals under section 108 SGB V."),
        form=YesNo(),
        why=Text("General evidence can be demanded from hospitals only from 6 December 2030, two years later."),
        source=Citation("§ 61 Abs. 3 BSIG"),
        task=Text("Clarify whether you are a hospital under section 108 SGB V."),
    )


def since_start() -> Question:
    """Ask whether the company qualified on the first day of the law."""
    return Question(
        id="since_start",
        topic=Topic.SINCE,
        title=Text("Was all of this already so on 6 December 2025?"),
        explanation=Text("The law entered into force on that day, without a transition period."),
        form=YesNo(),
        why=Text("The three months for registration run from the first day in scope."),
        source=Citation("§ 33 Abs. 1 BSIG"),
        task=Text("Clarify since when you have been in scope."),
    )


def since() -> Question:
    """Ask for the first day in scope."""
    return Question(
        id="since",
        topic=Topic.SINCE,
        title=Text("Since when has it been so?"),
        explanation=Text("The first day on which activity and size came together."),
        form=Day(),
        why=Text("The three months for registration run from the first day in scope."),
        source=Citation("§ 33 Abs. 1 BSIG"),
        task=Text("Clarify since when you have been in scope."),
    )
