"""Every state of a vault is said in one calm line, whatever is missing and however the clock stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.registers.safekeeping.record import BackupProof
from app.shell.backing_up import Copied, Kept
from app.shell.models.ages import age
from app.shell.models.backups import backup_lines
from app.shell.models.integrity import Integrity
from app.shell.models.safekeeping import Safekeeping, Sheet, StateLine, state_lines
from app.system.languages import language
from database.backup_file import BackupFile, Manifest
from database.errors import DamagedVault, NoSpace, PathProblem
from tests.shell.worlds import NOW

ENGLISH, GERMAN = language("en"), language("de")
DAY = timedelta(days=1)
HERE, STICK = Path("/backups/Muster"), Path("/media/stick")


def backup(at: datetime = NOW, folder: Path = HERE, vault: str = "a" * 32) -> BackupFile:
    return BackupFile(
        folder / f"Muster {at:%Y-%m-%d %H.%M}.nachweis-backup",
        112_000,
        Manifest(vault, "Muster", at, 2, "register.db", {}),
    )


PROOF = BackupProof(
    id="p",
    held_at=NOW - DAY,
    backup_made_at=NOW - DAY,
    backup_bytes=112_000,
    backup_sha256="ab" * 32,
    opened_with="passphrase",
    seconds=Decimal("1.3"),
    records=214,
    entries=300,
    head="cd" * 32,
    failure="",
)
SAFE = Safekeeping(
    now=NOW,
    place=Path("/vaults/Muster.nachweis"),
    read_only=False,
    saved_at=NOW,
    kept=Kept(backup(NOW - DAY), is_current=True),
    copied=Copied("there", STICK, NOW - DAY),
    proof=PROOF,
    sheet=Sheet(made_on=date(2026, 11, 1), checked_at=NOW - DAY, is_due=False),
    integrity=Integrity("sound", NOW),
)


def line(safe: Safekeeping, key: str) -> StateLine:
    return next(one for one in state_lines(safe) if one.key == key)


def said(safe: Safekeeping, key: str) -> str:
    found = line(safe, key)
    return f"{ENGLISH.say(found.words)} [{ENGLISH.say(found.word)}]".replace("\u00a0", " ")


def test_a_vault_that_is_safe_says_so_in_every_line() -> None:
    assert [one.tone for one in state_lines(SAFE)] == ["ok"] * 7
    assert said(SAFE, "backup") == "1 day ago, 112 kB [up to date]"
    assert said(SAFE, "second") == "/media/stick: 1 day ago [up to date]"
    assert said(SAFE, "proof") == "1 day ago: restored, 214 records equal, 1.3 s [proven]"
    assert said(SAFE, "sheet") == "Made on 1 Nov 2026, last checked on 21 Nov 2026 [checked]"


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (None, "[unknown]"),
        (Kept(None, is_current=False), "[none yet]"),
        (Kept(backup(NOW - DAY), is_current=False), "1 day ago, 112 kB. What has changed since follows by itself"),
        (Kept(None, is_current=False, trouble=NoSpace(HERE)), "The disk is full, nothing in the vault is lost."),
        (Kept(backup(NOW - DAY), is_current=False, trouble=NoSpace(HERE)), "The last backup was made 1 day ago."),
    ],
)
def test_a_backup_that_is_missing_or_failed_is_said_calmly(kept: Kept | None, words: str) -> None:
    assert words in said(replace(SAFE, kept=kept), "backup")
    assert line(replace(SAFE, kept=kept), "backup").tone in {"neutral", "due"}


@pytest.mark.parametrize(
    ("copied", "words"),
    [
        (Copied("none"), "[none chosen]"),
        (Copied("away", STICK, NOW - 3 * DAY), "3 days ago [not connected]"),
        (Copied("away", STICK), "no copy yet [not connected]"),
        (Copied("failed", STICK, NOW - DAY, PathProblem(STICK, "permission")), "do not have the right"),
    ],
)
def test_a_second_place_says_its_age_also_when_it_is_away(copied: Copied, words: str) -> None:
    assert words in said(replace(SAFE, copied=copied), "second")
    assert line(replace(SAFE, copied=copied), "second").tone == "due"


def test_a_proof_gets_old_and_a_failed_one_is_red() -> None:
    old = replace(SAFE, proof=replace(PROOF, held_at=NOW - 365 * DAY))
    assert said(old, "proof").endswith("[due again]")
    assert line(replace(SAFE, proof=None), "proof").tone == "due"
    for failure in ("damaged", "contents", "history"):
        failed = replace(SAFE, proof=replace(PROOF, failure=failure))
        assert (line(failed, "proof").tone, said(failed, "proof")[-8:]) == ("breach", "[failed]")


def test_a_sheet_is_missing_not_checked_or_due() -> None:
    assert said(replace(SAFE, sheet=Sheet(made_on=None, checked_at=None, is_due=True)), "sheet").endswith("[missing]")
    fresh = Sheet(made_on=date(2026, 11, 22), checked_at=None, is_due=True)
    assert said(replace(SAFE, sheet=fresh), "sheet") == "Made on 22 Nov 2026, not checked yet [due]"


def test_damage_is_the_only_thing_about_the_file_that_is_red() -> None:
    tones = {
        state: line(replace(SAFE, integrity=Integrity(state, NOW, DamagedVault(None, "register"))), "integrity").tone
        for state in ("waiting", "running", "sound", "damaged", "unknown")
    }
    assert [state for state, tone in tones.items() if tone == "breach"] == ["damaged"]


def test_a_vault_that_is_only_read_offers_nothing_that_writes() -> None:
    deeds = {one.deed for one in state_lines(replace(SAFE, read_only=True))}
    assert not deeds & {"back_up", "second", "sheet"}
    assert said(replace(SAFE, read_only=True, kept=None), "backup").endswith("[read only]")


def test_the_place_tells_of_a_service_and_of_copies() -> None:
    assert said(replace(SAFE, service="OneDrive"), "place").endswith("[synchronised]")
    assert said(replace(SAFE, service="OneDrive", copies=(Path("x"),)), "place").endswith("[copies found]")


def states() -> Iterator[Safekeeping]:
    kepts = (None, Kept(None, is_current=False), Kept(backup(), is_current=False, trouble=NoSpace(HERE)))
    copies = (Copied("none"), Copied("away", STICK), Copied("failed", STICK, None, None))
    for kept, copied, read_only in product(kepts, copies, (True, False)):
        yield replace(SAFE, kept=kept, copied=copied, read_only=read_only, saved_at=None, proof=None)


def test_every_state_is_said_in_both_languages_without_a_gap() -> None:
    for safe, speak in product(states(), (ENGLISH, GERMAN)):
        for one in state_lines(safe):
            assert all(speak.say(part).strip() for part in (one.title, one.words, one.word, one.deed_name))


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - see timezones
def test_an_age_is_never_negative_and_says_one_unit(moment: datetime) -> None:
    words = ENGLISH.say(age(moment, NOW))
    assert "-" not in words
    assert words.endswith("ago") or words == "just now" or moment > NOW


def test_ages_are_said_as_people_say_them() -> None:
    said = [GERMAN.say(age(NOW - timedelta(minutes=n), NOW)).replace("\u00a0", " ") for n in (0, 1, 59, 60, 1439, 1440)]
    assert said == ["gerade eben", "vor 1 Minute", "vor 59 Minuten", "vor 1 Stunde", "vor 23 Stunden", "vor 1 Tag"]


def test_a_copy_shares_the_line_of_what_it_is_a_copy_of() -> None:
    there, only_there = backup(NOW, STICK), backup(NOW - DAY, STICK)
    theirs = backup(NOW + DAY, HERE, "b" * 32)
    lines = backup_lines([there, backup(NOW, HERE), only_there, theirs], "a" * 32, HERE)
    assert [(one.here, one.elsewhere, one.file.path.parent) for one in lines] == [
        (True, True, HERE),
        (False, True, STICK),
    ]
    assert [ENGLISH.say(one.places) for one in lines] == ["here and in the second place", "only in the second place"]
