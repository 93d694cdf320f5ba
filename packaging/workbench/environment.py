"""Makes the project's own Python: a folder `.venv` that holds exactly the packages of one list.

The second run is quick because a stamp remembers what was installed. It covers the list, `pyproject.toml` and
the Python in use, so that it is renewed when one of them changes and never otherwise.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import subprocess
import sys
from pathlib import Path

from workbench.machine import apt_install
from workbench.places import LISTS, PYTHON, ROOT, VENV
from workbench.trouble import Trouble

LOG = VENV / "setup.log"

_REASONS = (
    ("do not match the hashes", "a downloaded package is not the one that was agreed on (its checksum differs)"),
    ("No space left", "the disk is full"),
    ("Permission denied", "a file could not be written"),
    ("connection", "the package index could not be reached"),
    ("name resolution", "the package index could not be reached"),
    ("Retrying", "the package index could not be reached"),
    ("No matching distribution", "a package is not to be had for this system and this Python"),
)


def prepare(kind: str) -> None:
    """Make sure that `.venv` holds one list (`run` or `develop`) and the program itself."""
    if _is_ready(kind):
        return
    _make()
    count = sum("==" in line for line in LISTS[kind].read_text(encoding="utf-8").splitlines())
    print(f"Installing {count} packages into .venv (once; it takes a minute or two) …", flush=True)
    LOG.write_text("", encoding="utf-8")
    _pip("--require-hashes", "--no-deps", "-r", str(LISTS[kind]))
    _pip("--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT))
    _stamp(kind).write_text(fingerprint(kind), encoding="utf-8")


def fingerprint(kind: str) -> str:
    """Return what the installation depends on, in short."""
    parts = (LISTS[kind].read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), os.fsencode(ROOT))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def reason(log: str) -> str:
    """Return in words why pip gave up, as far as its log tells."""
    return next((words for sign, words in _REASONS if sign.lower() in log.lower()), "pip gave up")


def _is_ready(kind: str) -> bool:
    kinds = ("run", "develop") if kind == "run" else ("develop",)
    return PYTHON.exists() and any(
        _stamp(k).is_file() and _stamp(k).read_text(encoding="utf-8") == fingerprint(k) for k in kinds
    )


def _stamp(kind: str) -> Path:
    return VENV / f"{kind}.stamp"


def _make() -> None:
    if PYTHON.exists() and _version_of_venv() == platform.python_version():
        return
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise Trouble(
            f"This Python cannot make a virtual environment. On Debian and Ubuntu: {apt_install(['python3-venv'])}"
        )
    print("Making .venv …", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        said = (made.stdout + made.stderr).strip().splitlines() or ["no reason given"]
        raise Trouble(f"The folder {VENV} could not be made: {said[-1]}")


def _version_of_venv() -> str:
    try:
        lines = (VENV / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition("=")[2].strip() for line in lines if line.startswith("version")), "")


def _pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *arguments]
    with LOG.open("a", encoding="utf-8") as log:
        code = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False, cwd=ROOT).returncode
    if code:
        why = reason(LOG.read_text(encoding="utf-8", errors="replace"))
        raise Trouble(f"The packages could not be installed: {why}. What pip said is in {LOG}")
