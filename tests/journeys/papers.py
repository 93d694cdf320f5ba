"""Papers as somebody reads them: poppler's words, not our own."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

_GROUP = re.compile(r"\b([1-8]) ([0-9A-Z]{5})\b")


def text_of(paper: Path) -> str:
    """Return the words of a PDF as poppler reads them, with ordinary spaces and unbroken lines."""
    tool = shutil.which("pdftotext")
    assert tool, "pdftotext is missing"
    done = subprocess.run([tool, "-layout", str(paper), "-"], capture_output=True, text=True, check=True)  # noqa: S603
    return " ".join(done.stdout.replace("\u00a0", " ").split())


def recovery_key_on(sheet: Path) -> tuple[str, ...]:
    """Return the eight groups that stand on a recovery sheet."""
    groups = dict(_GROUP.findall(text_of(sheet)))
    assert sorted(groups) == list("12345678")
    return tuple(groups[number] for number in sorted(groups))
