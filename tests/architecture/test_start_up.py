"""What is not imported at the start: a window that waits for a PDF library is a window that is late."""

from __future__ import annotations

import subprocess
import sys

LATE = ("PySide6", "alembic", "babel", "cryptography", "keyring", "reportlab", "sqlalchemy", "sqlcipher3", "uharfbuzz")


def test_the_command_line_starts_without_window_database_and_paper() -> None:
    assert imported_by("import app.cli") == []


def imported_by(code: str) -> list[str]:
    """Run code in a fresh interpreter and return which of the late modules it imported."""
    probe = f"{code}\nimport sys\nprint(*(name for name in {LATE!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)  # noqa: S603 - own code
    return done.stdout.split()
