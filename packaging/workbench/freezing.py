"""Builds the program as a folder that needs no Python, and tries it.

A frozen program fails in its own ways: a data file that was not packed, a module that only a string names. So
the smoke test asks the folder the same questions as the source and wants the same answers.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from workbench.places import PYTHON, ROOT, SAMPLE
from workbench.trouble import Trouble

FOLDER = ROOT / "dist" / "nachweis"
PROGRAM = FOLDER / ("nachweis.exe" if os.name == "nt" else "nachweis")


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
    _try_out()
    megabytes = sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) / 1_000_000
    print(f"Built and tried: {FOLDER} ({megabytes:.0f} MB)")
    return 0


def _try_out() -> None:
    for question in (["--version"], ["assess", str(SAMPLE)]):
        frozen, source = _answer([str(PROGRAM), *question]), _answer([str(PYTHON), "-m", "app", *question])
        if frozen != source:
            raise Trouble(f"{' '.join(question)}: the frozen program says\n{frozen}\nbut the source says\n{source}")
        sys.stdout.write(f"nachweis {question[0]}: as from the source\n")
    with tempfile.TemporaryDirectory() as folder:
        papers = [Path(folder) / "frozen.pdf", Path(folder) / "source.pdf"]
        for command, paper in zip(([str(PROGRAM)], [str(PYTHON), "-m", "app"]), papers, strict=True):
            _answer([*command, "report", "board", "--facts", str(SAMPLE), "--language", "de", "--out", str(paper)])
        if papers[0].read_bytes() != papers[1].read_bytes():
            raise Trouble("The frozen program writes another board paper than the source.")
        sys.stdout.write("nachweis report board: as from the source, byte for byte\n")


def _answer(command: list[str]) -> str:
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if said.returncode or not said.stdout.strip():
        raise Trouble(f"{' '.join(command)} ended with {said.returncode}:\n{said.stdout}{said.stderr}")
    return said.stdout
