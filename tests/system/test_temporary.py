"""A paper shown outside is its owner's alone, and gone at lock, at close, or at the next start after a crash."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.system.temporary import open_folder, sweep

ROOT = Path(__file__).resolve().parents[2]
OWNER = """
import sys
from pathlib import Path
from app.system.temporary import open_folder
folder = open_folder(Path(sys.argv[1]))
print(folder.keep("Vorlage", ".pdf", b"content"), flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "opened"


def _owner(base: Path) -> tuple[subprocess.Popen[str], Path]:
    owner = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", OWNER, str(base)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert owner.stdout is not None
    return owner, Path(owner.stdout.readline().strip())


def test_a_paper_is_there_under_its_own_name_and_for_its_owner_alone(base: Path) -> None:
    folder = open_folder(base)
    paper = folder.keep("Vorlage für Müller / Söhne", ".pdf", b"content")
    assert paper.name == "Vorlage für Müller Söhne.pdf"
    assert paper.read_bytes() == b"content"
    if os.name == "posix":  # Windows inherits the rights of the user's own folder
        assert stat.S_IMODE(paper.stat().st_mode) == 0o600
        assert {stat.S_IMODE(place.stat().st_mode) for place in (paper.parent, folder.path, base)} == {0o700}
    folder.close()


def test_the_same_paper_can_be_opened_twice(base: Path) -> None:
    folder = open_folder(base)
    assert folder.keep("Vorlage", ".pdf", b"one") != folder.keep("Vorlage", ".pdf", b"two")
    folder.close()


def test_locking_removes_the_papers_and_more_can_follow(base: Path) -> None:
    folder = open_folder(base)
    paper = folder.keep("Vorlage", ".pdf", b"content")
    assert folder.clear()
    assert not paper.exists()
    assert folder.keep("Vorlage", ".pdf", b"content").exists()
    folder.close()


def test_closing_leaves_nothing(base: Path) -> None:
    folder = open_folder(base)
    folder.keep("Vorlage", ".pdf", b"content")
    folder.close()
    assert not list(base.iterdir())


def test_a_folder_that_somebody_else_removed_is_no_trouble(base: Path) -> None:
    folder = open_folder(base)
    shutil.rmtree(folder.path)
    assert folder.clear()
    folder.close()


def test_a_paper_that_a_viewer_holds_open_is_reported_and_removed_at_the_next_start(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = open_folder(base)
    paper = folder.keep("Vorlage", ".pdf", b"content")
    with monkeypatch.context() as held:
        held.setattr(shutil, "rmtree", lambda *_, **__: None)
        assert not folder.clear()
        folder.close()
        sweep(base)
    assert paper.exists()
    sweep(base)
    assert not list(base.iterdir())


def test_what_a_crash_left_is_removed_at_the_next_start(base: Path) -> None:
    owner, paper = _owner(base)
    assert paper.exists()
    owner.kill()
    owner.communicate()
    assert paper.exists()
    folder = open_folder(base)
    assert not paper.exists()
    folder.close()
    assert not list(base.iterdir())


def test_what_a_running_program_has_open_stays(base: Path) -> None:
    owner, paper = _owner(base)
    sweep(base)
    assert paper.exists()
    owner.communicate("\n")
    sweep(base)
    assert not paper.exists()


def test_a_folder_without_a_lock_is_a_leftover_too(base: Path) -> None:
    (base / "papers-old").mkdir(parents=True)
    (base / "other").mkdir()
    sweep(base)
    assert [path.name for path in base.iterdir()] == ["other"]


def test_a_link_is_not_followed(base: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    base.mkdir(parents=True)
    if os.name == "posix":  # Windows lets only administrators make links
        (base / "papers-link").symlink_to(tmp_path / "precious")
    sweep(base)
    assert (tmp_path / "precious").exists()


def test_a_base_that_is_not_there_is_no_trouble(base: Path) -> None:
    sweep(base)
