"""Companies, breaches and days with the result the law gives them, fed to the command line as they are.

The files without `derived_` are the authors' own; the derived ones go through the law rule by rule and also fix what
is possible, missing and deciding.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import main

CASES = Path(__file__).parent / "cases"


def answers(question: str, name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> dict[str, Any]:
    assert main([question, str(CASES / name)]) == 0
    return {result["id"]: result["result"] for result in json.loads(capfdbinary.readouterr().out)["results"]}


def expected(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((CASES / name).read_text(encoding="utf-8"))["cases"]
    return cases


@pytest.mark.parametrize("name", ["scope.json", "derived_scope.json"])
def test_every_scope_case_is_decided_as_expected(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    found = answers("assess", name, capfdbinary)
    for case in expected(name):
        result, wanted = found[case["id"]], case["expected"]
        assert result["code"] == wanted["code"], case["id"]
        if "alternatives" in wanted:
            assert {other["code"] for other in result["alternatives"]} == set(wanted["alternatives"]), case["id"]
        for key in ("not_applicable", "regime", "evidence_not_before", "possible", "missing", "deciding"):
            if key in wanted:
                assert result[key] == wanted[key], (case["id"], key)
        assert set(wanted.get("flags", [])) <= set(result["flags"]), case["id"]
        assert result["flags"] == wanted.get("only_flags", result["flags"]), case["id"]
        questions = [other["question"] for other in result["alternatives"]]
        assert questions == wanted.get("questions", questions), case["id"]
        for key, value in wanted.get("size_used", {}).items():
            assert result["size_used"][key] == value, (case["id"], key)


@pytest.mark.parametrize("name", ["fines.json", "derived_fines.json"])
def test_every_fine_case_has_the_expected_frame(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    found = answers("exposure", name, capfdbinary)
    for case in expected(name):
        assert found[case["id"]]["max_fine_eur"] == case["expected"]["max_fine_eur"], case["id"]


@pytest.mark.parametrize("name", ["deadlines.json", "derived_deadlines.json"])
def test_every_deadline_case_falls_on_the_expected_day(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    found = answers("deadlines", name, capfdbinary)
    for case in expected(name):
        assert found[case["id"]] == case["expected"], case["id"]
