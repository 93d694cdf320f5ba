"""Builds the program as a folder that needs no Python, and tries it.

A frozen program fails in its own ways: a data file that was not packed, a module that only a string names. So
the smoke test asks the folder the same questions as the source and wants the same answers.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from workbench.places import PYTHON, ROOT, SAMPLE
from workbench.trouble import Trouble

FOLDER = ROOT / "dist" / "nachweis"
PROGRAM = FOLDER / ("nachweis.exe" if os.name == "nt" else "nachweis")

_FROZEN = [str(PROGRAM)]
_BOTH = (
    (_FROZEN, FOLDER / "_internal" / "resources" / "samples" / SAMPLE.name),
    ([str(PYTHON), "-m", "app"], SAMPLE),
)
"""The frozen program and the source, each with the sample that it ships."""

_PATIENCE = 8.0
"""Seconds that a window is watched; it opens in less than two."""


def freeze() -> int:
    """Build the folder and try it; any difference from the source is trouble."""
    spec = ROOT / "packaging" / "nachweis.spec"
    built = subprocess.run(
        [str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", str(spec)],
        cwd=ROOT,
        check=False,
    )
    if built.returncode:
        raise Trouble("PyInstaller could not build the program; its own words stand above.")
    _try_answers()
    _try_paper()
    _try_window()
    megabytes = sum(file.stat().st_size for file in FOLDER.rglob("*") if not file.is_symlink()) / 1_000_000
    print(f"Built and tried: {FOLDER} ({megabytes:.0f} MB)")
    return 0


def _try_answers() -> None:
    for question in ("--version", "assess"):
        frozen, source = (
            _answer([*program, question, *([str(sample)] if question == "assess" else [])]) for program, sample in _BOTH
        )
        if frozen != source:
            raise Trouble(f"{question}: the frozen program says\n{frozen}\nbut the source says\n{source}")
        print(f"nachweis {question}: as from the source")


def _try_paper() -> None:
    papers = []
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "paper.pdf"
        for program, sample in _BOTH:
            _answer([*program, "report", "board", "--facts", str(sample), "--language", "de", "--out", str(paper)])
            papers.append(paper.read_bytes())
    if papers[0] != papers[1]:
        raise Trouble("The frozen program writes another board paper than the source.")
    print("nachweis report board: as from the source, byte for byte")


def _try_window() -> None:
    """Open the window without a screen; a part of Qt that was not packed ends it or makes it complain."""
    with tempfile.TemporaryDirectory() as home:
        places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"), home)
        environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
        window = subprocess.Popen(_FROZEN, env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        try:
            _, complaint = window.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            window.terminate()
            _, complaint = window.communicate()
        else:
            raise Trouble(f"The frozen window closed by itself with {window.returncode}:\n{complaint}")
    if complaint.strip():
        raise Trouble(f"The frozen window opens, but complains:\n{complaint}")
    print("nachweis: the window opens")


def _answer(command: list[str]) -> str:
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if said.returncode:
        raise Trouble(f"{' '.join(command)} ended with {said.returncode}:\n{said.stdout}{said.stderr}")
    return said.stdout
