"""The memory of another program, searched for what ought to be gone from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

_REGION = re.compile(r"([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+ *(.*)")
_NOT_MEMORY = ("[vvar", "[vsyscall]", "/dev/")
_STEP = 1 << 24


def occurrences(pid: int, wanted: Mapping[str, bytes]) -> Counter[str]:
    """Return how often each of some bytes stands in the memory of a program."""
    counted: Counter[str] = Counter()
    longest = max(map(len, wanted.values()))
    for chunk in _chunks(pid, longest - 1):
        for name, sought in wanted.items():
            counted[name] += chunk.count(sought)
    return counted


def _chunks(pid: int, overlap: int) -> Iterator[bytes]:
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in _regions(pid):
            for place in range(start, end, _STEP):
                try:
                    memory.seek(place)
                    yield memory.read(min(_STEP + overlap, end - place))
                except OSError:  # what was mapped may not be there
                    continue


def _regions(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
        region = _REGION.match(line)
        if region and not region[3].startswith(_NOT_MEMORY):
            yield int(region[1], 16), int(region[2], 16)
