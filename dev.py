"""The one command a developer needs: `python3 dev.py run` opens the program, `python3 dev.py test` tests it.

Standard library only, and readable by every Python 3, so that a Python which is too old gets a sentence
instead of a syntax error. What the commands do lives in `packaging/workbench/`.
"""

import sys
from pathlib import Path

OLDEST = (3, 11)


def main() -> int:
    """Hand over to the workbench, if this Python is new enough for it."""
    if sys.version_info < OLDEST:
        sys.exit(
            "Nachweis needs Python 3.11 or newer; this is Python {}.{}. Newer ones: https://www.python.org/downloads/".format(
                *sys.version_info
            ),
        )
    sys.path.insert(0, str(Path(__file__).resolve().parent / "packaging"))
    from workbench.commands import main as work  # noqa: PLC0415 - only a new enough Python can read it

    return work(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
