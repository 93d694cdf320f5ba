"""Every trouble with a vault has its sentence, in both languages, and the place stands in it to the letter."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from app.core.text import Text
from app.system.languages import language
from app.system.vault_troubles import sentence
from database import errors
from database.errors import DamagedVault, Part, PathProblem, Reason, VaultError

PLACE = Path("Müller <b>&.nachweis")
EVERY = [
    *(DamagedVault(PLACE, part) for part in get_args(Part)),
    *(PathProblem(PLACE, reason) for reason in get_args(Reason)),
    *(kind(PLACE) for kind in VaultError.__subclasses__() if kind not in (DamagedVault, PathProblem)),
]


def test_no_trouble_is_forgotten() -> None:
    named = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, VaultError)}
    assert named == {type(error).__name__ for error in EVERY} | {"VaultError"}


@pytest.mark.parametrize("error", EVERY, ids=str)
def test_every_trouble_has_a_sentence_of_its_own_in_both_languages(error: VaultError) -> None:
    said = {code: language(code).say(sentence(error)) for code in ("de", "en")}
    assert said["de"] != said["en"]
    assert len({sentence(other).message for other in EVERY}) == len(EVERY)
    if "{place}" in sentence(error).message:
        assert all(str(PLACE) in words.replace("\u00a0", " ") for words in said.values())


def test_a_vault_in_memory_has_no_place_and_still_a_sentence() -> None:
    assert isinstance(sentence(PathProblem(None, "missing")), Text)


def test_a_trouble_without_a_sentence_is_a_loud_mistake() -> None:
    with pytest.raises(TypeError, match="no sentence"):
        sentence(VaultError(None))
