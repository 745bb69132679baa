"""Score the extraction of article bodies beside readability-lxml and trafilatura alone.

``python benchmarks/extraction.py [--errors N] [--predictions OUT.jsonl] FOLDER`` reads ``gold.jsonl`` and ``pages/`` in
FOLDER. The measure is that of the public article-extraction benchmark (Scrapinghub, 2020): overlap of runs of four
words, each page weighted alike. Every extractor gets the same parsed page.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop_app.extraction import extract
from desktop_app.extraction.tree import parse
from desktop_app.extraction.votes import readability_lines, trafilatura_lines
from desktop_app.sources.source import Page, PageFormat

RUN = 4


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page with its body by hand; ``aside`` is a title and standfirst that count neither for nor against."""

    id: str
    url: str
    html: str
    body: str
    aside: str

    @property
    def half(self) -> str:
        """``english`` or ``many``: the two halves of the corpus come from different benchmarks."""
        return "english" if self.id.startswith("aeb-") else "many"


def gold_pages(folder: Path) -> Iterator[GoldPage]:
    """The pages of the corpus in ``folder``, in order."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            html = gzip.decompress((folder / row["file"]).read_bytes()).decode("utf-8", "replace")
            aside = "\n".join(filter(None, [row.get("title"), row.get("lead")]))
            yield GoldPage(row["id"], row.get("url") or "", html, row["body"], aside)


def halves(pages: Sequence[GoldPage]) -> dict[str, list[str]]:
    """Ids of the pages of each half."""
    found: dict[str, list[str]] = {}
    for page in pages:
        found.setdefault(page.half, []).append(page.id)
    return found


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """All runs of four words, with how often each occurs."""
    words = re.findall(r"\w+", text)
    if not words:
        return Counter()
    if len(words) < RUN:
        return Counter([tuple(words)])
    return Counter(tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def page_score(page: GoldPage, text: str) -> tuple[float, float, float]:
    """Shares of the page that are right, too much and missing."""
    want, got, free = shingles(page.body), shingles(text), shingles(page.aside)
    right, missing, extra = sum((want & got).values()), sum((want - got).values()), sum(((got - want) - free).values())
    total = right + missing + extra or 1
    return right / total, extra / total, missing / total


def precision_recall(scores: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """Precision and recall over all pages, each weighted alike."""
    right, extra, missing = (sum(score[slot] for score in scores) for slot in range(3))
    return right / (right + extra or 1), right / (right + missing or 1)


def f1(scores: Sequence[tuple[float, float, float]]) -> float:
    """Harmonic mean of precision and recall."""
    precision, recall = precision_recall(scores)
    return 2 * precision * recall / (precision + recall or 1)


def ours(page: GoldPage) -> str:
    """The body Kratko extracts."""
    return extract(Page(name=page.url, text=page.html, format=PageFormat.HTML, url=page.url or None)).body


def readability_alone(page: GoldPage) -> str:
    """The text of readability-lxml."""
    root = parse(page.html)
    return "\n".join(readability_lines(root)) if root is not None else ""


def trafilatura_alone(page: GoldPage) -> str:
    """The text of trafilatura."""
    root = parse(page.html)
    return "\n".join(trafilatura_lines(root)) if root is not None else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="name the N worst pages of each half")
    parser.add_argument("--predictions", type=Path, metavar="OUT.jsonl", help="write our texts, one object a line")
    arguments = parser.parse_args()

    pages = list(gold_pages(arguments.folder))
    texts: dict[str, str] = {}
    for name, extractor in (("readability", readability_alone), ("trafilatura", trafilatura_alone), ("kratko", ours)):
        start = time.perf_counter()
        texts = {page.id: extractor(page) for page in pages}
        seconds = (time.perf_counter() - start) / len(pages)
        scores = {page.id: page_score(page, texts[page.id]) for page in pages}
        for half, ids in halves(pages).items():
            own = [scores[key] for key in ids]
            precision, recall = precision_recall(own)
            empty = sum(not texts[key].strip() for key in ids)
            print(
                f"{name:12} {half:8} pages {len(ids):3}  precision {precision:.4f}  recall {recall:.4f}  "
                f"F1 {f1(own):.4f}  empty {empty}  {1000 * seconds:.0f} ms a page"
            )
    for half, ids in halves(pages).items():
        for key in sorted(ids, key=lambda key: scores[key][0])[: arguments.errors]:
            right, extra, missed = scores[key]
            print(f"  worst of {half}: {key} right {right:.2f} extra {extra:.2f} missed {missed:.2f}")
    if arguments.predictions:
        with arguments.predictions.open("w", encoding="utf-8") as out:
            for key, text in texts.items():
                out.write(json.dumps({"id": key, "text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
