"""What this machine offers: a display, the system libraries Qt needs, a window manager for the journeys.

Qt's wheels bring Qt but not the libraries of the system below it. Without them Linux says `could not load the
platform plugin`, which helps nobody; the dynamic linker knows exactly which files are missing, and Debian's
names for them are known.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from workbench.places import VENV

LINUX = sys.platform.startswith("linux")

_DEBIAN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}

SCREEN_TOOLS = {"Xvfb": "xvfb", "openbox": "openbox"}
"""A virtual screen with a window manager, and the Debian packages that bring them."""

PAPER_TOOLS = {"pdftotext": "poppler-utils", "qpdf": "qpdf", "zbarimg": "zbar-tools"}
"""Independent readers of the papers we print."""

KEYRING_TOOLS = {"dbus-run-session": "dbus", "gnome-keyring-daemon": "gnome-keyring"}
"""A session with a keyring of its own. Only Linux needs them; the other systems have their keyrings built in."""


WATCHING_TOOLS = {"strace": "strace"}
"""What sees every call by which a program changes the disk. The tests that cut the power need it; only Linux has it."""


def has_display(environment: Mapping[str, str]) -> bool:
    """Tell whether a window could be seen here. Only Linux has machines without a display."""
    return not LINUX or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def report_language(environment: Mapping[str, str]) -> str:
    """Return `en` for somebody whose machine speaks English, else `de`: the law is German."""
    spoken = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "en" if spoken.lower().startswith("en") else "de"


def plugin(environment: Mapping[str, str]) -> str:
    """Return the Qt platform plugin that a window would use here."""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    return chosen or ("xcb" if environment.get("DISPLAY") else "wayland")


def missing_libraries(platform_plugin: str) -> list[str]:
    """Return the file names of the system libraries that this Qt platform plugin lacks."""
    if not LINUX or shutil.which("ldd") is None:
        return []
    found = VENV.glob(f"lib/python*/site-packages/PySide6/Qt/plugins/platforms/libq{platform_plugin}*.so")
    return sorted({name for file in found for name in not_found(_linked(file))})


def not_found(ldd: str) -> list[str]:
    """Return the libraries that the dynamic linker reports as missing."""
    return [line.split()[0] for line in ldd.splitlines() if line.endswith("=> not found")]


def missing_tools(tools: Mapping[str, str]) -> dict[str, str]:
    """Return the programs that are not installed, with the Debian packages that bring them."""
    return {tool: package for tool, package in tools.items() if shutil.which(tool) is None}


def remedy(libraries: Iterable[str]) -> str:
    """Return what to do about missing libraries: on Debian the exact line, elsewhere their names."""
    names = sorted(libraries)
    packages = sorted({_DEBIAN[name] for name in names if name in _DEBIAN})
    unknown = [name for name in names if name not in _DEBIAN]
    lines = [f"Qt needs system libraries that are not installed: {', '.join(names)}."]
    if packages:
        lines.append(f"On Debian and Ubuntu: {apt_install(packages)}")
    if unknown:
        lines.append(f"Not known to this script by package name: {', '.join(unknown)}")
    return "\n".join(lines)


def apt_install(packages: Iterable[str]) -> str:
    """Return the line that installs Debian packages, with `sudo` for whoever needs it."""
    return f"{'' if is_root() else 'sudo '}apt install {' '.join(packages)}"


def is_root() -> bool:
    """Tell whether the line may leave out `sudo`."""
    return getattr(os, "geteuid", lambda: 1)() == 0


def _linked(file: Path) -> str:
    linker = shutil.which("ldd") or "ldd"
    return subprocess.run([linker, str(file)], capture_output=True, text=True, check=False).stdout
