"""The documents say only what is so: their links lead somewhere, their commands exist, both READMEs agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from workbench.commands import command_names

DOCUMENTS = sorted(
    path for path in ROOT.rglob("*.md") if not {".venv", "build", "dist"} & set(path.relative_to(ROOT).parts)
)
READMES = [ROOT / "README.md", ROOT / "README.de.md"]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
COMMAND = re.compile(r"dev\.py (\w+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file(document: Path) -> None:
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_command_exists(document: Path) -> None:
    assert set(COMMAND.findall(document.read_text(encoding="utf-8"))) <= command_names()


def test_the_readme_explains_every_command() -> None:
    assert set(COMMAND.findall(READMES[0].read_text(encoding="utf-8"))) == command_names()


def test_both_readmes_show_the_same_lines_to_type() -> None:
    typed = [
        re.findall(r"^(?:python3 dev\.py .*)$", readme.read_text(encoding="utf-8"), re.MULTILINE) for readme in READMES
    ]
    assert typed[0] == typed[1] == ["python3 dev.py run", "python3 dev.py test"]


def test_every_folder_that_the_readme_lists_exists() -> None:
    rows = re.findall(r"^\| (.+?) \|", READMES[0].read_text(encoding="utf-8"), re.MULTILINE)
    folders = [folder for row in rows for folder in re.findall(r"`([a-z]+(?:/[a-z]+)?)`", row)]
    assert {"app/core", "database", "tests"} <= set(folders)
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []
