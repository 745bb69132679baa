"""Dictionary forms of words by simplemma's tables, for everything that asks, in little memory.

simplemma (MIT, https://github.com/adbar/simplemma) decodes the table of a language in Python when it is first asked:
half a second and 20 MB for English, more than a second and 65 MB for Ukrainian, in every process. The same table as a
MARISA trie (Yata 2011, "Prefix/Patricia Trie Dictionary Compression by Nesting Prefix/Patricia Tries"; marisa-trie, MIT
with BSD-2-Clause) is read in some milliseconds into a tenth of that. :func:`keep` makes it, once; a process that finds
none takes simplemma's table as it is, with the same answers.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from desktop_app.paths import cache_folder, private_folder, write_private

#: Bytes of the digest that a file begins with: what was damaged on the disk must not reach the code that reads tries.
_DIGEST: Final = 16
#: Russian has an analyser of its own, ``desktop_app.russian``: nobody asks for its table.
_ELSEWHERE: Final = frozenset({"ru"})
#: Every caller remembers its words itself, in the form it wants them.
_REMEMBERED: Final = 4_096


def lemma(word: str, lang: str) -> str:
    """The dictionary form of ``word``, by rules where the table of ``lang`` has none; names keep their capital letter.

    Raises ``ValueError`` for a language without a table, and for an empty word.
    """
    return _words().lemma(word, lang)


def is_known(word: str, lang: str) -> bool:
    """Whether ``word``, small or capital, stands in the table of ``lang``; ``ValueError`` where there is no table."""
    return _words().is_known(word, lang)


def is_kept(lang: str) -> bool:
    """Whether :func:`keep` has nothing to do: the trie of ``lang`` is there and whole, or there is no table to ask."""
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return lang in _ELSEWHERE or lang not in SUPPORTED_LANGUAGES or _words().tables.is_kept(lang)


def keep(lang: str) -> None:
    """Make the trie of ``lang``, which simplemma has a table of: one to three seconds of work, which nobody should wait
    for. A disk that takes no more is left as it is."""
    _words().tables.keep(lang)


def tables_folder() -> Path:
    """Where the tries lie; it need not be there."""
    return cache_folder() / "words"


class _Tables:
    """A ``simplemma.strategies.dictionaries.DictionaryFactory`` that reads tries where there are some."""

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder
        self._version = version
        self._tables: dict[str, Mapping[str, str]] = {}
        self._loading = threading.Lock()

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """Forms and their lemmas. Raises ``ValueError`` for a language that simplemma does not have."""
        table = self._tables.get(lang)
        if table is not None:
            return table
        with self._loading:  # two threads that ask at once would decode it twice
            if lang not in self._tables:
                kept = self._kept(lang)
                self._tables[lang] = kept if kept is not None else _decoded(lang)
            return self._tables[lang]

    def is_kept(self, lang: str) -> bool:
        """Whether a trie of ``lang`` is there that can be read."""
        return self._kept(lang) is not None

    def keep(self, lang: str) -> None:
        """Write the trie of ``lang``, and forget those of other versions."""
        from marisa_trie import BytesTrie

        trie = BytesTrie((form, found.encode()) for form, found in _decoded(lang).items())
        with suppress(OSError):
            packed = trie.tobytes()
            private_folder(self._folder)
            write_private(self._path(lang), _digest(packed) + packed)
            for old in self._folder.glob(f"{lang}-*.trie"):
                if old != self._path(lang):
                    old.unlink()

    def _path(self, lang: str) -> Path:
        return self._folder / f"{lang}-{self._version}.trie"

    def _kept(self, lang: str) -> Mapping[str, str] | None:
        """The trie of ``lang``; ``None`` where there is none, or none that is whole."""
        try:
            content = self._path(lang).read_bytes()
            digest, packed = content[:_DIGEST], content[_DIGEST:]
            if digest != _digest(packed):
                return None
            from marisa_trie import BytesTrie
            from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieWrapDict

            trie = BytesTrie()
            trie.frombytes(packed)
            return TrieWrapDict(trie)
        except Exception:  # another build's, as in a home that two computers share: simplemma's own table is as good
            return None


def _digest(packed: bytes) -> bytes:
    return blake2b(packed, digest_size=_DIGEST).digest()


def _decoded(lang: str) -> Mapping[str, str]:
    """simplemma's own table; not kept by simplemma, so that nothing holds it when it is no longer asked."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    return DefaultDictionaryFactory(cache_max_size=0).get_dictionary(lang)


class _Words:
    """What answers, on one set of tables."""

    def __init__(self) -> None:
        from simplemma import Lemmatizer, __version__
        from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
        from simplemma.utils import normalize_token

        self.tables = _Tables(tables_folder(), __version__)
        self._normal = normalize_token
        self._lookup = DictionaryLookupStrategy(self.tables)
        strategy = DefaultStrategy(dictionary_factory=self.tables)
        self._lemmatizer = Lemmatizer(_REMEMBERED, lemmatization_strategy=strategy)

    def lemma(self, word: str, lang: str) -> str:
        return str(self._lemmatizer.lemmatize(word, lang=lang))

    def is_known(self, word: str, lang: str) -> bool:
        return self._lookup.get_lemma(self._normal(word), lang) is not None


_MAKING: Final = threading.Lock()


def _words() -> _Words:
    with _MAKING:  # two made at once would hold two tables of a language each
        return _made()


@cache
def _made() -> _Words:
    return _Words()
