"""What the program put on the clipboard goes with the lock; what another put there is left alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def found(travel: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what was printed, by its first word."""
    home: Path = tmp_path_factory.mktemp("home-clipboard")
    lines = travel(home, "clipboard").splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_another_program_sees_what_was_copied_while_the_vault_is_open(found: dict[str, str]) -> None:
    assert json.loads(found["copied"])[0] == found["figure"]


def test_after_a_lock_no_program_sees_it_any_more(found: dict[str, str]) -> None:
    assert json.loads(found["locked"]) == ["", ""]


def test_what_another_program_has_put_on_the_clipboard_stays_there(found: dict[str, str]) -> None:
    assert json.loads(found["foreign"]) == ["von anderswo", "von anderswo"]
