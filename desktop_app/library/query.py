"""What the reader types into the search field, as an expression of SQLite's FTS5 (https://sqlite.org/fts5.html)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.library.words import Keys, keys, normal, words

_TERM = re.compile(r'(?P<minus>(?<!\S)[-−])?(?:["«“„](?P<phrase>[^"»”“]*)["»”“]?|(?P<word>[^\s"«»“”„]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to be found (or, if ``excluded``, not): words in a row; ``exact`` in just these forms.

    With ``prefix`` the last word may go on.
    """

    keys: tuple[Keys, ...]
    exact: bool = False
    excluded: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of ``terms`` are wanted at once."""

    terms: tuple[Term, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not any(not term.excluded for term in self.terms)

    def expression(self) -> str:
        """The query in FTS5's syntax; every word is quoted, so nothing typed can be an operator."""
        wanted = " AND ".join(_term(term) for term in self.terms if not term.excluded)
        unwanted = [_term(term) for term in self.terms if term.excluded]
        return f"({wanted}) NOT ({' OR '.join(unwanted)})" if unwanted else wanted

    def meets(self, key: Keys) -> bool:
        """Whether a word of a text is one of those looked for."""
        return any(_meets(term, key) for term in self.terms if not term.excluded)


def parse_query(text: str, langs: Sequence[str], *, dictionaries: bool = True) -> Query:
    """Words in any form; ``"words in quotes"`` as they stand; ``-word`` not; ``wor*``, and the last word, may go on.

    ``langs`` are the languages the words may be of.
    """
    found = []
    for match in _TERM.finditer(text):
        phrase = match["phrase"]
        piece = match["word"] if phrase is None else phrase
        star = phrase is None and piece.endswith("*")
        last = match.end() == len(text) and phrase is None and not match["minus"]
        term_keys = tuple(
            Keys(normal(word), frozenset(), frozenset())
            if phrase is not None
            else keys(word, langs, dictionaries=dictionaries)
            for word, _ in words(piece)
        )
        if term_keys:
            found.append(Term(term_keys, phrase is not None, bool(match["minus"]), star or last))
    return Query(tuple(found))


def _meets(term: Term, found: Keys) -> bool:
    for place, wanted in enumerate(term.keys, 1):
        begins = term.prefix and place == len(term.keys) and found.word.startswith(wanted.word)
        same_form = found.word == wanted.word or begins
        if same_form or (not term.exact and _same_word(wanted, found)):
            return True
    return False


def _same_word(wanted: Keys, found: Keys) -> bool:
    return not wanted.lemmas.isdisjoint(found.lemmas) or not wanted.stems.isdisjoint(found.stems)


def _term(term: Term) -> str:
    # Characters of a script without spaces mean something only in a row.
    if term.exact or (len(term.keys) > 1 and all(len(key.word) == 1 for key in term.keys)):
        row = _quoted(" ".join(key.word for key in term.keys))
        return f"{{title words}} : {row}{' *' if term.prefix else ''}"
    *firsts, last = term.keys
    parts = [_any_form(key, prefix=False) for key in firsts] + [_any_form(last, prefix=term.prefix)]
    return f"({' AND '.join(parts)})"


def _any_form(key: Keys, *, prefix: bool) -> str:
    ways = [f"{{title words}} : {_quoted(key.word)}{' *' if prefix else ''}"]
    ways += [f"{{title_keys lemmas}} : {_quoted(lemma)}" for lemma in sorted(key.lemmas)]
    ways += [f"{{title_keys stems}} : {_quoted(stem)}" for stem in sorted(key.stems)]
    return f"({' OR '.join(ways)})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
