"""Nothing that somebody types is readable anywhere but in the vault, and in what they take out of it."""

from __future__ import annotations

import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.journeys import canaries
from tests.journeys.conftest import SetOut, text_of
from tests.journeys.places import is_known, is_paper
from tests.journeys.stages import Underway
from tests.journeys.world import World
from tests.leaks.disk import Disk, Finding, files, mode
from tests.leaks.witness import Witnessed, seen, watched

pytestmark = pytest.mark.journey

SAVED = "saved.pdf"
OPENED = ".cache/Nachweis/opened"

LOCAL = {"AF_UNIX", "AF_NETLINK"}
ENDS = {"writing": signal.SIGKILL, "aborted": signal.SIGABRT}


@dataclass
class Look:
    """What was on the disk at one stage."""

    stage: str
    findings: list[Finding]
    papers: dict[Path, tuple[int, int]]
    """The copies of papers for the viewer, each with the rights of its folder and its own."""


@dataclass
class Travelled:
    """What came out of all parts of the journey."""

    world: World
    looks: list[Look] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    witnessed: list[Witnessed] = field(default_factory=list)
    ends: dict[str, int] = field(default_factory=dict)


@pytest.fixture(scope="module")
def journey(set_out: SetOut, tmp_path_factory: pytest.TempPathFactory) -> Travelled:
    travelled = Travelled(World(tmp_path_factory.mktemp("machine")))
    disk = Disk(travelled.world.reachable, canaries.ALL)
    for part in ("at_work", "crashed", "closed"):
        log = tmp_path_factory.mktemp("log")
        command = [*cut_off(), *unlimited(), *watched(log)]
        with set_out(travelled.world, "leaving_no_trace", part, str(travelled.world.home), before=command) as underway:
            _look_around(travelled, disk, underway)
            travelled.ends[part] = underway.end()
            travelled.said[part] = "".join(underway.said)
        travelled.witnessed.append(seen(log, travelled.world.working))
    return travelled


def unlimited() -> list[str]:
    """Return what lets the system take pictures of the memory as large as it allows."""
    return ["sh", "-c", 'ulimit -c "$(ulimit -H -c)"; exec "$@"', "sh"]


def cut_off() -> list[str]:
    """Return what leaves a program without any network, where the machine lets us."""
    command = ["unshare", "--map-root-user", "--net"]
    possible = subprocess.run([*command, "true"], check=False, capture_output=True).returncode == 0  # noqa: S603 - own words
    return command if possible else []


def _look_around(travelled: Travelled, disk: Disk, underway: Underway) -> None:
    home = travelled.world.home
    for stage in underway.stages():
        papers = list(files(home / OPENED)) if (home / OPENED).exists() else []
        papers = [paper for paper in papers if paper.suffix == ".pdf"]
        allowed = [home / SAVED, *papers]
        rights = {paper: (mode(paper.parent), mode(paper)) for paper in papers}
        travelled.looks.append(Look(stage.name, disk.search(allowed), rights))
        if stage.name in ENDS:
            stage.end(ENDS[stage.name])


def test_nothing_readable_is_on_the_disk_at_any_stage(journey: Travelled) -> None:
    assert [(look.stage, look.findings) for look in journey.looks if look.findings] == []
    assert len(journey.looks) == 13


def test_the_journey_ended_as_it_was_to_end(journey: Travelled) -> None:
    assert journey.ends == {"at_work": -signal.SIGKILL, "crashed": -signal.SIGABRT, "closed": 0}, journey.said


def test_a_paper_outside_shows_what_was_searched_for(journey: Travelled) -> None:
    paper = text_of(journey.world.home / SAVED)
    assert [word for word in canaries.ON_PAPER if word not in paper] == []


def test_a_saved_paper_is_its_owners_alone(journey: Travelled) -> None:
    assert mode(journey.world.home / SAVED) == 0o600


def test_a_copy_for_the_viewer_is_its_owners_alone_and_gone_after_lock_crash_and_close(journey: Travelled) -> None:
    papers = {look.stage: look.papers for look in journey.looks}
    there = ("paper opened", "languages changed", "bug met", "writing", "aborted", "about to close")
    assert [stage for stage, kept in papers.items() if kept] == list(there)
    assert {rights for kept in papers.values() for rights in kept.values()} == {(0o700, 0o600)}
    viewed = journey.world.viewed.read_text(encoding="utf-8").splitlines()
    assert [line.split()[:2] for line in viewed] == [["0o700", "0o600"]] * 4


def test_whatever_was_written_in_between_was_written_to_a_known_place(journey: Travelled) -> None:
    named = {_from_home(journey, path) for witnessed in journey.witnessed for path in witnessed.named}
    elsewhere = {"/dev/null", str(journey.world.viewed)}
    assert sorted(path for path in named - elsewhere if not is_known(path)) == []
    assert [path for path in named if path.endswith(("/register.db-journal", "/settings.json", ".pdf"))]


def test_nothing_readable_was_ever_written_except_to_papers(journey: Travelled) -> None:
    disk = Disk((), canaries.ALL)
    written = [
        (_from_home(journey, path), disk.searched(bytes(content)))
        for witnessed in journey.witnessed
        for path, content in witnessed.written.items()
    ]
    assert [(path, found) for path, found in written if found and not is_paper(path)] == []
    assert [path for path, found in written if found and is_paper(path)]


def _from_home(journey: Travelled, path: str) -> str:
    return path.removeprefix(f"{journey.world.home}/")


def test_no_part_of_the_program_opens_a_socket_that_is_not_local(journey: Travelled) -> None:
    assert [witnessed.sockets - LOCAL for witnessed in journey.witnessed] == [set(), set(), set()]
    assert all("AF_UNIX" in witnessed.sockets for witnessed in journey.witnessed)


def test_what_the_program_says_on_the_terminal_is_not_about_the_company(journey: Travelled) -> None:
    disk = Disk((), canaries.ALL)
    assert [disk.searched(said.encode()) for said in journey.said.values()] == [(), (), ()]
    assert "RuntimeError" in journey.said["at_work"]
