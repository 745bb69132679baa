"""How often the grounding checker catches a wrong statement, and how often it accuses a right one.

usage: python -m benchmarks.grounding DEV.jsonl [--lang ru,uk,en] [--half develop|held-out|both] [--show KIND]

DEV rows: {"id", "lang", "title", "text", "reference"?}. Faithful statements are sentences of the articles: as they
stand; shortened by rule (brackets, attribution, asides and trailing clauses left out); thinned (without adjectives and
adverbs); joined with the next sentence; and the human references whose every number and name stands in the text (a test
that lets some unfaithful ones through). Each is then made wrong in as many ways as apply, one at a time. Articles are
divided into two halves by a digest of their id; rules and thresholds were set on the first alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from simplemma import lemmatize

from benchmarks.perturbations import KINDS, perturb
from desktop_app.article import Article, Section
from desktop_app.grounding import Source, check

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


@dataclass(frozen=True)
class Statement:
    """A statement taken to be faithful; ``origin`` is ``sentence``, ``shortened`` or ``reference``."""

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
        tag = _russian().parse(low)[0].tag
        return tag.POS in ("ADJF", "ADVB") and "Apro" not in tag and "Anum" not in tag
    if lang == "uk":
        adjective = re.search(r"(?:ого|ому|ими|их|ий|ій|им)$", low) and len(low) > 6
        return bool(adjective) and str(lemmatize(low, lang="uk")).endswith("ий")
    return low.endswith("ly") and low not in ("only", "family", "early", "july", "italy", "reply", "nearly", "hardly")


@cache
def _russian() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


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
    [
        "не",
        "ни",
        "ні",
        "not",
        "более",
        "наиболее",
        "больш",
        "найбільш",
        "на",
        "до",
        "so",
        "very",
        "too",
        "стал",
        "был",
        "была",
        "было",
        "is",
        "was",
        "are",
        "были",
    ]
)
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
    reference = row.get("reference") or ""
    if reference and not reference.islower() and _contained(reference, f"{row.get('title') or ''} {text}"):
        yield Statement(reference, "reference")


def _contained(reference: str, text: str) -> bool:
    """Whether every number and every capitalised word (by its first letters) of the reference stands in the text."""
    numbers = {re.sub(r"\s", "", n).replace(",", ".") for n in _NUMBER.findall(text)}
    if any(re.sub(r"\s", "", n).replace(",", ".") not in numbers for n in _NUMBER.findall(reference)):
        return False
    low = text.lower()
    return all(
        word.lower()[: max(3, len(word) - 2)] in low for word in re.findall(r"\b[^\W\d_a-zа-яіїєґё]\w{2,}", reference)
    )


def half_of(identifier: str) -> str:
    """``develop`` or ``held-out``, by the id alone."""
    return "develop" if hashlib.sha256(identifier.encode()).digest()[0] % 2 else "held-out"


@dataclass
class Tally:
    """Counts of one language: flagged and all, by kind of perturbation and origin of faithful statements."""

    caught: Counter[str]
    made: Counter[str]
    alarms: Counter[str]
    faithful: Counter[str]
    seconds: list[float]

    @classmethod
    def empty(cls) -> Tally:
        """No counts yet."""
        return cls(Counter(), Counter(), Counter(), Counter(), [])

    def catch_rate(self, *, plain_mean: bool = True) -> float:
        """Share of all perturbed statements that were flagged."""
        return sum(self.caught.values()) / max(1, sum(self.made.values()))

    def alarm_rate(self) -> float:
        """Share of all faithful statements that were flagged."""
        return sum(self.alarms.values()) / max(1, sum(self.faithful.values()))


def measure(
    rows: list[dict[str, Any]], languages: tuple[str, ...], half: str, *, seed: int = 0, show: str | None = None
) -> dict[str, Tally]:
    """Run the checker over all statements of a half; prints misses of the kind ``show``."""
    tallies: dict[str, Tally] = defaultdict(Tally.empty)
    for row in rows:
        lang = row["lang"]
        if lang not in languages or (half != "both" and half_of(row["id"]) != half):
            continue
        article = Article(source="-", body=row["text"], title=row.get("title"), lang=lang)
        source = Source(article)
        tally = tallies[lang]
        for number, statement in enumerate(statements(row, source)):
            begun = time.perf_counter()
            grounding = check(statement.text, source, summary_lang=lang)
            tally.seconds.append(time.perf_counter() - begun)
            tally.faithful[statement.origin] += 1
            if grounding.flags:
                tally.alarms[statement.origin] += 1
                if show in ("alarms", statement.origin):
                    print(f"[{lang} {statement.origin}] {statement.text}")
                    for claim in grounding.flags:
                        print(f"    {claim.kind} {claim.problem} {claim.text!r} {_evidence(claim, source)}")
            rng = random.Random(f"{seed} {row['id']} {number}")
            for kind, wrong in perturb(statement.text, lang, source, rng):
                tally.made[kind] += 1
                if check(wrong, source, summary_lang=lang).flags:
                    tally.caught[kind] += 1
                elif show in ("missed", kind):
                    print(f"[{lang} {kind}] {statement.text}\n      -> {wrong}")
    return dict(tallies)


def _evidence(claim: Any, source: Source) -> list[str]:
    return [
        source.article.section_text(place.section)[max(0, place.span.start - 40) : place.span.end + 40]
        for place in claim.places[:1]
    ]


def table(tallies: dict[str, Tally]) -> str:
    """The results as a Markdown table."""
    languages = sorted(tallies)
    lines = ["| | " + " | ".join(languages) + " |", "|---|" + "---|" * len(languages)]

    def cell(hit: int, of: int) -> str:
        return f"{hit / of:.3f} ({hit}/{of})" if of else "–"

    for kind in KINDS:
        row = [cell(tallies[lang].caught[kind], tallies[lang].made[kind]) for lang in languages]
        lines.append(f"| caught: {kind} | " + " | ".join(row) + " |")
    row = [cell(sum(tallies[lang].caught.values()), sum(tallies[lang].made.values())) for lang in languages]
    lines.append("| **caught: all** | " + " | ".join(row) + " |")
    for origin in ("sentence", "shortened", "thinned", "joined", "reference"):
        row = [cell(tallies[lang].alarms[origin], tallies[lang].faithful[origin]) for lang in languages]
        lines.append(f"| false alarms: {origin} | " + " | ".join(row) + " |")
    row = [cell(sum(tallies[lang].alarms.values()), sum(tallies[lang].faithful.values())) for lang in languages]
    lines.append("| **false alarms: all** | " + " | ".join(row) + " |")
    row = [f"{1000 * sorted(tallies[lang].seconds)[len(tallies[lang].seconds) // 2]:.1f}" for lang in languages]
    lines.append("| ms a check, median | " + " | ".join(row) + " |")
    return "\n".join(lines)


def main() -> None:
    """Print the table of one or both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--lang", default="ru,uk,en")
    parser.add_argument("--half", default="both", choices=("develop", "held-out", "both"))
    parser.add_argument("--show", help="print what was missed of this kind, or 'missed', or 'alarms'")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.data.read_text("utf-8").splitlines()]
    halves = ("develop", "held-out") if arguments.half == "both" else (arguments.half,)
    for half in halves:
        tallies = measure(rows, tuple(arguments.lang.split(",")), half, seed=arguments.seed, show=arguments.show)
        print(f"\n{half}\n{table(tallies)}")


if __name__ == "__main__":
    main()
