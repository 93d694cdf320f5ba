"""`nachweis report board` writes a whole PDF or nothing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from app.cli import WRONG_INPUT, main
from app.system.shipped import resource

FACTS = {
    "company": "Muster <b>& Söhne",
    "as_of": "2026-11-22",
    "activities": [{"annex": 2, "no": "5.4.1"}],
    "own": {"headcount_awu": 60},
}


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(FACTS), encoding="utf-8")
    return path


def write(facts: Path, out: Path, language: str = "de") -> int:
    return main(["report", "board", "--facts", str(facts), "--language", language, "--out", str(out)])


def test_the_same_facts_give_the_same_file(facts: Path, tmp_path: Path) -> None:
    assert write(facts, tmp_path / "a.pdf") == 0
    assert write(facts, tmp_path / "b ä.pdf") == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b ä.pdf").read_bytes()


def test_wrong_facts_leave_the_old_paper_alone(facts: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"old")
    facts.write_text('{"own": []}', encoding="utf-8")
    assert write(facts, out) == WRONG_INPUT
    assert out.read_bytes() == b"old"


def test_several_cases_are_no_single_company(facts: Path, tmp_path: Path) -> None:
    facts.write_text('{"cases": []}', encoding="utf-8")
    assert write(facts, tmp_path / "a.pdf") == WRONG_INPUT


@pytest.mark.parametrize("place", ["", "missing/a.pdf", "facts.json/a.pdf", "x" * 300])
def test_a_place_that_cannot_be_written_to_is_one_sentence(
    place: str, facts: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert write(facts, tmp_path / place) == WRONG_INPUT
    assert capfd.readouterr().err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["facts.json"]


def test_the_paper_of_the_demo_company_says_so(tmp_path: Path) -> None:
    out = tmp_path / "demo.pdf"
    assert write(resource("samples", "demo.json"), out) == 0
    words = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, check=True).stdout.decode()  # noqa: S603 - our own file
    assert "Demodaten" in words
