"""Names across scripts: Cyrillic is written in Latin letters, then both are reduced to what transliterations share.

The letter tables follow the BGN/PCGN romanisations of Russian and Ukrainian; the reduction evens out the choices on
which practices differ (kh/h/x, zh/j, y/i, w/v, ts/c, double letters).
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from unicodedata import combining, normalize

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ie", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i",
    "ь": "", "э": "e", "ю": "iu", "я": "ia", "ў": "u", "ј": "i", "љ": "l", "њ": "n", "ћ": "ch", "ђ": "dzh", "џ": "dzh",
}  # fmt: skip
#: Applied in order; longer sequences first.
_FOLD = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("dj", "j"), ("tsch", "c"), ("zh", "j"), ("sh", "s"),
    ("ch", "c"),
    ("kh", "h"), ("ph", "f"), ("th", "t"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("cz", "c"), ("sz", "s"),
    ("gh", "g"), ("wh", "v"), ("qu", "kv"), ("q", "k"), ("x", "ks"), ("w", "v"), ("ee", "i"), ("ea", "i"), ("oo", "u"),
    ("ou", "u"), ("ey", "ei"), ("ay", "ei"), ("ai", "ei"), ("iu", "u"), ("yu", "u"), ("ia", "a"), ("ya", "a"),
    ("ie", "e"), ("ye", "e"), ("y", "i"), ("ii", "i"), ("ij", "i"),
)  # fmt: skip
#: Share of letters that must agree.
_ENOUGH = 0.85


@lru_cache(maxsize=20_000)
def latin(low: str) -> str:
    """A lower-case word in plain Latin letters."""
    plain = (
        "".join(_LETTERS.get(letter, letter) for letter in low).replace("ł", "l").replace("ø", "o").replace("ß", "ss")
    )
    return "".join(letter for letter in normalize("NFD", plain) if not combining(letter))


@lru_cache(maxsize=20_000)
def reduced(low: str) -> str:
    """What transliterations of a word share."""
    text = latin(low)
    for long, short in _FOLD:
        text = text.replace(long, short)
    folded = ""
    for position, letter in enumerate(text):
        following = text[position + 1 : position + 2]
        if letter == "c" and latin(low)[:1] == low[:1] and following not in ("e", "i", "") and "ch" not in low:
            letter = "k"  # noqa: PLW2901 - Latin c before a, o, u is k
        if letter == "h" and position and following not in tuple("aeiou"):
            continue
        if not folded.endswith(letter):
            folded += letter
    return folded


@lru_cache(maxsize=50_000)
def similar(one: str, other: str) -> bool:
    """Whether two lower-case names of different scripts may be one, case endings aside."""
    left, right = reduced(one), reduced(other)
    if min(len(left), len(right)) < 3:
        return left == right
    if _class(left[0]) != _class(right[0]):
        return False
    length = min(len(left), len(right))
    if length >= 4 and max(len(left), len(right)) - length <= 3 and left[:length] == right[:length]:
        return True
    bones = _consonants(left), _consonants(right)
    if len(bones[0]) >= 3 and bones[0] == bones[1]:
        return True
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= _ENOUGH


def _class(letter: str) -> str:
    for group in ("aeoiuj", "gh", "kc", "szc", "vu", "fp"):
        if letter in group:
            return group
    return letter


def _consonants(text: str) -> str:
    return text.translate(str.maketrans("gz", "hs", "aeiou"))
