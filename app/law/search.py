"""Finding one's own business among the entity types, with the words one uses for it.

Everything a row says is searched: its names, its sentence, its everyday synonyms, its number, its industry codes. A
word matches at the beginning of a word, inside a German compound, in the other language, and in the end also with
a slip of the pen; the better the match, the higher the hit. Trades that are no entity type are found the same way
and say why, so that a haulier gets an answer and not an empty list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from app.core.citation import in_english
from app.core.language import CODES, Code
from app.core.text import Bilingual
from app.law import codes
from app.law.entity_types import EntityType, NearMiss, all_types, near_misses
from app.law.folding import Span, words
from app.law.matching import Line, Token, spans_in
from app.law.spelling import Vocabulary

_INDUSTRY = Bilingual("WZ 2008: ", "NACE Rev. 2: ")
_MAX_WORDS = 24
_MAX_TOKENS = 8
_MAX_LETTERS = 60
_PARTIAL_HITS = 8
_SYNONYMS_SHOWN = 3
_STOP_WORDS = frozenset(
    "als am an auch auf bei betreibe betreiben das dem den der des die ein eine einen einer es firma fur habe haben ich"
    " im in ist kunden machen mit oder sie sind und uns unser unsere von wir zu zum zur"
    " a also and are as at by company customers for have i in is of on or our run the to we with".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer: what was found, its name, and the line that shows why, with the parts to underline in both."""

    found: EntityType | NearMiss
    title: str
    title_spans: tuple[Span, ...]
    line: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    found: EntityType | NearMiss
    order: int
    title: str
    plain: str
    lines: tuple[Line, ...]
    synonyms: tuple[str, ...]
    everything: Token

    def score(self, token: Token) -> float:
        """Return how well the token is found in the best line; 0 is not at all."""
        if token.spelt not in self.everything.spelt and token.bare not in self.everything.bare:
            return 0
        return max(line.score(token) for line in self.lines)


@lru_cache(maxsize=256)
def search(query: str, language: Code) -> tuple[Hit, ...]:
    """Return what a query finds, best first; nothing for an empty query."""
    if row := codes.row_number(query):
        return tuple(_by_number(row, language))
    if industry := codes.industry_code(query):
        return tuple(_by_industry(industry, language))
    typed = _tokens(query)
    tokens = (tuple(token for token in typed if token.bare not in _STOP_WORDS) or typed)[:_MAX_TOKENS]
    if not tokens:
        return ()
    both = (language, *(code for code in CODES if code != language))
    for wanted in (tokens, None):
        for code in both:
            meant = wanted or tuple(_vocabulary(code).meant(token) for token in tokens)
            if found := _ranked(meant, typed, code):
                return tuple(_shown(entry, meant, language) for entry in found)
    meant = tuple(_vocabulary(language).meant(token) for token in tokens)
    return tuple(_shown(entry, meant, language) for entry in _partly(meant, language))


def _tokens(query: str) -> tuple[Token, ...]:
    start = query[: _MAX_WORDS * _MAX_LETTERS]
    pairs = zip(words(start, spelt_out=True), words(start, spelt_out=False), strict=True)
    return tuple(Token(spelt[:_MAX_LETTERS], bare[:_MAX_LETTERS]) for spelt, bare in pairs)[:_MAX_WORDS]


def _ranked(tokens: tuple[Token, ...], typed: tuple[Token, ...], code: Code) -> list[_Entry]:
    """Return the entries in which every token is found, best first; all that was typed in one line is better still."""
    phrase = Token(" ".join(token.spelt for token in typed), " ".join(token.bare for token in typed))
    scored: list[tuple[float, int, _Entry]] = []
    for entry in _entries(code):
        scores = [entry.score(token) for token in tokens]
        if all(scores):
            bonus = entry.score(phrase) if len(typed) > 1 else 0
            scored.append((-sum(scores) - bonus, entry.order, entry))
    return [entry for _, _, entry in sorted(scored, key=lambda item: item[:2])]


def _partly(tokens: tuple[Token, ...], code: Code) -> list[_Entry]:
    """Return the entries in which at least one token is found; a token that few entries have tells more."""
    totals: dict[int, float] = {}
    entries = _entries(code)
    for token in tokens:
        scores = {entry.order: score for entry in entries if (score := entry.score(token))}
        for order, score in scores.items():
            totals[order] = totals.get(order, 0) + score / len(scores)
    best = sorted(totals, key=lambda order: (-totals[order], order))[:_PARTIAL_HITS]
    return [entries[order] for order in best]


def _shown(entry: _Entry, tokens: tuple[Token, ...], language: Code) -> Hit:
    own = _entries(language)[entry.order]
    line, spans = own.plain, spans_in(own.plain, tokens)
    for synonyms in (own.synonyms, entry.synonyms):
        if not spans:
            matching, found = _matching(synonyms, tokens)
            line, spans = (matching, found) if found else (line, spans)
    return Hit(own.found, own.title, spans_in(own.title, tokens), line, spans)


def _matching(synonyms: tuple[str, ...], tokens: tuple[Token, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return a few synonyms as one line, those that match in front, with what matches in it."""
    marked = sorted(((synonym, spans_in(synonym, tokens)) for synonym in synonyms), key=lambda item: not item[1])
    line, spans = "", []
    for synonym, found in marked[:_SYNONYMS_SHOWN]:
        line += ", " if line else ""
        spans += [(len(line) + start, len(line) + end) for start, end in found]
        line += synonym
    return line, tuple(spans)


def _by_number(row: codes.RowNumber, language: Code) -> Iterable[Hit]:
    for entry in _entries(language):
        if isinstance(entry.found, EntityType) and row.fits(*entry.found.key):
            german = entry.found.citation.de
            line = german if language == "de" else in_english(german)
            at = line.index(entry.found.no)
            yield Hit(entry.found, entry.title, (), line, ((at, at + len(row.no)),) if row.no else ())


def _by_industry(wanted: str, language: Code) -> Iterable[Hit]:
    near = {
        entry: max((codes.nearness(code, wanted) for code in entry.found.nace), default=0)
        for entry in _entries(language)
    }
    for entry in sorted((entry for entry in near if near[entry]), key=lambda entry: (-near[entry], entry.order)):
        line = _spoken(_INDUSTRY, language)
        spans: list[Span] = []
        for n, code in enumerate(entry.found.nace):
            line += ", " if n else ""
            if codes.nearness(code, wanted):
                spans.append((len(line), len(line) + len(code)))
            line += code
        yield Hit(entry.found, entry.title, (), line, tuple(spans))


@cache
def _entries(code: Code) -> tuple[_Entry, ...]:
    everything: tuple[EntityType | NearMiss, ...] = (*all_types(), *near_misses())
    return tuple(_entry(found, order, code) for order, found in enumerate(everything))


def _entry(found: EntityType | NearMiss, order: int, code: Code) -> _Entry:
    synonyms = found.synonyms_de if code == "de" else found.synonyms_en
    if isinstance(found, NearMiss):
        title, plain = _spoken(found.label, code), _spoken(found.why, code)
        weighed = [(title, 6), *((synonym, 6) for synonym in synonyms)]
    else:
        title, plain = _spoken(found.type, code), _spoken(found.plain, code)
        weighed = [(title, 8), (_spoken(found.short, code), 8), *((synonym, 7) for synonym in synonyms), (plain, 4)]
        weighed += [(_spoken(part, code), 2) for part in (found.branch, found.sector) if part]
    lines = tuple(Line.of(text, weight) for text, weight in weighed)
    everything = Token("\n".join(line.spelt.text for line in lines), "\n".join(line.bare.text for line in lines))
    return _Entry(found, order, title, plain, lines, synonyms, everything)


@cache
def _vocabulary(code: Code) -> Vocabulary:
    """Return every word that can be found, to compare a misspelt one with."""
    return Vocabulary.of(line for entry in _entries(code) for line in entry.lines)


def _spoken(text: Bilingual, code: Code) -> str:
    return text.de if code == "de" else text.en
