"""Whatever a program was doing when the power went: what it had promised is there, whatever had not been synced."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from functools import cache

import pytest

from tests.database.faults.deeds import DEEDS
from tests.database.faults.power import Recording, cuts, recording
from tests.database.faults.recording import Call

CUTS = 60
JOURNAL, REGISTER, KEYS, BACKUP = r"-journal$", r"register\.db$", r"/\.vault\.json\.", r"\.nachweis-backup\."
FOLDER = r"/[^.]+$|\.nachweis(\.[0-9a-f]{8})?$"

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="only strace sees what SQLite asks of the disk")

_recorded = cache(recording)


@pytest.mark.parametrize("deed", DEEDS)
def test_a_power_cut_at_any_moment_loses_nothing_that_was_promised(deed: str) -> None:
    assert [str(ending) for ending in cuts(_recorded(deed), CUTS, seed=0) if ending.wrong] == []


@pytest.mark.parametrize(
    ("deed", "file"),
    [
        ("writing", JOURNAL),
        ("writing", REGISTER),
        ("writing", FOLDER),
        ("creating", FOLDER),
        ("passphrase", KEYS),
        ("backup", BACKUP),
    ],
)
def test_a_program_that_forgets_to_sync_something_is_found_out(deed: str, file: str) -> None:
    careless = _without_syncs(_recorded(deed), file)
    assert any(ending.wrong for ending in cuts(careless, 2 * CUTS, seed=0))


def _without_syncs(record: Recording, file: str) -> Recording:
    """Return what a program would have done that forgets to sync one kind of file or the folders."""

    def forgotten(call: Call) -> bool:
        return call.name in {"fsync", "fdatasync"} and re.search(file, call.arguments[0].path) is not None

    assert any(map(forgotten, record.calls))
    return replace(record, calls=tuple(call for call in record.calls if not forgotten(call)))
