"""The kit at the start: importing it draws nothing, reads nothing and drags nothing heavy along."""

from __future__ import annotations

import subprocess
import sys

from app.system.shipped import root

LATE = ("babel", "sqlalchemy", "alembic", "keyring", "reportlab", "cryptography", "sqlcipher3", "PySide6.QtSvg")


def ask(code: str) -> list[str]:
    """Run code in a fresh interpreter without a window system and return the words it printed."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root())  # noqa: S603 - own code
    return done.stdout.split()


def test_importing_the_kit_brings_nothing_heavy_and_makes_no_application() -> None:
    modules = sorted(path.stem for path in (root() / "app" / "ui").glob("*.py") if path.stem != "__init__")
    imports = "\n".join(f"import app.ui.{module}" for module in modules)
    probe = f"""
{imports}
import sys
from PySide6.QtGui import QGuiApplication
from app.ui.tokens import tokens
print(*(name for name in {LATE!r} if name in sys.modules))
print("application" if QGuiApplication.instance() else "", "colours" if tokens.cache_info().currsize else "")
"""
    assert ask(probe) == []


def test_the_colours_can_be_read_without_a_window_system() -> None:
    assert ask("import app.ui.tokens, sys; print(*(name for name in sys.modules if 'PySide6' in name))") == []
