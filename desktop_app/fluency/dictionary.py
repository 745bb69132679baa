"""Whether a word exists: pymorphy3's dictionary for Russian (MIT; data of OpenCorpora), simplemma's tables for others.

Only languages whose table knows nearly every word of human writing are asked; elsewhere a missing word says nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desktop_app import word_tables
from desktop_app.russian import russian_morphology

#: Share of words in human summaries that the table does not know was measured below 3 % for these.
_SIMPLEMMA = {lang: lang for lang in ("uk", "en", "de", "es", "it", "pl", "cs", "sv", "nb")} | {"no": "nb"}
#: An article or pronoun that lost its vowel: l'appartement.
ELISION = re.compile(r"\A\w{1,4}['’]")
_LINKING = ("о", "е")


def has_dictionary(lang: str) -> bool:
    """Whether :func:`known` can tell for ``lang``."""
    return lang == "ru" or lang in _SIMPLEMMA


@lru_cache(maxsize=20_000)
def known(word: str, lang: str) -> bool:
    """Whether every part of ``word`` (parts are set apart by hyphens) stands in the dictionary of ``lang``."""
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    if lang == "it":
        low = ELISION.sub("", low)
    if lang == "en":
        low = re.sub(r"'(?:s|re|ve|ll|d|m|t)?\Z", "", low)
    parts = [part for part in low.split("-") if part]
    if lang == "ru":
        return all(_russian(part, last=number == len(parts) - 1) for number, part in enumerate(parts))
    return all(word_tables.is_known(part, _SIMPLEMMA[lang]) for part in parts)


def _russian(part: str, *, last: bool) -> bool:
    check = russian_morphology().word_is_known
    if check(part) or check(part.replace("е", "ё")):
        return True
    # The first half of a compound adjective: советско-, научно-.
    return not last and part.endswith(_LINKING) and any(check(part[:-1] + end) for end in ("ий", "ый", "ой"))


@lru_cache(maxsize=50_000)
def lemma(word: str, lang: str) -> str:
    """The dictionary form of a lower-case ``word``; the word itself where there is no dictionary."""
    if lang == "ru":
        return str(russian_morphology().parse(word)[0].normal_form)
    table = _SIMPLEMMA.get(lang, lang)
    try:
        return word_tables.lemma(word, table).lower()
    except ValueError:
        return word
