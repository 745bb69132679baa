"""Bytes to text: byte order mark, declared encodings, and what the bytes themselves say.

The order follows the HTML Living Standard (https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding),
but a declaration is only believed when the bytes bear it out: pages of the Cyrillic web are often mislabelled.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

# The BOM of UTF-32-LE begins with that of UTF-16-LE, so it is asked first.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# WHATWG Encoding Standard: labels stand for the superset browsers use. https://encoding.spec.whatwg.org/#names-and-labels
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    # In every letter the same; KOI8-U has the four Ukrainian ones in place of box drawing.
    "koi8-r": "koi8-u",
}
_CYRILLIC = ("cp1251", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")
_GREEK = ("cp1253",)
_LATIN = frozenset({"cp1252", "cp1250", "cp1254", "cp1257", "iso8859-2", "iso8859-15", "iso8859-16"})
_SEVEN_BIT = frozenset({"iso2022_jp", "hz", "utf-7", "iso2022_kr"})
# UTF-16 and UTF-32 are told by their marks and zero bytes; guessed at, they turn any short text into Chinese.
_WIDE = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "utf_7"]
_SAMPLE = 65536
# The most frequent letters, together about three quarters of running text.
_FREQUENT = {"cyrillic": frozenset("оеаинтсрвлкмдпуяі"), "greek": frozenset("αοιετσνηυρκπςόίάέ")}
_LETTERS = {"cyrillic": re.compile("[\u0400-\u04ff]"), "greek": re.compile("[\u0370-\u03ff]")}
# Traces of a wrong guess: alphabets or cases mixed within a word, letters of no living use, signs grown into words.
_MIXED = re.compile("[\u0370-\u04ff][A-Za-zÀ-ÿ]|[A-Za-zÀ-ÿ][\u0370-\u04ff]")
_CASE_BREAK = re.compile("[а-яёєіїґ\u03ac-\u03ce][А-ЯЁЄІЇҐ\u0386-\u03ab]")
_RARE_SIGN = re.compile(
    "[\u2500-\u259f\u0080-\u009f\u0402-\u0403\u0409-\u040c\u040f\u0452-\u0453\u0459-\u045c\u045f]"
    "|[\u0370-\u04ff][ƒ€∆√∫≈≤≥≠∞±µ∂¢£¤¥¬®©]|[ƒ€∆√∫≈≤≥≠∞±µ∂¢£¤¥¬®©][\u0370-\u04ff]"
)
# A capital read as a sign of print: it stands at the start of a word, right before a small letter.
_GLUED = re.compile("(?<!\\S)[–—‘’“”„†‡•…‰™‹›][а-яёєіїґ\u03ac-\u03ce]")
_GOOD_SCORE = 0.45
# A declared encoding is given up for another that reads better by this much.
_CLEARLY_BETTER = 0.1
# Above this share of accented letters a text is in no Latin alphabet (Vietnamese, the most accented, has 0.3).
_ACCENTED_SHARE = 0.5
_TYPOGRAPHIC = frozenset("\u00a0–—‘’‚“”„†•…‹›«»°·§©®™€£¡¿\u00adªº")
# The accented letters of languages by the encoding they are written in; the first of equals is in widest use.
_ALPHABETS = (
    *(
        ("cp1252", frozenset(letters))
        for letters in (
            "éèàçêôûîâùëïüœ",
            "áéíóúñüºª",
            "áâãàçéêíóôõúºª",
            "äöüßé",
            "åäöéæøà",
            "àèéìòù",
            "éëïóöüèê",
            "áðéíóúýþæö",
        )
    ),
    *(
        ("cp1250", frozenset(letters))
        for letters in ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ")
    ),
    ("cp1254", frozenset("çğıöşüâîû")),
    *(("cp1257", frozenset(letters)) for letters in ("āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž")),
)
# Above this share of odd signs among everything that is not ASCII, it is another encoding read as a Latin one.
_ODD_SHARE = 0.2
# Each alternative matches from where it starts, so that the time grows with the length alone even on broken markup.
_TAG = re.compile(r"<(?:script|style)\b[^<]*(?:<(?!/(?:script|style))[^<]*)*|<[^<>]*>?", re.I)


def decode(data: bytes, declared: Sequence[str] = ()) -> str:
    """Decode ``data``; ``declared`` are encoding labels by descending authority (header before ``meta``).

    Never raises: what cannot be decoded becomes U+FFFD. Line ends become a line feed.
    """
    return _decode(data, declared).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").removeprefix("\ufeff")


def _decode(data: bytes, declared: Sequence[str]) -> str:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    labels = [known for label in declared if (known := _codec(label))]
    for codec in labels:
        if codec in _SEVEN_BIT and (decoded := _strict(data, codec)) is not None:
            return decoded
    if wide := utf16_without_bom(data[:_SAMPLE]):
        return data.decode(wide, "replace")
    # Text of another encoding is hardly ever valid UTF-8, so valid UTF-8 outweighs any declaration.
    if (decoded := _strict(data, "utf-8")) is not None:
        return decoded
    sample = _words(data)
    for codec in labels:
        if codec == "utf-8":
            if _nearly_utf8(data):
                return data.decode("utf-8", "replace")
        elif (decoded := _strict(data, codec)) is not None and _plausible(sample, codec):
            return decoded
    return _guess(data, sample, labels)


def utf16_without_bom(sample: bytes) -> str | None:
    """The byte order of UTF-16 text without a mark, by where its zero bytes are; ``None`` for anything else."""
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    high_first, low_first = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    cyrillic = {"utf-16-le": sample[1 : pairs * 2 : 2].count(4), "utf-16-be": sample[0 : pairs * 2 : 2].count(4)}
    for zeros, others, codec in ((low_first, high_first, "utf-16-le"), (high_first, low_first, "utf-16-be")):
        # Spaces and line feeds alone make a tenth of the pairs of a text in any alphabet; a word or two of Cyrillic has
        # its block of Unicode in nearly every pair, a byte that no text of single bytes has.
        if (zeros >= pairs * 0.08 or zeros + cyrillic[codec] >= pairs * 0.9) and others <= pairs * 0.005:
            try:
                text = sample[: pairs * 2].decode(codec)
            except UnicodeDecodeError:
                continue
            printable = sum(sign.isprintable() or sign.isspace() for sign in text)
            if printable >= len(text) * 0.98:
                return codec
    return None


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip().lower().removeprefix("x-")).name
    except (LookupError, ValueError):
        return None
    # A page whose label could be read as ASCII cannot be UTF-16 or UTF-32.
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"
    try:  # Codecs such as base64 and rot13 are no character encodings.
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return None
    return _SUPERSETS.get(name, name)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        # Five bytes of windows-1252 are undefined in Python and C1 controls in browsers; one must not spoil a page.
        if codec in ("cp1252", "cp1251", "cp1254"):
            text = data.decode(codec, "replace")
            return text if text.count("\ufffd") <= max(1, len(text) // 1000) else None
        return None


def _nearly_utf8(data: bytes) -> bool:
    """Whether only a few bytes are broken, as when a page is glued together or cut within a letter."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    other = sum(sign > "\x7f" for sign in text) - broken
    return broken <= max(2, other // 20)


def _words(data: bytes) -> bytes:
    """A sample of ``data`` without its tags, whose ASCII letters would drown the words."""
    text = data[: 4 * _SAMPLE].decode("latin-1")
    return _TAG.sub(" ", text).encode("latin-1")[:_SAMPLE]


def _plausible(sample: bytes, codec: str) -> bool:
    text = sample.decode(codec, "replace")
    if codec in _CYRILLIC or codec in _GREEK:
        score = _score(text, codec)
        return text.isascii() or (score > 0 and score >= _best(sample)[1] - _CLEARLY_BETTER)
    if codec not in _LATIN:
        return True
    foreign = [sign for sign in text if sign > "\x7f" and sign not in _TYPOGRAPHIC]
    accented = sum(sign.isalpha() for sign in foreign)
    ascii_letters = sum(sign.isalpha() for sign in text if sign <= "\x7f")
    if len(foreign) - accented > _ODD_SHARE * max(5, len(foreign)):
        return False
    return accented <= _ACCENTED_SHARE * (accented + ascii_letters) or accented < 4


def _best(sample: bytes) -> tuple[str, float]:
    """The single-byte encoding of Cyrillic or Greek that makes most sense of ``sample``, and its score."""
    scores = [(codec, _score(sample.decode(codec, "replace"), codec)) for codec in (*_CYRILLIC, *_GREEK)]
    # The first of equals is the one in widest use.
    return max(scores, key=lambda pair: round(pair[1], 2))


def _score(text: str, codec: str) -> float:
    """How much like running text ``text`` is: about 0.7 if it is, 0 or less if wrongly decoded."""
    alphabet = "greek" if codec in _GREEK else "cyrillic"
    letters = _LETTERS[alphabet].findall(text)
    if not letters:
        return 0.0
    good = sum(letter.lower() in _FREQUENT[alphabet] for letter in letters)
    bad = 2 * len(_MIXED.findall(text)) + 3 * len(_CASE_BREAK.findall(text)) + 3 * len(_RARE_SIGN.findall(text))
    # Signs that are no letters count too: in short texts it is they that tell a wrong guess.
    foreign = sum(sign > "\x7f" for sign in text)
    return (good - bad - len(_GLUED.findall(text))) / foreign


def _guess(data: bytes, sample: bytes, labels: Sequence[str]) -> str:
    codec, score = _best(sample)
    if score > _GOOD_SCORE:
        return data.decode(codec, "replace")
    if (latin := _best_latin(data, sample)) is not None:
        return data.decode(latin, "replace")
    # Imported here: only a page that declares nothing believable needs it.
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_exclusion=_WIDE).best()
    if found is not None:
        codec = _SUPERSETS.get(found.encoding, found.encoding)
        return data.decode("cp1252" if _may_be_western(sample, codec) else codec, "replace")
    return data.decode(labels[0] if labels else "cp1252", "replace")


def _best_latin(data: bytes, sample: bytes) -> str | None:
    """The encoding in which the accented letters of a Latin text are those of one of its languages, if there is one."""
    plain = sum(byte < 0x80 and chr(byte).isalpha() for byte in sample)
    foreign = sum(byte >= 0x80 for byte in sample)
    if not foreign or foreign > plain:
        return None
    scores = [(codec, _latin_score(text, letters)) for codec, letters in _ALPHABETS if (text := _strict(sample, codec))]
    codec, best = max(scores, key=lambda pair: pair[1], default=("", 0.0))
    return codec if best > 0.5 and _strict(data, codec) is not None else None


def _latin_score(text: str, letters: frozenset[str]) -> float:
    """Share of signs beyond ASCII that are ``letters``, or signs of print in their place; wrong ones count against."""
    score = total = 0.0
    for at, sign in enumerate(text):
        if sign <= "\x7f":
            continue
        total += 1
        within = text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()
        if sign.lower() in letters:
            score += 1
        elif sign in _TYPOGRAPHIC and (not within or sign in "’·\u00ad–—"):
            score += 0.9
        else:
            score -= 2
    return score / max(total, 1)


def _may_be_western(sample: bytes, codec: str) -> bool:
    """Whether a text taken for another Latin encoding has no letter of that in a word: a lone Ł is a pound sign."""
    if codec not in _LATIN or codec == "cp1252" or (western := _strict(sample, "cp1252")) is None:
        return False
    text = sample.decode(codec, "replace")
    return not any(
        one != other and other.isalpha() and (text[at - 1 : at].isalpha() or text[at + 1 : at + 2].isalpha())
        for at, (one, other) in enumerate(zip(western, text, strict=True))
    )
