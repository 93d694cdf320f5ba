"""A virtual screen with a window manager, for journeys: somebody uses the real program on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from app.core.language import Code
from app.system.shipped import root
from tests.journeys.stages import Underway
from tests.journeys.world import World

Journey = Callable[..., str]
SetOut = Callable[..., Underway]


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """Return the name of a virtual screen on which a window manager runs."""
    with _running(["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]) as server:
        assert server.stdout is not None
        display = f":{server.stdout.readline().strip()}"
        with _running(["openbox", "--sm-disable"], DISPLAY=display):
            yield display


@pytest.fixture(scope="session")
def travel(screen: str) -> Journey:
    """Return what runs one journey as a program of its own in a home folder, and returns what it printed."""

    def run(home: Path, name: str, *arguments: str) -> str:
        environment = {**without_desktop(), "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "HOME": str(home)}
        done = subprocess.run(  # noqa: S603 - own code
            [sys.executable, "-W", "error", "-m", f"tests.journeys.{name}", *arguments],
            capture_output=True, text=True, check=False, env=environment, cwd=root(), timeout=240,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="session")
def set_out(screen: str) -> SetOut:
    """Return what lets one journey set out in a world of its own, stopping at stages; a command may stand before it."""

    def run(world: World, name: str, *arguments: str, before: Sequence[str] = ()) -> Underway:
        world.furnish()
        journey = [sys.executable, "-W", "error", "-m", f"tests.journeys.{name}", *arguments]
        environment = {**without_desktop(), **world.variables(), "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
        return Underway([*before, *journey], environment, working_folder=str(world.working))

    return run


@dataclass(frozen=True)
class Profile:
    """A home folder after the first journey, from the first start to the saved papers, and what that printed."""

    language: Code
    home: Path
    printed: str


@pytest.fixture(scope="session")
def profiles(travel: Journey, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Code], Profile]:
    """Return what returns the profile of each language; the journey is made once."""

    @cache
    def profile(language: Code) -> Profile:
        home = tmp_path_factory.mktemp(f"home-{language}")
        return Profile(language, home, travel(home, "first_start_to_paper", language, str(home)))

    return profile


def _running(command: list[str], **more: str) -> _Running:
    return _Running(command, {**without_desktop(), **more})


class _Running:
    """A program that runs for as long as a block."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._command, self._environment = command, environment

    def __enter__(self) -> subprocess.Popen[str]:
        self._child = subprocess.Popen(  # noqa: S603 - programs named above
            self._command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self._environment
        )
        return self._child

    def __exit__(self, *_: object) -> None:
        self._child.terminate()
        self._child.wait(timeout=10)
        if self._child.stdout:
            self._child.stdout.close()


def without_desktop() -> dict[str, str]:
    """Return the surroundings of a program without those of the desktop that the tests run on."""
    leave_out = ("XDG_", "DISPLAY", "WAYLAND", "QT_")
    return {name: value for name, value in os.environ.items() if not name.startswith(leave_out)}
