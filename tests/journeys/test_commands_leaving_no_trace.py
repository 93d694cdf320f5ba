"""The commands that take everything out of a vault and in again write nothing readable on the way, either."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.language import Code
from tests.journeys.conftest import Profile, without_desktop
from tests.journeys.first_start_to_paper import PASSPHRASE
from tests.journeys.world import World
from tests.leaks.disk import Disk, files
from tests.leaks.witness import Witnessed, seen, watched

pytestmark = pytest.mark.journey

WORDS = ("Anlagen", "5.4.1", PASSPHRASE)
"""Of the company's name, of its answers, and what opens the vault and the export."""


@pytest.fixture(scope="module")
def world(profiles: Callable[[Code], Profile], tmp_path_factory: pytest.TempPathFactory) -> World:
    made = World(tmp_path_factory.mktemp("machine"))
    shutil.copytree(profiles("de").home, made.home)
    made.furnish()
    for paper in made.home.glob("*.pdf"):
        paper.unlink()
    return made


@pytest.fixture(scope="module")
def witnessed(world: World, tmp_path_factory: pytest.TempPathFactory) -> Witnessed:
    secret, log = world.place / "secret", tmp_path_factory.mktemp("log")
    secret.write_text(PASSPHRASE, encoding="utf-8")
    (vault,) = world.home.rglob("*.nachweis")
    export, again = world.working / "export.zip", world.working / "again.nachweis"
    opening, unpacking = ("--passphrase-file", str(secret)), ("--password-file", str(secret))
    _run(world, log, "export", str(vault), "--out", str(export), *opening, *unpacking)
    _run(world, log, "verify", str(export), *unpacking)
    _run(world, log, "import", str(export), "--out", str(again), *opening, *unpacking)
    return seen(log, world.working)


def _run(world: World, log: Path, *arguments: str) -> None:
    command = [*watched(log), sys.executable, "-m", "app", *arguments]
    environment = {**without_desktop(), **world.variables()}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=world.working)  # noqa: S603 - own code
    assert done.returncode == 0, done.stdout + done.stderr
    assert Disk((), WORDS).searched((done.stdout + done.stderr).encode()) == ()


def test_what_was_taken_out_is_there_and_nothing_of_it_can_be_read(world: World, witnessed: Witnessed) -> None:
    assert witnessed.named
    assert {path.name for path in files(world.working)} >= {"export.zip", "vault.json"}
    assert Disk(world.reachable, WORDS).search() == []


def test_nothing_readable_was_written_in_between(witnessed: Witnessed) -> None:
    disk = Disk((), WORDS)
    assert [path for path, content in witnessed.written.items() if disk.searched(bytes(content))] == []


def test_no_command_opens_a_socket_that_is_not_local(witnessed: Witnessed) -> None:
    assert witnessed.sockets <= {"AF_UNIX", "AF_NETLINK"}
