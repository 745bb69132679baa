"""Which blocks make the article: a linear score over the evidence, then rules about the choice as a whole.

The weights lie in ``resources/extraction/weights.toml``. ``benchmarks/fit_extraction.py`` finds them by logistic
regression that is held close to weights set by hand, so that kinds of evidence seen on few pages keep their sense.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from itertools import groupby

from desktop_app.extraction.blocks import Block
from desktop_app.extraction.features import PageEvidence, runs_of
from desktop_app.resources import resource

# A page may hold its text once more in one piece, for printing or sharing.
_COVERED = 0.8
_WHOLE_TEXT = 120
_SHORT_HEADING = 8
_VOTED = 0.5
_FEW_LINKS, _SOME_LENGTH = 0.33, 8
# A heading of a live blog, and how many of them make one.
_CLOCK = re.compile(r"\W{0,3}(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")
_FEWEST_ENTRIES = 4
_FEWEST_ROWS, _SHARE_OF_FIGURES = 3, 0.4


@cache
def _weights() -> dict[str, float]:
    data: dict[str, dict[str, float]] = tomllib.loads(resource("extraction", "weights.toml").read_text("utf-8"))
    return data["weights"]


def score(evidence: PageEvidence) -> list[float]:
    """Log odds of each block of ``evidence`` being part of the article."""
    weights = _weights()
    return [sum(weights.get(name, 0.0) * value for name, value in features.items()) for features in evidence.features]


def choose(evidence: PageEvidence, scores: list[float]) -> list[int]:
    """Indices of the blocks that make the article, in reading order."""
    kept = [index for index, value in enumerate(scores) if value > 0] or _voted(evidence)
    kept = _with_times_of_live_blogs(kept, evidence.blocks)
    kept = _with_tables_of_figures(kept, evidence)
    kept = _without_whole_texts(kept, evidence)
    return _without_dangling_headings(kept, evidence.blocks)


def dense_blocks(blocks: list[Block]) -> list[int]:
    """The blocks of a page too large to be weighed: those with some length and few links, and headings between."""
    return [
        index
        for index, block in enumerate(blocks)
        if block.link_density < _FEW_LINKS and (block.heading or block.words >= _SOME_LENGTH)
    ]


def _voted(evidence: PageEvidence) -> list[int]:
    """What the extractors chose, for pages so short or odd that no block of theirs convinces."""
    for vote in (evidence.trafilatura, evidence.readability):
        if chosen := [index for index, words in enumerate(evidence.words) if vote.share(words) > _VOTED]:
            return chosen
    return []


def _without_whole_texts(kept: list[int], evidence: PageEvidence) -> list[int]:
    """Leave out long blocks that say what the other blocks say."""
    holders: Counter[tuple[str, ...]] = Counter()
    runs = {index: set(runs_of(evidence.words[index])) for index in kept}
    for own in runs.values():
        holders.update(own)
    dropped: set[int] = set()
    for index in sorted(kept, key=lambda index: (-len(runs[index]), -index)):
        own = runs[index]
        if len(evidence.words[index]) < _WHOLE_TEXT:
            break
        if sum(holders[run] > 1 for run in own) >= _COVERED * len(own):
            dropped.add(index)
            holders.subtract(own)
    return [index for index in kept if index not in dropped]


def _with_times_of_live_blogs(kept: list[int], blocks: list[Block]) -> list[int]:
    """Keep the headings of a live blog, which begin with the time of day and stand right above its entries."""
    chosen = set(kept)
    times = [
        index
        for index, block in enumerate(blocks[:-1])
        if block.heading and _CLOCK.match(block.text) and (index in chosen or index + 1 in chosen)
    ]
    return sorted(chosen.union(times)) if len(times) >= _FEWEST_ENTRIES else kept


def _with_tables_of_figures(kept: list[int], evidence: PageEvidence) -> list[int]:
    """Keep whole tables of figures that stand between paragraphs of the article."""
    chosen = set(kept)
    blocks = evidence.blocks
    for is_row, group in groupby(range(len(blocks)), key=lambda index: blocks[index].tag == "tr"):
        rows = list(group)
        if not is_row or len(rows) < _FEWEST_ROWS or chosen.issuperset(rows):
            continue
        first, last = rows[0], rows[-1]
        amid = chosen.intersection((first - 1, first - 2)) and chosen.intersection((last + 1, last + 2))
        plain = all(blocks[row].link_density < _FEW_LINKS and "outside" not in evidence.features[row] for row in rows)
        cells = [cell for row in rows for cell in blocks[row].text.split(" | ")]
        figures = sum(any(sign.isdigit() for sign in cell) for cell in cells)
        if amid and plain and figures >= _SHARE_OF_FIGURES * len(cells):
            chosen.update(rows)
    return sorted(chosen)


def _without_dangling_headings(kept: list[int], blocks: list[Block]) -> list[int]:
    end = len(kept)
    while end and blocks[kept[end - 1]].heading and blocks[kept[end - 1]].words <= _SHORT_HEADING:
        end -= 1
    # More than two are no leftovers: some lists of facts are made of headings alone.
    return kept[:end] if len(kept) - end <= 2 else kept
