"""Work that needs the database, kept out of the first window: each function imports what it needs when it runs.

They are run by a worker, get values and return a session.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.shell.session import Session
    from app.ui.task import Progress

Clock = Callable[[], datetime]
Opening = Callable[["Progress"], "Session"]


def warm_up(_progress: Progress) -> None:
    """Import what the first unlocked page will need, while somebody is typing the passphrase."""
    import app.shell.desk  # noqa: PLC0415 - importing is the purpose
    import app.shell.session  # noqa: F401, PLC0415 - importing is the purpose
    from app.core.language import CODES  # noqa: PLC0415
    from app.system.languages import language  # noqa: PLC0415

    for code in CODES:
        language(code).number(1)


def missing_of(places: tuple[str, ...], _progress: Progress) -> frozenset[str]:
    """Return which of these places are gone."""
    return frozenset(place for place in places if not Path(place).exists())


def opening(place: Path, passphrase: str, now: Clock) -> Opening:
    """Return the work of opening a vault."""

    def work(_progress: Progress) -> Session:
        from app.shell.session import open_vault  # noqa: PLC0415 - see the module's first sentence

        return open_vault(place, passphrase, now)

    return work


def making(place: Path, passphrase: str, now: Clock) -> Opening:
    """Return the work of making a vault."""

    def work(_progress: Progress) -> Session:
        from app.shell.session import make_vault  # noqa: PLC0415 - see the module's first sentence

        return make_vault(place, passphrase, now)

    return work


def demonstrating(now: Clock) -> Opening:
    """Return the work of setting up the demo company."""

    def work(_progress: Progress) -> Session:
        from app.shell.session import demo_company  # noqa: PLC0415 - see the module's first sentence

        return demo_company(now)

    return work
