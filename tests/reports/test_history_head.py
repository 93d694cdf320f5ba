"""The head of a history on paper: what a machine reads, what people compare, and what no history has."""

from __future__ import annotations

import pytest

from app.reports.history_head import HistoryHead, in_groups, short_id

HASH = "0123456789abcdef" * 4
VAULT = "4c94485e0c21ae6c41ce1dfe7b6bface"
HEAD = HistoryHead(1234, HASH, VAULT)


def test_a_machine_reads_vault_entry_and_checksum() -> None:
    assert HEAD.content == f"nachweis:1:{VAULT}:1234:{HASH}"


def test_people_compare_the_beginning_in_groups_of_four() -> None:
    assert HEAD.short == "0123 4567 89ab cdef"
    assert HEAD.short_vault == short_id(VAULT) == "4c94 485e"


def test_groups_are_the_same_however_the_digits_were_written() -> None:
    assert in_groups("ab12 cd34 ef") == in_groups("ab12cd34ef") == ("ab12", "cd34", "ef")


@pytest.mark.parametrize(
    "wrong", [(-1, HASH, VAULT), (1, HASH[1:], VAULT), (1, HASH.upper(), VAULT), (1, HASH, ""), (1, HASH, "a:b")]
)
def test_what_no_history_has_is_refused(wrong: tuple[int, str, str]) -> None:
    with pytest.raises(ValueError, match="not the head of a history"):
        HistoryHead(*wrong)
