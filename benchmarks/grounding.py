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
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.perturbations import EXCHANGES, KINDS, perturb
from benchmarks.statements import ORIGINS, further, statements
from desktop_app.article import Article
from desktop_app.grounding import Source, check


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
    rows: list[dict[str, Any]],
    languages: tuple[str, ...],
    half: str,
    *,
    seed: int = 0,
    show: frozenset[str] = frozenset(),
) -> dict[str, Tally]:
    """Run the checker over all statements of a half; prints what is wrong of the kinds and origins ``show``."""
    tallies: dict[str, Tally] = defaultdict(Tally.empty)
    for row in rows:
        lang = row["lang"]
        if lang not in languages or (half != "both" and half_of(row["id"]) != half):
            continue
        article = Article(source="-", body=row["text"], title=row.get("title"), lang=lang)
        source = Source(article)
        tally = tallies[lang]
        for number, statement in enumerate(statements(row, source)):
            begun = time.process_time()
            grounding = check(statement.text, source, summary_lang=lang)
            tally.seconds.append(time.process_time() - begun)
            tally.faithful[statement.origin] += 1
            if grounding.flags:
                tally.alarms[statement.origin] += 1
                if show & {"alarms", statement.origin}:
                    print(f"[{lang} {statement.origin}] {statement.text}")
                    for claim in grounding.flags:
                        print(f"    {claim.kind} {claim.problem} {claim.text!r} {_evidence(claim, source)}")
            rng = random.Random(f"{seed} {row['id']} {number}")
            _count(tally, statement.text, perturb(statement.text, lang, source, rng), source, show)
        for number, sentence in enumerate(further(row, source)):
            rng = random.Random(f"{seed} {row['id']} further {number}")
            _count(tally, sentence, perturb(sentence, lang, source, rng, EXCHANGES), source, show)
    return dict(tallies)


def _count(tally: Tally, right: str, made: Iterable[tuple[str, str]], source: Source, show: frozenset[str]) -> None:
    """Count what is caught of the statements made of a right one."""
    for kind, wrong in made:
        tally.made[kind] += 1
        if check(wrong, source, summary_lang=source.lang).flags:
            tally.caught[kind] += 1
        elif show & {"missed", kind}:
            print(f"[{source.lang} {kind}] {right}\n      -> {wrong}")


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
    for origin in ORIGINS:
        row = [cell(tallies[lang].alarms[origin], tallies[lang].faithful[origin]) for lang in languages]
        lines.append(f"| false alarms: {origin} | " + " | ".join(row) + " |")
    row = [cell(sum(tallies[lang].alarms.values()), sum(tallies[lang].faithful.values())) for lang in languages]
    lines.append("| **false alarms: all** | " + " | ".join(row) + " |")
    row = [f"{1000 * sorted(tallies[lang].seconds)[len(tallies[lang].seconds) // 2]:.1f}" for lang in languages]
    lines.append("| ms of processor time a check, median | " + " | ".join(row) + " |")
    return "\n".join(lines)


def main() -> None:
    """Print the table of one or both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--lang", default="ru,uk,en")
    parser.add_argument("--half", default="both", choices=("develop", "held-out", "both"))
    parser.add_argument(
        "--show", default="", help="kinds and origins to print what is wrong of; missed and alarms for all"
    )
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.data.read_text("utf-8").splitlines()]
    halves = ("develop", "held-out") if arguments.half == "both" else (arguments.half,)
    show = frozenset(arguments.show.split(","))
    for half in halves:
        tallies = measure(rows, tuple(arguments.lang.split(",")), half, seed=arguments.seed, show=show)
        print(f"\n{half}\n{table(tallies)}")


if __name__ == "__main__":
    main()
