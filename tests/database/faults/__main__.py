"""`python3 dev.py stress`: kills programs and cuts the power as often as somebody likes, and says what came of it."""

from __future__ import annotations

import argparse
import itertools
import shutil
import sys
import time
from collections.abc import Iterator, Sequence

from tests.database.faults.deeds import DEEDS
from tests.database.faults.ending import Ending
from tests.database.faults.killing import kills
from tests.database.faults.performing import a_performer
from tests.database.faults.power import cuts, recording

ROW = "{:<12} {:<11} {:>7} {:>8} {:>8}  {}"
USUAL = 200


def main(arguments: Sequence[str]) -> int:
    """Try each deed, print one row for each, and return 1 if anything was lost."""
    wanted = _parser().parse_args(arguments)
    deeds = [wanted.deed] if wanted.deed else list(DEEDS)
    if wanted.power and shutil.which("strace") is None:
        sys.stderr.write("A power cut needs strace, which sees what SQLite asks of the disk: apt install strace\n")
        return 1
    if not wanted.kills and not wanted.power:
        wanted.kills = USUAL
    _say(ROW.format("deed", "ended by", "times", "in doubt", "seconds", "outcome"))
    lost = [*_killed(deeds, wanted.kills, wanted.seed), *_cut(deeds, wanted.power, wanted.seed)]
    for how, ending in lost[:1]:
        _say(f"FAILED, seed {ending.seed}: {ending}")
        _say(f"Again: python3 dev.py stress --{how} 1 --deed {ending.deed} --seed {ending.seed}")
    return 1 if lost else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py stress", description=__doc__)
    parser.add_argument(
        "--kills", type=int, default=0, metavar="N", help="kill a program N times, spread over the deeds"
    )
    parser.add_argument(
        "--power", type=int, default=0, metavar="N", help="cut the power N times, spread over the deeds"
    )
    parser.add_argument("--deed", choices=DEEDS, help="only this deed")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="the first try is this one, and so on")
    return parser


def _killed(deeds: Sequence[str], number: int, seed: int) -> Iterator[tuple[str, Ending]]:
    with a_performer() as performer:
        for deed, times in _spread(deeds, number):
            yield from (("kills", ending) for ending in _row(deed, "kill", kills(performer, deed, times, seed)))


def _cut(deeds: Sequence[str], number: int, seed: int) -> Iterator[tuple[str, Ending]]:
    for deed, times in _spread(deeds, number):
        yield from (("power", ending) for ending in _row(deed, "power cut", cuts(recording(deed), times, seed)))


def _spread(deeds: Sequence[str], number: int) -> list[tuple[str, int]]:
    """Return how often each deed is tried, so that all together are so many."""
    times = dict.fromkeys(deeds, 0)
    for deed in itertools.islice(itertools.cycle(deeds), number):
        times[deed] += 1
    return [(deed, often) for deed, often in times.items() if often]


def _row(deed: str, how: str, endings: Iterator[Ending]) -> list[Ending]:
    """Try a deed, print its row, and return what went wrong."""
    begun = time.monotonic()
    tried = list(endings)
    wrong = [ending for ending in tried if ending.wrong]
    in_doubt = sum(ending.told.in_doubt for ending in tried)
    outcome = f"{len(wrong)} LOST, first with seed {wrong[0].seed}" if wrong else "nothing lost"
    _say(ROW.format(deed, how, len(tried), in_doubt, f"{time.monotonic() - begun:.1f}", outcome))
    return wrong


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
