"""Where things lie in the source tree."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
LISTS = {name: ROOT / "packaging" / f"{name}.txt" for name in ("run", "develop")}
"""The exactly pinned packages: what the program needs to run, and that plus what a developer needs."""

PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
"""The project's own Python."""

CATALOGUES = ROOT / "translations"
SAMPLE = ROOT / "resources" / "samples" / "demo.json"
"""The facts of the company that the program shows when nobody has answered a question yet."""
