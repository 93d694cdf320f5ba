"""The English form of a German citation: `§ 30 Abs. 2 Nr. 3 BSIG` becomes `section 30(2) no. 3 BSIG`.

Citations are kept once, in German, because that is the language of the law; this module is the only place
that knows how an English reader is pointed to the same words.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ROUNDS: tuple[tuple[str, str], ...] = (
    (r"§§ ?", "sections "),
    (r"§ ?", "section "),
    (r"(, | und | oder | bis )Abs\. (\d+[a-z]?)", r"\1(\2)"),
    (r"Abs\. (\d+[a-z]?) (und|bis|oder) (\d+[a-z]?)\b", r"Abs. \1 \2 (\3)"),
    (r" Abs\. (\d+[a-z]?)", r"(\1)"),
    (r"\bBuchst(?:\.|abe) ", "point "),
    (r"\bAbs\. (\d+[a-z]?)", r"paragraph (\1)"),
    (r"\bUnterabs\. ", "subparagraph "),
    (r"\b(?:Satz|S\.) (?=\d)", "sentence "),
    (r"\bNrn?\. ", "no. "),
    (r"\bAnlage (?=\d)", "Annex "),
    (r"\bAnhang\b", "Annex"),
    (r"\bAbschn(?:\.|itt) (?=[A-Z\d])", "section "),
    (r"\bAbteilung (?=\d)", "division "),
    (r"\bErwägungsgrund\b", "recital"),
    (r"\bEmpf(?:ehlung|\.) 2003/361/EG", "Recommendation 2003/361/EC"),
    (r"\b(?:in Verbindung mit|i\. ?V\. ?m\.)", "in conjunction with"),
    (r"\bDSGVO\b", "GDPR"),
    (r"\bDVO (?=\()", "Implementing Regulation "),
    (r"\b(?:VO|Verordnung) (?=\()", "Regulation "),
    (r"\b(?:RL|Richtlinie) (?=\(|\d)", "Directive "),
    (r"(\d)/EG\b", r"\1/EC"),
    (r"\((EG)\)", "(EC)"),
    (r"\b(?:und|sowie)\b", "and"),
    (r"\bbis\b", "to"),
    (r"\boder\b", "or"),
    (r"\bArt\. (\d+[a-z]?)\((?=\d)", r"Art. \1("),
    (r"\bKap\. ", "chapter "),
    (r"\bff\.", "et seq."),
    (r"\bDrs\. ", "printed paper "),
    (r"\bBegründung\b", "explanatory memorandum"),
    (r"\bRspr\.", "case law"),
)


@lru_cache(maxsize=2048)
def in_english(german: str) -> str:
    """Return the English form of a German citation; what is not a known abbreviation stays as it is."""
    text = german.replace("\u00a0", " ")
    for pattern, replacement in _ROUNDS:
        text = re.sub(pattern, replacement, text)
    return text
