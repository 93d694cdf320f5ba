"""What is said to somebody whose machine lacks a display or a library."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench import commands, environment, machine
from workbench.places import SAMPLE

LDD = """\
\tlinux-vdso.so.1 (0x00007ffd)
\tlibEGL.so.1 => not found
\tlibGL.so.1 => /lib/x86_64-linux-gnu/libGL.so.1 (0x00007f)
\tlibxcb-cursor.so.0 => not found
"""


def test_a_linux_machine_without_a_display_is_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "LINUX", True)
    assert not machine.has_display({})
    assert not machine.has_display({"DISPLAY": ""})
    assert machine.has_display({"DISPLAY": ":0"})
    assert machine.has_display({"WAYLAND_DISPLAY": "wayland-0"})


def test_every_other_machine_has_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "LINUX", False)
    assert machine.has_display({})


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "de"),
        ({"LANG": "C.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "de"),
    ],
)
def test_the_paper_speaks_german_unless_the_machine_speaks_english(variables: dict[str, str], language: str) -> None:
    assert machine.report_language(variables) == language


def test_the_linker_says_what_is_missing() -> None:
    assert machine.not_found(LDD) == ["libEGL.so.1", "libxcb-cursor.so.0"]


def test_the_remedy_is_a_line_to_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "is_root", lambda: False)
    said = machine.remedy(["libxcb-cursor.so.0", "libEGL.so.1", "libodd.so.1"])
    assert "On Debian and Ubuntu: sudo apt install libegl1 libxcb-cursor0" in said.splitlines()
    assert said.endswith("libodd.so.1")


def test_root_needs_no_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "is_root", lambda: True)
    assert machine.apt_install(["python3-venv"]) == "apt install python3-venv"


def test_a_program_that_is_not_installed_is_found_missing() -> None:
    assert machine.missing_tools({"a-program-that-nobody-has": "a-package"}) == {
        "a-program-that-nobody-has": "a-package"
    }


def test_the_plugin_follows_the_display_and_the_user() -> None:
    assert machine.plugin({"DISPLAY": ":0"}) == "xcb"
    assert machine.plugin({"WAYLAND_DISPLAY": "wayland-0"}) == "wayland"
    assert machine.plugin({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:size=1x1"}) == "offscreen"


def test_the_paper_is_written_where_somebody_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(machine, "LINUX", True)
    monkeypatch.setattr(environment, "prepare", lambda _kind: None)
    assert commands.main(["run"]) == 0
    assert (tmp_path / "nachweis-board-paper.pdf").read_bytes().startswith(b"%PDF-")
    said = capsys.readouterr().out
    assert "no display" in said
    assert str(tmp_path / "nachweis-board-paper.pdf") in said
    assert SAMPLE.is_file()
    assert os.listdir(tmp_path) == ["nachweis-board-paper.pdf"]  # noqa: PTH208 - names, not paths
