"""One citation, two readers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.citation import in_english


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("§ 30 Abs. 2 Nr. 3 BSIG", "section 30(2) no. 3 BSIG"),
        ("§ 28 Abs. 2 Satz 1 Nr. 3 BSIG", "section 28(2) sentence 1 no. 3 BSIG"),
        ("§§ 30, 32 BSIG", "sections 30, 32 BSIG"),
        ("§ 43 Abs. 1 und 2 GmbHG", "section 43(1) and (2) GmbHG"),
        ("§ 65 Abs. 2 Nr. 1 Buchst. d, Abs. 5 Satz 2 BSIG", "section 65(2) no. 1 point d, (5) sentence 2 BSIG"),
        ("Anlage 2 Nr. 5.4.1 BSIG", "Annex 2 no. 5.4.1 BSIG"),
        ("Art. 33 Abs. 1 DSGVO", "Art. 33(1) GDPR"),
        ("DVO (EU) 2024/2690", "Implementing Regulation (EU) 2024/2690"),
        ("RL (EU) 2022/2555 Art. 20", "Directive (EU) 2022/2555 Art. 20"),
        ("Empfehlung 2003/361/EG, Anhang Art. 4 Abs. 2", "Recommendation 2003/361/EC, Annex Art. 4(2)"),
        ("§§ 187 ff. BGB", "sections 187 et seq. BGB"),
    ],
)
def test_a_citation_reads_in_english_as_the_glossary_says(german: str, english: str) -> None:
    assert in_english(german) == english


@given(st.text(max_size=60))
def test_anything_else_is_left_readable(text: str) -> None:
    assert isinstance(in_english(text), str)
