"""How safe the vault is, in one look: seven lines, each with one word for its state and one thing that can be done.

What is missing is said as calmly as what is there: nothing here is lost yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal

from app.core.text import Sayable, Text
from app.registers.safekeeping.record import BackupProof
from app.shell.backing_up import Copied, Kept
from app.shell.gate import shown_path
from app.shell.models.ages import age
from app.shell.models.integrity import Integrity
from app.shell.models.sizes import size
from app.shell.models.troubles import beside_the_vault
from app.system.vault_troubles import sentence
from database.errors import VaultError

Tone = Literal["ok", "due", "breach", "neutral"]
Deed = Literal["history", "back_up", "second", "prove", "sheet", "check", "place", ""]

PROOF_LASTS = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The recovery sheet: when it was made, when it was last in somebody's hands, whether it is time again."""

    made_on: date | None
    checked_at: datetime | None
    is_due: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Safekeeping:
    """What is known of the vault today. `service` synchronises its folder, `copies` are what it has left there."""

    now: datetime
    place: Path
    read_only: bool
    saved_at: datetime | None
    kept: Kept | None
    copied: Copied
    proof: BackupProof | None
    sheet: Sheet
    integrity: Integrity
    service: str = ""
    copies: tuple[Path, ...] = ()
    trouble: VaultError | None = None
    """Why something of it could not be read from the vault, which is then left out."""


@dataclass(frozen=True, slots=True)
class StateLine:
    """One line: what it is about, how it stands in words and in one word, and what can be done about it."""

    key: str
    icon: str
    title: Text
    words: Sayable
    word: Text
    tone: Tone
    deed: Deed
    deed_name: Text


def state_lines(safe: Safekeeping) -> tuple[StateLine, ...]:
    """Return the lines in the order in which somebody asks."""
    return _saved(safe), _backup(safe), _second(safe), _proof(safe), _sheet(safe), _integrity(safe), _place(safe)


def _saved(safe: Safekeeping) -> StateLine:
    at: Sayable = safe.saved_at.astimezone() if safe.saved_at else Text("nothing yet")
    word = Text("read only") if safe.read_only else Text("saved")
    tone: Tone = "neutral" if safe.read_only else "ok"
    return StateLine("saved", "save", Text("Last change"), at, word, tone, "history", Text("Show the history"))


def _backup(safe: Safekeeping) -> StateLine:
    words, word, tone = _backup_words(safe)
    deed: Deed = "" if safe.read_only else "back_up"
    return StateLine("backup", "archive", Text("Backup"), words, word, tone, deed, Text("Back up now"))


def _backup_words(safe: Safekeeping) -> tuple[Sayable, Text, Tone]:
    kept = safe.kept
    if safe.read_only:
        return Text("None is made while the vault is open to read only."), Text("read only"), "neutral"
    if kept is None:
        return Text("Being looked for …"), Text("unknown"), "neutral"
    if kept.trouble:
        return _last(kept, safe, beside_the_vault(kept.trouble)), Text("not possible"), "due"
    if kept.newest is None:
        return Text("Made by itself after the first change."), Text("none yet"), "neutral"
    how = Text("{age}, {size}", age=age(kept.newest.manifest.made_at, safe.now), size=size(kept.newest.bytes))
    if kept.is_current:
        return how, Text("up to date"), "ok"
    later = Text("{how}. What has changed since follows by itself, at the latest when you lock.", how=how)
    return later, Text("follows"), "neutral"


def _last(kept: Kept, safe: Safekeeping, reason: Text) -> Text:
    if kept.newest is None:
        return reason
    made = age(kept.newest.manifest.made_at, safe.now)
    return Text("{reason} The last backup was made {age}.", reason=reason, age=made)


def _second(safe: Safekeeping) -> StateLine:
    words, word, tone = _second_words(safe)
    name = Text("Change …") if safe.copied.place else Text("Choose …")
    deed: Deed = "" if safe.read_only else "second"
    return StateLine("second", "hard-drive", Text("Second place"), words, word, tone, deed, name)


def _second_words(safe: Safekeeping) -> tuple[Sayable, Text, Tone]:
    copied = safe.copied
    if copied.place is None:
        why = Text("A backup on the same disk does not help when the disk fails.")
        return why, Text("none chosen"), "due"
    last: Sayable = age(copied.at, safe.now) if copied.at else Text("no copy yet")
    how = Text("{place}: {age}", place=shown_path(copied.place), age=last)
    match copied.reach:
        case "there":
            return how, Text("up to date"), "ok"
        case "away":
            return how, Text("not connected"), "due"
    reason = beside_the_vault(copied.trouble) if copied.trouble else ""
    return Text("{how}. {reason}", how=how, reason=reason), Text("not possible"), "due"


def _proof(safe: Safekeeping) -> StateLine:
    words, word, tone = _proof_words(safe)
    return StateLine("proof", "shield-check", Text("Proof of a backup"), words, word, tone, "prove", Text("Prove …"))


def _proof_words(safe: Safekeeping) -> tuple[Sayable, Text, Tone]:
    proof = safe.proof
    if proof is None:
        return Text("A backup that was never restored is a hope."), Text("never"), "due"
    when = age(proof.held_at, safe.now)
    if proof.failure:
        return Text("{age}: {result}", age=when, result=proof_result(proof)), Text("failed"), "breach"
    old = safe.now - proof.held_at >= PROOF_LASTS
    words = Text("{age}: {result}", age=when, result=proof_result(proof))
    return words, Text("due again") if old else Text("proven"), "due" if old else "ok"


def proof_result(proof: BackupProof) -> Text:
    """Return what a trial restore has found, in one line."""
    match proof.failure:
        case "":
            records, seconds = proof.records, proof.seconds
            return Text("restored, {records} records equal, {seconds} s", records=records, seconds=seconds)
        case "damaged":
            return Text("not restored, the backup is damaged")
        case "contents":
            return Text("restored, but it holds something else than it says")
    return Text("restored, but its history does not hold")


def _sheet(safe: Safekeeping) -> StateLine:
    sheet = safe.sheet
    if sheet.made_on is None:
        words: Sayable = Text("Without it nobody can help when the passphrase is forgotten.")
        return _sheet_line(words, Text("missing"), "due", Text("Make …"), safe)
    if sheet.checked_at is None:
        words = Text("Made on {day}, not checked yet", day=sheet.made_on)
    else:
        checked = sheet.checked_at.astimezone().date()
        words = Text("Made on {day}, last checked on {checked}", day=sheet.made_on, checked=checked)
    word = Text("due") if sheet.is_due else Text("checked")
    return _sheet_line(words, word, "due" if sheet.is_due else "ok", Text("Check …"), safe)


def _sheet_line(words: Sayable, word: Text, tone: Tone, name: Text, safe: Safekeeping) -> StateLine:
    deed: Deed = "" if safe.read_only else "sheet"
    return StateLine("sheet", "key-round", Text("Recovery sheet"), words, word, tone, deed, name)


def _integrity(safe: Safekeeping) -> StateLine:
    words, word, tone = integrity_words(safe.integrity, safe.now)
    return StateLine("integrity", "shield", Text("The whole file"), words, word, tone, "check", Text("Check …"))


def integrity_words(integrity: Integrity, now: datetime) -> tuple[Sayable, Text, Tone]:
    """Return what is known of the whole file, in a sentence, in a word, and how serious it is."""
    at: Sayable = age(integrity.at, now) if integrity.at else ""
    match integrity.state:
        case "sound":
            return Text("{age}: every page is as it was written", age=at), Text("sound"), "ok"
        case "damaged":
            return Text("{age}: a part of the file is not as it was written", age=at), Text("damaged"), "breach"
        case "unknown":
            reason = sentence(integrity.trouble) if integrity.trouble else ""
            return Text("Could not be checked. {reason}", reason=reason), Text("unknown"), "due"
        case "running":
            return Text("Is being read in the background …"), Text("being checked"), "neutral"
    return Text("Is read in the background after unlocking."), Text("not yet checked"), "neutral"


def _place(safe: Safekeeping) -> StateLine:
    word, tone = _place_word(safe)
    return StateLine("place", "folder-open", Text("Place"), shown_path(safe.place), word, tone, "place", Text("More …"))


def _place_word(safe: Safekeeping) -> tuple[Text, Tone]:
    if safe.copies:
        return Text("copies found"), "due"
    return (Text("synchronised"), "due") if safe.service else (Text("only here"), "ok")
