"""Nothing that somebody types is readable anywhere but in the vault, and in what they take out of it."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from database.credentials import recovery_key_from
from database.folder import header_of
from tests.journeys import canaries
from tests.journeys.conftest import SetOut
from tests.journeys.papers import recovery_key_on, text_of
from tests.journeys.places import is_known, is_paper
from tests.journeys.stages import Underway
from tests.journeys.world import World
from tests.leaks.disk import Disk, Finding, files, mode
from tests.leaks.spellings import spellings_of_key
from tests.leaks.witness import Witnessed, seen, watched

pytestmark = pytest.mark.journey

STAGES = {
    "at_work": (
        "sheet opened", "searching", "result", "paper saved", "paper opened", "languages changed", "backup proven",
        "encrypted anew", "history seen", "bug met", "locked", "writing",
    ),
    "crashed": ("started again", "aborted"),
    "closed": ("about to close", "closed"),
}  # fmt: skip
WITHOUT_COPIES = {"locked", "started again", "closed"}
"""The stages at which no copy of a paper may be left for a viewer."""

ENDS = {"writing": signal.SIGKILL, "aborted": signal.SIGABRT}
PASSPHRASES = {"result": canaries.PASSPHRASE, "closed": canaries.LAST_PASSPHRASE}
"""What opens the vault at two stages, between which it gets a new key."""

SAVED, SHEETS = "saved.pdf", ("sheet-1.pdf", "sheet-2.pdf")
LOCAL = {"AF_UNIX", "AF_NETLINK"}


@dataclass
class Look:
    """What was on the disk at one stage."""

    stage: str
    findings: list[Finding]
    copies: list[tuple[int, int]]
    """Of papers for the viewer: the rights of the folder, and of the file."""


@dataclass
class Travelled:
    """What came out of all parts of the journey."""

    world: World
    looks: list[Look] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    witnessed: list[Witnessed] = field(default_factory=list)
    ends: dict[str, int] = field(default_factory=dict)
    data_keys: set[bytes] = field(default_factory=set)

    def papers(self) -> list[Path]:
        """Return everything in the clear that may be there: what was saved, and the copies for the viewer."""
        home = self.world.home
        return [path for path in files(home) if is_paper(str(path.relative_to(home)))]

    def written(self) -> Iterator[tuple[str, bytes]]:
        """Return all that was ever written to a file, with the path of the file below the home folder."""
        for witnessed in self.witnessed:
            for path, content in witnessed.written.items():
                yield self.from_home(path), bytes(content)

    def from_home(self, path: str) -> str:
        """Return a path as it is seen from the home folder."""
        return path.removeprefix(f"{self.world.home}/")


@pytest.fixture(scope="module")
def journey(set_out: SetOut, tmp_path_factory: pytest.TempPathFactory) -> Travelled:
    travelled = Travelled(World(tmp_path_factory.mktemp("machine")))
    disk = Disk(travelled.world.reachable, canaries.ALL)
    for part in STAGES:
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
    for stage in underway.stages():
        papers = travelled.papers()
        copies = [(mode(paper.parent), mode(paper)) for paper in papers if paper.parent != travelled.world.home]
        travelled.looks.append(Look(stage.name, disk.search(papers), copies))
        if stage.name in PASSPHRASES:
            travelled.data_keys.add(_data_key(travelled.world, PASSPHRASES[stage.name]))
        if stage.name in ENDS:
            stage.end(ENDS[stage.name])


def _data_key(world: World, passphrase: str) -> bytes:
    (vault,) = world.home.glob(".local/share/Nachweis/vaults/*.nachweis")
    key = header_of(vault).opened_by(passphrase)
    assert key
    return bytes(key._secret)


def test_nothing_readable_is_on_the_disk_at_any_stage(journey: Travelled) -> None:
    assert [(look.stage, look.findings) for look in journey.looks if look.findings] == []


def test_the_journey_went_through_all_stages_and_ended_as_it_was_to_end(journey: Travelled) -> None:
    assert [look.stage for look in journey.looks] == [stage for part in STAGES.values() for stage in part]
    assert journey.ends == {"at_work": -signal.SIGKILL, "crashed": -signal.SIGABRT, "closed": 0}, journey.said


def test_a_paper_outside_shows_what_was_searched_for(journey: Travelled) -> None:
    paper = text_of(journey.world.home / SAVED)
    assert [word for word in canaries.ON_PAPER if word not in paper] == []


def test_a_saved_paper_is_its_owners_alone(journey: Travelled) -> None:
    assert {mode(journey.world.home / paper) for paper in (SAVED, *SHEETS)} == {0o600}


def test_a_copy_for_the_viewer_is_its_owners_alone_and_gone_after_lock_crash_and_close(journey: Travelled) -> None:
    assert {look.stage for look in journey.looks if not look.copies} == WITHOUT_COPIES
    assert {rights for look in journey.looks for rights in look.copies} == {(0o700, 0o600)}
    viewed = journey.world.viewed.read_text(encoding="utf-8").splitlines()
    assert [line.split()[:2] for line in viewed] == [["0o700", "0o600"]] * 5


def test_whatever_was_written_in_between_was_written_to_a_known_place(journey: Travelled) -> None:
    named = {journey.from_home(path) for witnessed in journey.witnessed for path in witnessed.named}
    elsewhere = {"/dev/null", str(journey.world.viewed)}
    assert sorted(path for path in named - elsewhere if not is_known(path)) == []
    assert [path for path in named if path.endswith(("/register.db-journal", "/settings.json", ".pdf"))]


def test_nothing_readable_was_ever_written_except_to_papers(journey: Travelled) -> None:
    disk = Disk((), canaries.ALL)
    found = [(path, disk.searched(content)) for path, content in journey.written()]
    assert [(path, what) for path, what in found if what and not is_paper(path)] == []
    assert [path for path, what in found if what and is_paper(path)]


def test_no_key_was_ever_written_except_to_sheets(journey: Travelled) -> None:
    sheets = [recovery_key_on(journey.world.home / sheet) for sheet in SHEETS]
    keys = journey.data_keys | {recovery_key_from("".join(groups)).secret for groups in sheets}
    assert len(keys) == 4
    spelled = {between.join(two) for groups in sheets for two in pairwise(groups) for between in ("", " ", "-")}
    disk = Disk(journey.world.reachable, spelled, [spelling for key in keys for spelling in spellings_of_key(key)])
    assert disk.search(journey.papers()) == []
    assert [path for path, content in journey.written() if disk.searched(content) and not is_paper(path)] == []


def test_no_part_of_the_program_opens_a_socket_that_is_not_local(journey: Travelled) -> None:
    assert [witnessed.sockets - LOCAL for witnessed in journey.witnessed] == [set(), set(), set()]
    assert all("AF_UNIX" in witnessed.sockets for witnessed in journey.witnessed)


def test_what_the_program_says_on_the_terminal_is_not_about_the_company(journey: Travelled) -> None:
    disk = Disk((), canaries.ALL)
    assert [disk.searched(said.encode()) for said in journey.said.values()] == [(), (), ()]
    assert "RuntimeError" in journey.said["at_work"]
