"""The workbench's own rules: what counts as a gap in the coverage, and what `dev.py messages` keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench import catalogues, checks, machine
from workbench.purity import gaps, is_pure
from workbench.trouble import Trouble

PATTERNS = ["app.core", "app.registers.*.record"]


def test_a_package_is_pure_with_everything_below_it() -> None:
    assert is_pure("app/core/text.py", PATTERNS)
    assert is_pure("app\\core\\text.py", PATTERNS)
    assert is_pure("app/registers/supplier/record.py", PATTERNS)
    assert not is_pure("app/registers/supplier/table.py", PATTERNS)
    assert not is_pure("app/corerules.py", PATTERNS)


def test_a_missed_branch_of_a_pure_module_is_a_gap() -> None:
    seen = {"missing_lines": [], "missing_branches": [[3, 5]]}
    unseen = {"missing_lines": [7], "missing_branches": []}
    report = {"files": {"app/core/text.py": seen, "app/shell/window.py": unseen}}
    assert gaps(report, PATTERNS) == ["app/core/text.py: lines [], branches ['3→5']"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(catalogues, "ROOT", tmp_path)
    monkeypatch.setattr(catalogues, "CATALOGUES", tmp_path / "translations")
    (tmp_path / "app" / "law").mkdir(parents=True)
    return tmp_path


def write(project: Path, code: str) -> None:
    (project / "app" / "law" / "size.py").write_text(code, encoding="utf-8")


def translate(project: Path, message: str, string: str) -> None:
    path = project / "translations" / "de" / "LC_MESSAGES" / "law.po"
    text = path.read_text(encoding="utf-8").replace(
        f'msgid "{message}"\nmsgstr ""', f'msgid "{message}"\nmsgstr "{string}"'
    )
    path.write_text(text, encoding="utf-8")


def test_a_new_message_is_empty_and_a_known_one_keeps_its_translation(project: Path) -> None:
    write(project, 'Text("Small")')
    assert catalogues.update("de") == 1
    translate(project, "Small", "Klein")
    write(project, 'Text("Small"); Plural("{n} year", "{n} years", n=2)')
    assert catalogues.update("de") == 1
    catalogue = catalogues.read(catalogues.catalogue_file("de", "law"))
    assert {message.id: message.string for message in catalogue if message.id} == {
        "Small": "Klein",
        ("{n} year", "{n} years"): ("", ""),
    }


def test_a_message_that_is_no_longer_said_goes(project: Path) -> None:
    write(project, 'Text("Small"); Text("Large")')
    catalogues.update("de")
    write(project, 'Text("Large")')
    catalogues.update("de")
    assert "Small" not in catalogues.catalogue_file("de", "law").read_text(encoding="utf-8")


def test_updating_twice_changes_nothing(project: Path) -> None:
    write(project, 'Text("Small"); Text("Large")')
    catalogues.update("de")
    once = catalogues.catalogue_file("de", "law").read_bytes()
    catalogues.update("de")
    assert catalogues.catalogue_file("de", "law").read_bytes() == once


def test_compiled_messages_follow_their_source(project: Path) -> None:
    write(project, 'Text("Small")')
    catalogues.update("de")
    translate(project, "Small", "Klein")
    stale = catalogues.catalogue_file("de", "gone").with_suffix(".mo")
    stale.write_bytes(b"")
    catalogues.compile_changed()
    assert b"Klein" in catalogues.catalogue_file("de", "law").with_suffix(".mo").read_bytes()
    assert not stale.exists()


@pytest.mark.parametrize("needed", [tools for _, tools in checks._TOOLS], ids=" ".join)
def test_a_tool_that_the_tests_need_is_named_with_the_line_that_brings_it(
    needed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "missing_libraries", lambda _plugin: [])
    monkeypatch.setattr(machine, "missing_tools", lambda wanted: dict(wanted) if wanted is needed else {})
    with pytest.raises(Trouble) as said:
        checks._look_at_the_machine()
    assert all(name in str(said.value) for name in needed)
    assert str(said.value).endswith(machine.apt_install(sorted(needed.values())))
