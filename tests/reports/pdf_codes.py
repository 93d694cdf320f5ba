"""The QR codes of a paper, as a scanner reads them from the printed page: another program decodes it."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

COLOUR, GREY, BLACK_AND_WHITE = (), ("-gray",), ("-mono",)
RESOLUTION = 150


def codes_on(pdf: bytes, print_as: tuple[str, ...] = COLOUR, resolution: int = RESOLUTION) -> list[str]:
    """Return what the QR codes of all pages say, page by page."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "paper.pdf")
        file.write_bytes(pdf)
        subprocess.run(["pdftoppm", "-r", str(resolution), *print_as, file, Path(folder, "page")], check=True)  # noqa: S603 - own arguments
        pictures = sorted(Path(folder).glob("page*"))
        return [code for picture in pictures for code in _codes(picture)]


def _codes(picture: Path) -> list[str]:
    command = ["zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", str(picture)]
    found = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - own arguments
    if found.returncode not in {0, 4}:
        raise RuntimeError(found.stderr.decode())
    return found.stdout.decode().splitlines()
