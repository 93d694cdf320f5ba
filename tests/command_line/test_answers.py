"""The command line answers in JSON, or says in one sentence what is wrong and leaves with 2."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.cli import WRONG_INPUT, main

MACHINES = b'{"activities": [{"annex": 2, "no": "5.4.1"}], "own": {"headcount_awu": 60}}'


class Stdin:
    def __init__(self, raw: bytes) -> None:
        self.buffer = io.BytesIO(raw)


def ask(question: str, raw: bytes, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "stdin", Stdin(raw))
    return main([question, "-"])


def sentence(capfd: pytest.CaptureFixture[str]) -> str:
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err
    return told.err


def test_one_object_gets_one_answer(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    assert ask("assess", MACHINES, monkeypatch) == 0
    answer = json.loads(capfd.readouterr().out)
    assert answer["code"] == "WE"
    keys = "code possible deciding missing alternatives size_used regime not_applicable flags evidence_not_before steps"
    assert list(answer) == keys.split()
    assert answer["deciding"] == [
        {"fact": "headcount_awu", "value": 60, "operator": ">=", "threshold": 50, "outcome": "reached"}
    ]


def test_cases_are_answered_in_their_order(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    raw = b'{"x": 1, "cases": [{"id": "b", "facts": {}, "note": ""}, {"id": "a", "facts": {}}]}'
    assert ask("assess", raw, monkeypatch) == 0
    assert [one["id"] for one in json.loads(capfd.readouterr().out)["results"]] == ["b", "a"]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b'{"cases": 1}', "cases"),
        (b'{"cases": [1]}', "cases[0]"),
        (b'{"cases": [{"id": 1, "facts": {}}]}', "cases[0]"),
        (b'{"cases": [{"id": "\\ud800", "facts": {}}]}', "cases[0]"),
        (b'{"cases": [{"id": "a", "facts": {"own": {"headcount_awu": NaN}}}]}', " a, own.headcount_awu"),
        (b'{"cases": [{"id": "a"}]}', "cases[0]"),
        (b'{"cases": [{"id": "q7", "facts": {"own": {"headcount_awu": -1}}}]}', "q7, own.headcount_awu"),
        (b"[]", "-:"),
        (b"\xff\xfe", "UTF-8"),
        (b'{"comp\\u001bany": 1}', "\N{REPLACEMENT CHARACTER}"),
    ],
)
@pytest.mark.parametrize("locale", ["de_DE.UTF-8", "en_GB.UTF-8"])
def test_wrong_input_is_one_sentence_that_says_where(
    raw: bytes, told: str, locale: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert ask("assess", raw, monkeypatch) == WRONG_INPUT
    assert told in sentence(capfd)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["assess", "exposure", "deadlines"]), st.binary(max_size=80))
def test_any_bytes_are_answered_or_refused(question: str, raw: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        assert ask(question, raw, patch) in (0, WRONG_INPUT)


@pytest.mark.parametrize("name", ["nowhere.json", ".", "a\0b", "x" * 5000])
def test_a_file_that_cannot_be_read_is_named(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["assess", name]) == WRONG_INPUT
    assert len(sentence(capfd)) < 6000


def test_a_file_without_end_is_refused(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("app.cli_input._LARGEST_FILE", 10)
    assert ask("assess", MACHINES, monkeypatch) == WRONG_INPUT
    assert "64 MB" in sentence(capfd)


@pytest.mark.parametrize(("question", "raw"), [("exposure", b"{}"), ("deadlines", b"{}")])
def test_the_other_questions_refuse_as_well(
    question: str, raw: bytes, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert ask(question, raw, monkeypatch) == WRONG_INPUT
    assert sentence(capfd)


def test_the_command_line_needs_no_qt_and_no_database() -> None:
    code = (
        "import sys; from app.cli import main; main(['assess', sys.argv[1]]);"
        "print([m for m in ('PySide6', 'sqlalchemy', 'reportlab', 'sqlcipher3') if m in sys.modules], file=sys.stderr)"
    )
    cases = str(Path(__file__).parents[1] / "law" / "cases" / "scope.json")
    ran = subprocess.run([sys.executable, "-c", code, cases], capture_output=True, check=True)  # noqa: S603 - our own interpreter
    assert ran.stderr.decode().strip() == "[]"


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("nachweis 0.")
