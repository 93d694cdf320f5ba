"""Two windows cannot write one vault; one that was ended by force leaves nothing behind that keeps the other out."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable

import pytest

from app.core.language import Code
from tests.journeys.conftest import Profile, SetOut
from tests.journeys.first_start_to_paper import COMPANY
from tests.journeys.world import World

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def said(
    set_out: SetOut, profiles: Callable[[Code], Profile], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Return what the second window said, by the word before it."""
    world = World(tmp_path_factory.mktemp("machine"))
    first_start = profiles("en").home
    shutil.copytree(first_start, world.home)
    _move_settings(world, str(first_start))
    with set_out(world, "two_windows", "first") as one:
        (opened,) = [next(one.stages())]
        with set_out(world, "two_windows", "second") as two:
            for _looking in two.stages():
                opened.end(signal.SIGKILL)
            assert two.end() == 0, two.said
        assert one.end() == -signal.SIGKILL
    lines = (line.partition(": ") for line in "".join(two.said).splitlines())
    return {word: rest for word, _, rest in lines}


def _move_settings(world: World, before: str) -> None:
    """Let the settings name the vault where it is now."""
    settings = world.home / ".config" / "Nachweis" / "settings.json"
    settings.write_text(settings.read_text(encoding="utf-8").replace(before, str(world.home)), encoding="utf-8")


def test_the_second_window_is_told_that_the_vault_is_open_and_may_look(said: dict[str, str]) -> None:
    assert "open in another window" in said["told"]
    assert COMPANY in said["looking"]
    assert "Read only" in said["looking"]


def test_after_the_first_was_ended_by_force_the_second_can_write(said: dict[str, str]) -> None:
    assert said["writing"] == "True"
