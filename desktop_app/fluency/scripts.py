"""Letters of a word: their scripts, and Latin letters that only look Cyrillic."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: Latin letters that stand for the Cyrillic ones they look like (Unicode confusables, UTS #39).
_LOOKALIKES = dict(zip("ABCEHIKMOPTXYaceiopxy", "АВСЕНІКМОРТХУасеіорху", strict=True))
_SCRIPTS = {
    "CYRILLIC": "ab be bg ce cv kk ky mk mn os ru sr tg tt uk",
    "LATIN": "af az bs ca cs cy da de en es et eu fi fr ga gl hr hu id is it lb lt lv ms mt nb nl nn no pl pt ro sk sl "
    "sq sv sw tl tr uz vi",
    "GREEK": "el",
    "ARABIC": "ar fa ur",
    "HEBREW": "he",
    "HANGUL": "ko",
    "DEVANAGARI": "hi mr ne",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "THAI": "th",
}
_SCRIPT_OF = {lang: script for script, langs in _SCRIPTS.items() for lang in langs.split()}
#: Letters that a Cyrillic language does not have.
_NOT_IN = {"ru": frozenset("іїєґ"), "uk": frozenset("ыэъё"), "bg": frozenset("ыэёіїєґ")}


@lru_cache(maxsize=4096)
def script(char: str) -> str:
    """Name of the script of a letter, ``""`` for anything else; Chinese and Japanese signs are ``CJK``."""
    if not char.isalpha():
        return ""
    name = unicodedata.name(char, "").split(" ", 1)[0].split("-", 1)[0]
    return "CJK" if name in {"HIRAGANA", "KATAKANA", "CJK"} else name


def scripts(word: str) -> set[str]:
    """Scripts of the letters of ``word``."""
    return {script(char) for char in word} - {"", "MODIFIER", "MASCULINE", "FEMININE", "MICRO"}


def script_of_language(lang: str) -> str | None:
    """The script ``lang`` is written in, ``None`` where it is not known or not one."""
    return _SCRIPT_OF.get(lang)


def foreign_letters(word: str, lang: str) -> bool:
    """Whether ``word`` has letters that words of ``lang`` do not have."""
    own = _SCRIPT_OF.get(lang)
    if own is not None and scripts(word) - {own}:
        return True
    return bool(_NOT_IN.get(lang, frozenset()) & set(word.lower()))


def without_lookalikes(word: str) -> str:
    """``word`` with Latin letters made Cyrillic, if most are Cyrillic and the others look no different."""
    latin = [char for char in word if script(char) == "LATIN"]
    cyrillic = sum(script(char) == "CYRILLIC" for char in word)
    if not latin or cyrillic <= len(latin) or any(char not in _LOOKALIKES for char in latin):
        return word
    return "".join(_LOOKALIKES.get(char, char) for char in word)
