"""The first window is on the screen before anything heavy has been imported, and a machine without one is told so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LATE = (
    "alembic babel cryptography keyring reportlab simplejson sqlalchemy sqlcipher3 uharfbuzz "
    "app.law.scope app.shell.desk app.shell.session app.shell.watch.idle app.wizard.page database.vault PySide6.QtDBus"
).split()  # fmt: skip

_PROBE = f"""
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from app import bootstrap
application = bootstrap._application()
window = bootstrap._window(application)
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            print(*(name for name in {LATE!r} if name in sys.modules))
            QTimer.singleShot(0, application.quit)
            watched.removeEventFilter(self)
        return False
filter = Painted()
window.installEventFilter(filter)
window.show()
sys.exit(application.exec())
"""


def started(code: str, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh interpreter whose user has an empty home folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DISPLAY", "WAYLAND"))}
    environment = {**kept, "HOME": str(home), "LC_ALL": "en_GB.UTF-8", **more}
    return subprocess.run(  # noqa: S603 - own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment, timeout=60
    )


def test_nothing_heavy_is_imported_before_the_first_picture(tmp_path: Path) -> None:
    done = started(_PROBE, tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout.split()) == (0, []), done.stderr


def test_the_first_picture_of_the_lock_screen_needs_nothing_heavy_either(tmp_path: Path) -> None:
    vault = tmp_path / "v.nachweis"
    vault.mkdir()
    (vault / "vault.json").write_text("{}", encoding="utf-8")
    settings = tmp_path / ".config" / "Nachweis" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'{{"last_vault": "{vault.as_posix()}", "language": "de"}}', encoding="utf-8")
    done = started(_PROBE, tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout.split()) == (0, []), done.stderr


def test_a_machine_without_a_display_gets_one_sentence_and_an_exit_code(tmp_path: Path) -> None:
    run = "import sys; from app.cli import main; sys.exit(main([]))"
    done = started(run, tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=":4711")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("nachweis: This machine has no display for a window.")


_RUN = """
import sys
from PySide6.QtCore import QTimer
from app import bootstrap
def stop(window):
    if {fault}:
        QTimer.singleShot(0, lambda: 1 / 0)
    QTimer.singleShot(100, window.close)
real = bootstrap._window
def made(application):
    window = real(application)
    QTimer.singleShot(900, lambda: stop(window))
    return window
bootstrap._window = made
sys.exit(bootstrap.open_window(demo={demo}))
"""


def test_the_program_runs_until_its_window_is_closed_and_leaves_settings_and_a_log(tmp_path: Path) -> None:
    done = started(_RUN.format(fault=False, demo=False), tmp_path, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["nachweis.log", "settings.json"]


def test_a_bug_is_shown_and_leaves_its_kind_and_place_in_the_log(tmp_path: Path) -> None:
    done = started(_RUN.format(fault=True, demo=True), tmp_path, QT_QPA_PLATFORM="offscreen")
    assert "ZeroDivisionError" in done.stderr
    log = next(tmp_path.rglob("nachweis.log")).read_text(encoding="utf-8")
    assert "program.bug" in log
    assert "kind=ZeroDivisionError" in log
    assert "Muster" not in log
