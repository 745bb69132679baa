"""Text → tokens: words, runs of digits, runs of one sign, in linear time; white space is the gap before a token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Marks that belong to the letter before them (vowel signs, accents): Python's ``\w`` leaves them out.
_MARKS = "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0b82\u0bbe-\u0bcd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # noqa: E501
_TOKEN = re.compile(
    rf"(?P<space>\s+)|(?P<digits>\d+)|(?P<word>(?:[^\W\d_]|[{_MARKS}])+(?:['’ʼ`‘](?:[^\W\d_]|[{_MARKS}])+)*)"
    r"|(?P<sign>(?P<one>[^\w\s])(?P=one)*|_+)"
)
#: Dashes and hyphens that join or part numbers.
DASHES = frozenset("-–—−‑")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'", "ё": "е"})


@dataclass(slots=True, frozen=True)
class Token:
    """A word (``w``), run of decimal digits (``d``) or sign (``p``) at ``start:end``.

    ``low`` is the form lexicons are keyed by: lower case, straight apostrophes, ``ё`` written ``е``. ``gap`` is the
    white space before the token.
    """

    text: str
    low: str
    start: int
    end: int
    kind: str
    gap: str

    @property
    def glued(self) -> bool:
        """Whether nothing stands between this token and the one before."""
        return not self.gap


def is_joined_preposition(word: str) -> bool:
    """Whether ``word`` is one of the prepositions and articles that Hebrew joins to digits by a hyphen: «ב-23%»."""
    return len(word) <= 2 and all(letter in "בלכמהוש" for letter in word)


def normal(text: str) -> str:
    """The form words are looked up by."""
    return text.lower().translate(_APOSTROPHES)


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of ``text[start:end]`` with offsets into ``text``."""
    return list(_tokens(text, start, len(text) if end is None else end))


_KINDS = {"digits": "d", "word": "w", "sign": "p", "one": "p"}


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    gap = "\n"
    for match in _TOKEN.finditer(text, start, end):
        group = match.lastgroup
        if group == "space":
            gap = match.group()
            continue
        piece = match.group()
        kind = _KINDS[group or "sign"]
        low = normal(piece) if kind == "w" else piece
        yield Token(piece, low, match.start(), match.end(), kind, gap)
        gap = ""
