"""Faithful statements made from an article, for :mod:`benchmarks.grounding`."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from simplemma import lemmatize

from benchmarks.exchanges import parted
from benchmarks.perturbation_words import SAID
from benchmarks.word_forms import russian
from desktop_app.article import Section
from desktop_app.grounding import verb_spans
from desktop_app.grounding.source import Piece, Source, take_apart

_ATTRIBUTION = {
    "ru": re.compile(
        r"^(?:По (?:словам|данным|мнению|информации) [^,]{3,60}, |Как (?:сообщ|отмет|рассказ|заяв|уточн)[^,]{3,60}, )"
        r"|, (?:—|–|-)?\s?(?:сообщ|заяв|отмет|рассказ|сказал|добав|подчеркн|уточн|пиш)[^,«»\"]{2,60}(?=\.$)",
    ),
    "uk": re.compile(
        r"^(?:За (?:словами|даними|інформацією) [^,]{3,60}, |Як (?:повідом|зазнач|розпов|заяв)[^,]{3,60}, )"
        r"|, (?:—|–|-)?\s?(?:повідом|заяв|зазнач|розпов|сказа|дода|наголос|уточн|пиш)[^,«»\"]{2,60}(?=\.$)",
    ),
    "en": re.compile(
        r"^(?:According to [^,]{3,60}, )|, (?:\w+ ){0,3}(?:said|says|told|added|according to)[^,\"“”]{0,60}(?=\.$)"
    ),
}
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,120}[)\]]")
_ASIDE = re.compile(r", (?:котор|який|яка|яке|які|who |which |whose )[^,]{5,90},(?= )")
_TRAIL = re.compile(r", (?:котор|который|який|яка|яке|які|who |which |сообщ|where |где |де )[^,]{5,120}(?=\.$)")
_NUMBER = re.compile(r"\d+(?:[   ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_MOST_SENTENCES = 8
#: Where statements come from, in the order of the table.
ORIGINS = ("sentence", "shortened", "thinned", "joined", "parted", "attributed", "reference")
_THAT = {"ru": ", что ", "uk": ", що ", "en": " that "}
_QUOTED = re.compile(r"[«»\"“”„‘]")


@dataclass(frozen=True)
class Statement:
    """A statement taken to be faithful; ``origin`` is one of :data:`ORIGINS`."""

    text: str
    origin: str


def shorten(text: str, lang: str) -> str:
    """The sentence without brackets, asides, attribution and a trailing clause."""
    short = _BRACKETS.sub("", text)
    short = _ASIDE.sub("", short)
    short = _TRAIL.sub("", short)
    short = _ATTRIBUTION[lang].sub("", short)
    return short[:1].upper() + short[1:] if len(short.split()) >= 5 else text


@cache
def _dispensable(word: str, lang: str) -> bool:
    """Whether a word is an adjective or adverb a shorter sentence can do without."""
    low = word.lower()
    if lang == "ru":
        tag = russian().parse(low)[0].tag
        return tag.POS in ("ADJF", "ADVB") and "Apro" not in tag and "Anum" not in tag
    if lang == "uk":
        adjective = re.search(r"(?:ого|ому|ими|их|ий|ій|им)$", low) and len(low) > 6
        return bool(adjective) and str(lemmatize(low, lang="uk")).endswith("ий")
    return low.endswith("ly") and low not in ("only", "family", "early", "july", "italy", "reply", "nearly", "hardly")


def thinned(text: str, lang: str) -> str:
    """The sentence without adjectives and adverbs (lower-case ones between two words)."""
    words = text.split(" ")
    kept = [
        word
        for position, word in enumerate(words)
        if not (
            0 < position < len(words) - 1
            and word.isalpha()
            and word.islower()
            and words[position - 1][-1:].isalpha()
            and words[position + 1][:1].isalpha()
            and words[position - 1].lower() not in _KEEP_AFTER
            and _dispensable(word, lang)
        )
    ]
    return " ".join(kept)


_KEEP_AFTER = frozenset(
    ["не", "ни", "ні", "not", "более", "наиболее", "больш", "найбільш", "на", "до", "so", "very", "too", "стал"]
)
_KEEP_AFTER |= frozenset(["был", "была", "было", "были", "is", "was", "are"])
_AND = {"ru": ", а ", "uk": ", а ", "en": ", and "}
_OPENERS = frozenset(["и", "а", "но", "но,", "та", "але", "однак", "однако", "but", "and", "however", "–"])


def statements(row: dict[str, Any], source: Source) -> Iterator[Statement]:
    """Faithful statements of one article."""
    text = row["text"]
    usable = [
        piece
        for piece in source.pieces
        if piece.place.section is Section.BODY
        and 6 <= len(text[piece.place.span.start : piece.place.span.end].split()) <= 35
        and text[piece.place.span.end - 1] in ".!"
    ]
    step = max(1, len(usable) // _MOST_SENTENCES)
    for piece in usable[::step][:_MOST_SENTENCES]:
        sentence = text[piece.place.span.start : piece.place.span.end]
        if (
            sentence.count("«") != sentence.count("»")
            or sentence.count('"') % 2
            or sentence.count("“") != sentence.count("”")
        ):
            continue
        short = shorten(sentence, row["lang"])
        yield Statement(short, "sentence" if short == sentence else "shortened")
        thin = thinned(short, row["lang"])
        if thin != short:
            yield Statement(thin, "thinned")
        following = source.pieces[piece.number + 1] if piece.number + 1 < source.body_count else None
        if following is not None and len(following.tokens) < 30 and following.tokens[0].low not in _OPENERS:
            end = text[following.place.span.start : following.place.span.end]
            first = following.tokens[0]
            second = shorten(end, row["lang"])
            if not (first.capital and first.index in following.entities):
                second = second[:1].lower() + second[1:]
            if end.count('"') % 2 == 0 and end.count("«") == end.count("»") and end[-1] == ".":
                yield Statement(f"{short.rstrip('.!')}{_AND[row['lang']]}{second}", "joined")
        again = take_apart(sentence, row["lang"], Section.BODY, capitals=source.capitals, lower=source.lower)
        half = parted(sentence, row["lang"], again, random.Random(sentence))
        if half is not None:
            yield Statement(half, "parted")
    for piece in source.pieces[: source.body_count]:
        said = attributed(piece, text, row["lang"])
        if said is not None:
            yield Statement(said, "attributed")
    reference = row.get("reference") or ""
    if reference and not reference.islower() and _contained(reference, f"{row.get('title') or ''} {text}"):
        yield Statement(reference, "reference")


def attributed(piece: Piece, text: str, lang: str) -> str | None:
    """A sentence with who said it at its end, told with the speaker first: X said that …; without quotations."""
    sentence = text[piece.place.span.start : piece.place.span.end]
    found = _SAID_LAST[lang].match(sentence)
    if found is None or _QUOTED.search(sentence) or len(sentence.split()) > _MOST_WORDS:
        return None
    verb = found["verb"] or found["verb2"]
    who = (found["who"] or found["who2"]).strip()
    if len(found["what"].split()) < _FEWEST_WORDS or not SAID[lang].isdisjoint(who.lower().split()):
        return None
    if verb_spans(who, lang):
        return None  # "Ada Bell, the mayor, said the bridge was closed.": what is said stands there
    first = piece.tokens[0]
    what = found["what"]
    if not (first.capital and first.index in piece.entities):
        what = what[:1].lower() + what[1:]
    return f"{who[:1].upper()}{who[1:]} {verb}{_THAT[lang]}{what}."


_FEWEST_WORDS, _MOST_WORDS = 5, 35
#: "…, said the mayor." and "…, the mayor said."
_SAID_LAST = {
    lang: re.compile(
        rf"^(?P<what>[^\n]+), (?:[—–-] )?(?:(?P<verb>{verbs}) (?P<who>[^,\n]{{3,60}})"
        rf"|(?P<who2>[^,\n]{{3,60}}) (?P<verb2>{verbs}))\.$"
    )
    for lang, verbs in ((lang, "|".join(sorted(words))) for lang, words in SAID.items())
}


def further(row: dict[str, Any], source: Source) -> Iterator[str]:
    """Sentences of the article as they stand: what speakers, subjects and like numbers are exchanged in."""
    for piece in source.pieces[: source.body_count]:
        sentence = row["text"][piece.place.span.start : piece.place.span.end]
        fits = _FEWEST_WORDS <= len(sentence.split()) <= _MOST_WORDS and sentence[-1] in ".!"
        if fits and _balanced(sentence):
            yield sentence


def _balanced(text: str) -> bool:
    """Whether every quotation ends in the sentence."""
    return text.count('"') % 2 == 0 and text.count("«") == text.count("»") and text.count("“") == text.count("”")


def _contained(reference: str, text: str) -> bool:
    """Whether every number and every capitalised word (by its first letters) of the reference stands in the text."""
    numbers = {re.sub(r"\s", "", n).replace(",", ".") for n in _NUMBER.findall(text)}
    if any(re.sub(r"\s", "", n).replace(",", ".") not in numbers for n in _NUMBER.findall(reference)):
        return False
    low = text.lower()
    return all(
        word.lower()[: max(3, len(word) - 2)] in low for word in re.findall(r"\b[^\W\d_a-zа-яіїєґё]\w{2,}", reference)
    )
