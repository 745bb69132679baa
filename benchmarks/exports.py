"""How long taking digests away takes: ``python -m benchmarks.exports [--count 50] [--repeat 3]``.

Digests are the shipped samples with the figures of the real finder, over and over; every format writes all of them, the
picture one. Prints the best of the repetitions in seconds, and the size of what was made.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop_app.article import Article, Digest, Summary
from desktop_app.export import ExportOptions
from desktop_app.export.comparison import comparison_of
from desktop_app.figures import find_in_article
from desktop_app.gui.painting.exporters import all_exporters
from desktop_app.resources import resource


def sample(lang: str) -> Digest:
    """The shipped sample in ``lang``; its first paragraph stands in for a summary."""
    title, body = resource("samples", f"{lang}.md").read_text(encoding="utf-8").strip().split("\n\n", 1)
    article = Article(f"https://news.example/{lang}", body, title.removeprefix("# "), lang=lang, published="2026-09-04")
    summary = Summary(body.split("\n\n")[0], lang, "none", "none", 0, 0, 0, article.words)
    return Digest(article, find_in_article(article), summary)


def best(work: Callable[[], bytes], repeat: int) -> tuple[float, int]:
    """The shortest time of ``repeat`` tries, in seconds, and the bytes made."""
    times, size = [], 0
    for _ in range(repeat):
        begin = time.perf_counter()
        size = len(work())
        times.append(time.perf_counter() - begin)
    return min(times), size


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the exports.")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    digests = list(islice(cycle([sample(lang) for lang in ("en", "ru", "uk")]), options.count))
    print(f"{options.count} digests, {sum(len(digest.figures) for digest in digests)} figures")
    for exporter in all_exporters():
        chosen = digests[:1] if exporter.single else digests
        seconds, size = best(lambda: exporter.export(chosen, ExportOptions(with_text=True)), options.repeat)  # noqa: B023
        print(f"{exporter.name:>10} {seconds:8.3f} s {size / 1000:10.0f} kB")
    same = [digest for digest in digests if digest.article.lang == "en"][:10]
    seconds, _ = best(lambda: bytes(len(comparison_of(same, "en").rows)), options.repeat)
    print(f"{'compare':>10} {seconds:8.3f} s {len(same):10} digests")


if __name__ == "__main__":
    main()
