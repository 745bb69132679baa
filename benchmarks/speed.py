"""How long a reader waits, beside the raw model on the same weights; see ``docs/performance.md``.

usage: python -m benchmarks.speed ARTICLES.jsonl --out RAW.json [--langs ru,uk,en] [--most 5] [--words 300-600]

ARTICLES rows: {"id", "lang", "title", "text"}. For every article, one after the other in one process: the raw model on
the whole text with the same prompt; Kratko's first summary; the same article at another length, as bullet points, as a
headline, and about its first figure. Times are seconds of the clock and of the processor; ratios are to the raw model
(first words, whole) or to Kratko's first summary (the others). Medians and spread are printed, rows go into RAW.json.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.summaries import OPTIONS, Model, article, read
from desktop_app.article import Length, Style
from desktop_app.events import SummaryPiece, SummaryReady
from desktop_app.options import SummaryOptions

Row = dict[str, Any]


def measure(model: Model, row: Row, options: SummaryOptions) -> Row:
    """One summary: seconds to its first words, to its end, and of the processor."""
    from desktop_app.summarizer.writing import write_summary

    begun, used = time.monotonic(), time.process_time()
    first = None
    tokens = 0
    for event in write_summary(article(row), options, model.summarizer):
        if isinstance(event, SummaryPiece) and first is None:
            first = time.monotonic() - begun
        if isinstance(event, SummaryReady):
            tokens = event.summary.tokens
    seconds = time.monotonic() - begun
    return {"first": first or seconds, "seconds": seconds, "cpu": time.process_time() - used, "tokens": tokens}


def measure_raw(model: Model, row: Row) -> Row:
    """The raw model on the whole text."""
    used = time.process_time()
    made = model.raw(row)
    return {
        "first": made["first"] or made["seconds"],
        "seconds": made["seconds"],
        "cpu": time.process_time() - used,
        "tokens": made["tokens"],
    }


def measure_all(model: Model, row: Row) -> Row:
    """Everything about one article."""
    from desktop_app.figures import find_in_article

    begun = time.monotonic()
    figures = find_in_article(article(row))
    found = time.monotonic() - begun
    about = f"{figures[0].text} {figures[0].label}" if figures else row["text"].split(".")[0][:80]
    model.forget()
    raw = measure_raw(model, row)
    model.forget()
    kratko = measure(model, row, OPTIONS)
    again = {
        "medium": replace(OPTIONS, length=Length.MEDIUM),
        "bullets": replace(OPTIONS, style=Style.BULLETS),
        "headline": replace(OPTIONS, style=Style.HEADLINE),
        "about": replace(OPTIONS, about=about),
    }
    return {
        "id": row["id"],
        "lang": row["lang"],
        "words": len(row["text"].split()),
        "figures": found,
        "raw": raw,
        "kratko": kratko,
        **{name: measure(model, row, options) for name, options in again.items()},
    }


def table(rows: list[Row]) -> None:
    """Medians, and the least and greatest."""

    def line(name: str, values: list[float]) -> None:
        print(f"{name:34} {statistics.median(values):7.2f}   {min(values):.2f} … {max(values):.2f}")

    print(f"{len(rows)} articles of {statistics.median(row['words'] for row in rows):.0f} words (median)")
    line("figures, seconds", [row["figures"] for row in rows])
    for clock in ("seconds", "cpu"):
        line(f"raw, {clock}", [row["raw"][clock] for row in rows])
        line(f"Kratko / raw, {clock}", [row["kratko"][clock] / row["raw"][clock] for row in rows])
        for name in ("medium", "bullets", "headline", "about"):
            line(f"{name} / first summary, {clock}", [row[name][clock] / row["kratko"][clock] for row in rows])
    line("first words, Kratko / raw", [row["kratko"]["first"] / row["raw"]["first"] for row in rows])


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--langs", default="ru,uk,en")
    parser.add_argument("--most", type=int, default=5, help="articles of each language")
    parser.add_argument("--words", default="300-600", help="least and most words of an article")
    asked = parser.parse_args()
    least, most = map(int, asked.words.split("-"))
    fitting = [row for row in read(asked.articles) if least <= len(row["text"].split()) <= most]
    model = Model()
    rows: list[Row] = []
    for lang in asked.langs.split(","):
        for row in [row for row in fitting if row["lang"] == lang][: asked.most]:
            rows.append(measure_all(model, row))
            asked.out.write_text(json.dumps(rows, indent=1), "utf-8")
            print(f"{row['id']} {rows[-1]['kratko']['seconds']:.1f} s", flush=True)
    table(rows)


if __name__ == "__main__":
    main()
