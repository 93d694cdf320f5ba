"""A crash leaves no picture of the memory on the disk: it would hold the key, and everything that was on the screen.

On Linux the size of such a picture is limited to one byte. Nought would not do: a system that hands the picture to a
program of its own, as most desktops do, asks for no size, except for this one, at which the kernel gives up. The other
way, to make the process undumpable, also forbids the desktop to look who is asking for a file dialog, and then none
comes. On Windows the crash is not handed to error reporting.
"""

from __future__ import annotations

import sys

_SHORTEST = 1

if sys.platform == "win32":  # pragma: no cover - the other platform's branch

    def forbid() -> None:
        """Let this program end without a picture of its memory, from now on."""
        import ctypes  # noqa: PLC0415 - only this platform needs it

        neither_a_box_nor_a_report = 0x0001 | 0x0002
        ctypes.windll.kernel32.SetErrorMode(neither_a_box_nor_a_report)
else:
    import resource

    def forbid() -> None:
        """Let this program, and what it starts, end without a picture of its memory, from now on."""
        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        least = _SHORTEST if most == resource.RLIM_INFINITY else min(_SHORTEST, most)
        resource.setrlimit(resource.RLIMIT_CORE, (least, most))
