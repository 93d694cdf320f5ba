"""The folder for papers that another program shows, made for the first of them and gone when nobody may see them.

What a crash left behind is removed at the next start, before anything is shown.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.system.temporary import PrivateFolder


class Papers:
    """Papers in the clear, for their owner alone and not for long."""

    def __init__(self, base: Path) -> None:
        self._base = base
        self._folder: PrivateFolder | None = None

    def sweep(self) -> None:
        """Remove what a crash left behind."""
        from app.system.temporary import sweep  # noqa: PLC0415 - the first window has no papers

        sweep(self._base)

    def keep(self, title: str, ending: str, content: bytes) -> Path:
        """Put a paper where a viewer can read it. VaultError if the machine does not let us."""
        from app.system.temporary import open_folder  # noqa: PLC0415 - the first window has no papers

        if self._folder is None:
            self._folder = open_folder(self._base)
        return self._folder.keep(title, ending, content)

    def clear(self) -> None:
        """Remove every paper; one that a viewer still holds open goes at the next start."""
        if self._folder and not self._folder.clear():
            from app.system import log  # noqa: PLC0415 - the first window has nothing to note

            log.note("papers.still_open")

    def close(self) -> None:
        """Remove the papers and their folder."""
        if self._folder:
            self._folder.close()
            self._folder = None
