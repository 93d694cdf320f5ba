"""How a recovery key is understood while it is being typed: how far it goes, and which group cannot be right."""

from __future__ import annotations

from collections.abc import Callable

from app.core.language import Language
from app.core.text import Joined, Text
from app.ui.fields import Reading
from database.credentials import GROUPS, MistypedRecoveryKey, cleaned, is_group, recovery_key_from

GROUP = 5
"""Characters in a group."""


def recovery_reading(language: Language) -> Callable[[str], Reading]:
    """Return how a field for the recovery key reads a text: the key as its value, "" while it is unfinished."""

    def read(typed: str) -> Reading:
        characters = cleaned(typed)
        if not characters:
            return Reading(None)
        wrong = wrong_groups(characters)
        if wrong:
            return Reading(None, language.say(_wrong(wrong)))
        if len(characters) > GROUPS * GROUP:
            return Reading(None, language.say(Text("These are more than eight groups of five characters.")))
        try:
            return Reading(recovery_key_from(typed), language.say(Text("All eight groups are right.")), "ok")
        except MistypedRecoveryKey:
            complete = len(characters) // GROUP
            return Reading("", language.say(Text("{n} of 8 groups", n=str(complete))), "plain")

    return read


def wrong_groups(characters: str) -> tuple[int, ...]:
    """Return the numbers, from 1, of the groups that are complete and cannot be right."""
    complete = [characters[start : start + GROUP] for start in range(0, min(len(characters), GROUPS * GROUP), GROUP)]
    return tuple(
        number for number, group in enumerate(complete, start=1) if len(group) == GROUP and not is_group(number, group)
    )


def _wrong(numbers: tuple[int, ...]) -> Text:
    if len(numbers) == 1:
        return Text("Group {number} is not right. Compare it with the sheet.", number=str(numbers[0]))
    listed = Joined(tuple(map(str, numbers)))
    return Text("Groups {numbers} are not right. Compare them with the sheet.", numbers=listed)
