"""The lists of packages name every package once, exactly, with checksums, and say nothing of where it comes from."""

from __future__ import annotations

import re
import tomllib

import pytest

from workbench.places import LISTS, ROOT

PINNED = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^ ;]+)(?P<marker> ; [^\\]+)? \\$")
CHECKSUM = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


@pytest.mark.parametrize("kind", LISTS)
def test_every_line_is_a_pinned_package_or_its_checksum(kind: str) -> None:
    assert [line for line in lines(kind) if not (PINNED.match(line) or CHECKSUM.match(line))] == []


@pytest.mark.parametrize("kind", LISTS)
def test_every_package_has_a_checksum(kind: str) -> None:
    following = zip(lines(kind), [*lines(kind)[1:], ""], strict=True)
    assert [line for line, after in following if PINNED.match(line) and not CHECKSUM.match(after)] == []


def test_a_developer_has_the_same_versions_as_a_user() -> None:
    assert versions("run").items() <= versions("develop").items()


def test_the_lists_hold_everything_that_the_project_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    declared = {"run": project["project"]["dependencies"] + groups["install"], "develop": groups["develop"]}
    for kind, requirements in declared.items():
        names = {re.split(r"[<>=!~ ]", r)[0].lower() for r in requirements if isinstance(r, str)}
        assert names <= versions(kind).keys()


def lines(kind: str) -> list[str]:
    """Return the lines of one list."""
    return LISTS[kind].read_text(encoding="utf-8").splitlines()


def versions(kind: str) -> dict[str, str]:
    """Return the packages of one list with their versions."""
    return {match["name"]: match["version"] for match in map(PINNED.match, lines(kind)) if match}
