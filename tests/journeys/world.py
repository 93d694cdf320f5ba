"""A machine of somebody's own: home, temporary folder, the folder one works in, and a viewer for papers.

The viewer does what viewers do: it looks at the file, and puts it on the list of files that were used last.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from app.system.shipped import root

_VIEWER = f"""#!{sys.executable}
import os, stat, sys
from pathlib import Path
from urllib.parse import unquote, urlsplit
paper = Path(unquote(urlsplit(sys.argv[1]).path))
recent = Path.home() / ".local/share/recently-used.xbel"
with recent.open("a") as file:
    print(f'<bookmark href="{{sys.argv[1]}}"/>', file=file)
with open(os.environ["VIEWED"], "a") as file:
    print(*(oct(stat.S_IMODE(each.stat().st_mode)) for each in (paper.parent, paper)), paper, file=file)
"""


@dataclass(frozen=True, slots=True)
class World:
    """The folders of one machine, below one folder."""

    place: Path

    @property
    def home(self) -> Path:
        """Return the user's home folder."""
        return self.place / "home"

    @property
    def working(self) -> Path:
        """Return the folder in which programs are started, where a picture of their memory would lie."""
        return self.place / "working"

    @property
    def viewed(self) -> Path:
        """Return the file in which the viewer notes the rights of each paper's folder, of the paper, and its place."""
        return self.place / "viewed"

    @property
    def reachable(self) -> tuple[Path, ...]:
        """Return the folders in which a program may leave something."""
        return self.home, self.place / "temporary", self.place / "runtime", self.working

    def furnish(self) -> None:
        """Make what is not there yet."""
        for folder in self.reachable:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (self.home / ".local" / "share").mkdir(parents=True, exist_ok=True)
        viewer = self.place / "programs" / "xdg-open"
        viewer.parent.mkdir(exist_ok=True)
        viewer.write_text(_VIEWER, encoding="utf-8")
        viewer.chmod(0o700)

    def variables(self) -> dict[str, str]:
        """Return what tells a program where it is."""
        return {
            "HOME": str(self.home),
            "TMPDIR": str(self.place / "temporary"),
            "XDG_RUNTIME_DIR": str(self.place / "runtime"),
            "PATH": os.pathsep.join((str(self.place / "programs"), os.environ["PATH"])),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.place / 'runtime' / 'no-bus'}",
            "VIEWED": str(self.viewed),
            "PYTHONPATH": str(root()),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
