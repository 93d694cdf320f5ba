"""The expected results of the law's authors, fed to the command line as they are."""

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


def test_every_scope_case_is_decided_as_expected(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    found = answers("assess", "scope.json", capfdbinary)
    for case in expected("scope.json"):
        result, wanted = found[case["id"]], case["expected"]
        assert result["code"] == wanted["code"], case["id"]
        if "alternatives" in wanted:
            assert {other["code"] for other in result["alternatives"]} == set(wanted["alternatives"]), case["id"]
        for key in ("not_applicable", "regime", "evidence_not_before"):
            if key in wanted:
                assert result[key] == wanted[key], (case["id"], key)
        assert set(wanted.get("flags", [])) <= set(result["flags"]), case["id"]
        for key, value in wanted.get("size_used", {}).items():
            assert result["size_used"][key] == value, (case["id"], key)


def test_every_fine_case_has_the_expected_frame(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    found = answers("exposure", "fines.json", capfdbinary)
    for case in expected("fines.json"):
        assert found[case["id"]]["max_fine_eur"] == case["expected"]["max_fine_eur"], case["id"]


def test_every_deadline_case_falls_on_the_expected_day(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    found = answers("deadlines", "deadlines.json", capfdbinary)
    for case in expected("deadlines.json"):
        assert found[case["id"]] == case["expected"], case["id"]
